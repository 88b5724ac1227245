import { command, ofMyself } from '../command.ts'
import { instantOf } from '../instant.ts'
import { answersFor } from './answers-for.ts'

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
  /** Those of the update, by people who hold nothing that it renews. */
  unheld: number
}

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
      .select([
        'k.id',
        'k.name',
        'k.partner_id',
        'p.name as partner',
        'k.made_at',
        'k.ended_at',
        'k.used_at',
        'k.statements',
        'k.counted',
        'k.unheld',
      ])
      .orderBy('k.ended_at', (o) => o.desc().nullsFirst())
      .orderBy('k.made_at', 'desc')
      .limit(200)
      .execute()
    const partners = await tx.selectFrom('partner').select(['id', 'name']).where('ended_at', 'is', null).orderBy('name').execute()
    const keys = rows.map(
      ({ id, name, partner_id, partner, made_at, ended_at, used_at, statements, counted, unheld }): LearningKey => ({
        ...{ id, name, partner: { id: partner_id, name: partner }, statements, counted, unheld },
        ...{ made: instantOf(made_at), ended: ended_at && instantOf(ended_at), used: used_at && instantOf(used_at) },
      }),
    )
    return { done: { keys, partners: partners.filter(({ id }) => answersFor(viewer, id)) }, entry: null }
  },
})
