import { command } from '../command.ts'
import { instantOf } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'

/** Who is kept out: everyone of a partner, or a person. `by`: who put it up, null for whoever reported it. */
export type Wall = {
  id: string
  at: Temporal.Instant
  partner: string | null
  person: string | null
  by: { id: string; name: string | null } | null
  /** Whoever asks may lift it: a coordinator who neither put it up nor owns the concern. The reporter's own nobody may: they were told so. */
  mayLift: boolean
}

export const readWalls = command<{ concern: string }, readonly Wall[]>({
  verb: 'read-walls',
  needs: { action: 'read', object: 'concern-apart' },
  about: aboutConcern,
  run: async ({ tx, viewer }, { concern }) => {
    const rows = await tx
      .selectFrom('concern_apart as a')
      .innerJoin('concern as c', 'c.id', 'a.concern_id')
      .leftJoin('partner', 'partner.id', 'a.partner_id')
      .leftJoin('profile as kept', 'kept.person_id', 'a.person_id')
      .leftJoin('profile as maker', 'maker.person_id', 'a.made_by')
      .select(['a.id', 'a.at', 'a.made_by', 'a.person_id', 'c.owner_id'])
      .select(['partner.name as partner', 'kept.name as person', 'maker.name as maker'])
      .where('a.concern_id', '=', concern)
      .orderBy('a.at')
      .execute()
    const coordinator = viewer.grants.some(({ role }) => role === 'coordinator')
    const done = rows.map(
      ({ id, at, made_by, owner_id, partner, person, maker }): Wall => ({
        ...{ id, at: instantOf(at), partner, person },
        by: made_by === null ? null : { id: made_by, name: maker },
        mayLift: coordinator && made_by !== null && made_by !== viewer.person && owner_id !== viewer.person,
      }),
    )
    return { done, entry: null }
  },
})
