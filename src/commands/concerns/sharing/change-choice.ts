import { randomUUID } from 'node:crypto'
import type { Sharing } from '../../../domain/concerns/concern.ts'
import { command } from '../../command.ts'
import { aboutConcern } from '../about-concern.ts'
import { concernKey, type SealedFault } from '../sealed.ts'
import { standingOfConcern } from './recipient.ts'

/**
 * The reporter chose otherwise: with what they said, or not at all. What was passed within a wider choice is taken back by the database
 * (choice_changed); what a partner has read, or somebody outside was told, is not.
 */
export const changeChoice = command<{ concern: string; choice: Sharing; said: string }, null, SealedFault | 'same'>({
  verb: 'change-choice',
  needs: { action: 'add', object: 'choice-change' },
  about: aboutConcern,
  run: async (work, { concern, choice, said }) => {
    const { sharing } = await standingOfConcern(work.tx, concern)
    if (sharing === choice) return { fault: 'same' }
    const key = await concernKey(work, concern)
    if ('fault' in key) return key
    const id = randomUUID()
    await work.tx
      .insertInto('choice_change')
      .values({ id, concern_id: concern, choice, sealed: key.seal('note', id, said) })
      .execute()
    return { done: null, entry: { object: 'concern', id: concern } }
  },
})
