import { randomUUID } from 'node:crypto'
import { type LearningPair, pairHash, pairText } from '../attend/learning-key.ts'
import { command } from '../command.ts'
import type { Parts } from '../parts.ts'

/**
 * The user name and the password of a key. They are made from its id and a secret of the desk that no copy of the database has, so that a form
 * sent twice shows the same ones, and nothing that lets anybody in is kept.
 */
export const learningPair = ({ keyed }: Pick<Parts, 'keyed'>, id: string): LearningPair => ({
  user: `waymark-${id.slice(0, 8)}`,
  secret: keyed('learning-key', id).toString('base64url'),
})

/** A new key for a learning system of a partner. Its user name and password: learningPair. */
export const makeLearningKey = command<{ partner: string; name: string }, { id: string }, 'no-partner'>({
  verb: 'make-learning-key',
  needs: { action: 'add', object: 'learning-key' },
  about: async (_, { partner }) => ({ partner }),
  run: async ({ tx, parts }, { partner, name }) => {
    const there = await tx.selectFrom('partner').select('id').where('id', '=', partner).where('ended_at', 'is', null).executeTakeFirst()
    if (!there) return { fault: 'no-partner' }
    const id = randomUUID()
    await tx
      .insertInto('learning_key')
      .values({ id, partner_id: partner, name, hash: pairHash(pairText(learningPair(parts, id))) })
      .execute()
    return { done: { id }, entry: { object: 'learning-key', id } }
  },
})
