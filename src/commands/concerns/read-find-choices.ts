import { sql } from 'kysely'
import { audiencesOf } from '../../domain/concerns/audiences.ts'
import { command, ofMyself } from '../command.ts'

/** What a list can be searched for, as far as whoever asks may know of it. */
export type FindChoices = {
  /** Towns of the concerns that they may see. */
  towns: readonly string[]
  /** Those who may own a concern. */
  owners: readonly { id: string; name: string }[]
}

/** Towns are found by going from one to the next in the index, not by reading all rows. */
export const readFindChoices = command<null, FindChoices>({
  verb: 'read-find-choices',
  needs: { action: 'read', object: 'concern' },
  about: ofMyself,
  run: async ({ tx, viewer }) => {
    const { rows } = await sql<{ towns: string[] }>`
      with recursive seen (audience, town) as (
        select audience, (select min(town) from listing l where l.audience = a.audience) from unnest(${audiencesOf(viewer, 'open')}::text[]) a (audience)
        union all
        select audience, (select min(town) from listing l where l.audience = seen.audience and l.town > seen.town) from seen where town is not null
      ) select array(select distinct town from seen where town is not null order by town) as towns`.execute(tx)
    const owners = await tx
      .selectFrom('profile')
      .select(['person_id as id', 'name'])
      .where((where) =>
        where.or([
          where(
            'person_id',
            'in',
            where.selectFrom('role_grant').select('person_id').where('role', '=', 'coordinator').where('ended_at', 'is', null),
          ),
          where('person_id', 'in', where.selectFrom('on_call').select('person_id')),
        ]),
      )
      .orderBy(sql`lower(name)`)
      .limit(500)
      .execute()
    return { done: { towns: rows[0]?.towns ?? [], owners }, entry: null }
  },
})
