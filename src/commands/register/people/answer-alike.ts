import { sql } from 'kysely'
import { command } from '../../command.ts'

/** They are one person, or two. */
export const answerAlike = command<{ pair: string; answer: 'joined' | 'parted' }, { person: string }, 'answered'>({
  verb: 'answer-same-person',
  needs: { action: 'change', object: 'learner' },
  about: async ({ tx }, { pair }) => {
    const row = await tx.selectFrom('learner_alike').select('partner_id').where('id', '=', pair).executeTakeFirst()
    return row ? (row.partner_id === null ? {} : { partner: row.partner_id }) : null
  },
  run: async ({ tx }, { pair, answer }) => {
    const { rows } = await sql<{ person: string | null }>`select answer_alike(${pair}::uuid, ${answer}) as person`.execute(tx)
    const person = rows[0]?.person
    return person ? { done: { person }, entry: { object: 'same-person', id: pair } } : { fault: 'answered' }
  },
})
