import { randomUUID } from 'node:crypto'
import { holds, type Viewer } from '../../domain/access/roles.ts'
import type { Facts } from '../../domain/access/table.ts'
import { type LearningPair, pairHash, pairText } from '../attend/learning-key.ts'
import { command, ofMyself, type Work } from '../command.ts'
import { at, instantOf } from '../instant.ts'
import type { Parts } from '../parts.ts'

/** A key of a partner's learning system, as whoever answers for it sees it: never its secret. */
export type LearningKey = {
  id: string
  name: string
  partner: { id: string; name: string }
  made: Temporal.Instant
  ended: Temporal.Instant | null
  /** When a system last sent something with it. */
  used: Temporal.Instant | null
  /** Statements that came with it, and how many of them were counted as somebody who did the course. */
  statements: number
  counted: number
}

/**
 * The user name and the password of a key. They are made from its id and a secret of the desk that no copy of the database has, so that a form
 * sent twice shows the same ones, and nothing that lets anybody in is kept.
 */
export const learningPair = ({ keyed }: Pick<Parts, 'keyed'>, id: string): LearningPair => ({
  user: `waymark-${id.slice(0, 8)}`,
  secret: keyed('learning-key', id).toString('base64url'),
})

type Keys = {
  keys: readonly LearningKey[]
  /** Partners that whoever asks may make a key for, by name. */
  partners: readonly { id: string; name: string }[]
}

/** Keys that are used first, then those that were ended; and for whom one may be made. */
export const readLearningKeys = command<null, Keys, never>({
  verb: 'read-learning-keys',
  needs: { action: 'read', object: 'learning-key' },
  about: ofMyself,
  run: async ({ tx, viewer }) => {
    const rows = await tx
      .selectFrom('learning_key as k')
      .innerJoin('partner as p', 'p.id', 'k.partner_id')
      .select(['k.id', 'k.name', 'k.partner_id', 'p.name as partner', 'k.made_at', 'k.ended_at', 'k.used_at', 'k.statements', 'k.counted'])
      .orderBy('k.ended_at', (o) => o.desc().nullsFirst())
      .orderBy('k.made_at', 'desc')
      .limit(200)
      .execute()
    const partners = await tx.selectFrom('partner').select(['id', 'name']).where('ended_at', 'is', null).orderBy('name').execute()
    const keys = rows.map(
      ({ id, name, partner_id, partner, made_at, ended_at, used_at, statements, counted }): LearningKey => ({
        ...{ id, name, partner: { id: partner_id, name: partner }, statements, counted },
        ...{ made: instantOf(made_at), ended: ended_at && instantOf(ended_at), used: used_at && instantOf(used_at) },
      }),
    )
    return { done: { keys, partners: partners.filter(({ id }) => answersFor(viewer, id)) }, entry: null }
  },
})

const answersFor = (viewer: Viewer, partner: string): boolean =>
  holds(viewer, 'coordinator') || viewer.grants.some((grant) => grant.role === 'spoc' && grant.partner === partner)

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

/** From now on nothing is taken in with it. What came before stays. */
export const endLearningKey = command<{ id: string }, null, 'ended'>({
  verb: 'end-learning-key',
  needs: { action: 'change', object: 'learning-key' },
  about: async ({ tx }: Work, { id }): Promise<Facts | null> => {
    const row = await tx.selectFrom('learning_key').select('partner_id').where('id', '=', id).executeTakeFirst()
    return row ? { partner: row.partner_id } : null
  },
  run: async ({ tx, now }, { id }) => {
    const ended = await tx
      .updateTable('learning_key')
      .set({ ended_at: at(now) })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    return ended.numUpdatedRows ? { done: null, entry: { object: 'learning-key', id } } : { fault: 'ended' }
  },
})
