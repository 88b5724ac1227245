import { sql } from 'kysely'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutRead, isCoordinatorLeft } from './keep-apart.ts'

type Named = { id: string; name: string | null }

/**
 * What keeping a partner out of a concern would do. `left`: a coordinator is left who may see it. `losing`: whoever works there and sees it now:
 * its coordinators, its owner, whoever is asked to take it. `next`: who would own it, if its owner works there.
 */
export type KeepingOut = { partner: string; left: boolean; losing: readonly Named[]; next: Named | null }

export const readKeepingOut = command<{ concern: string; partner: string }, KeepingOut>({
  verb: 'read-keeping-out',
  needs: { action: 'add', object: 'concern-apart' },
  about: aboutRead,
  run: async ({ tx, now }, { concern, partner }) => {
    const left = await isCoordinatorLeft(tx, concern, partner, null)
    const there = await tx.selectFrom('partner').select('name').where('id', '=', partner).executeTakeFirst()
    const { rows: losing } = await sql<Named>`
      select p.person_id as id, p.name from profile p where p.partner_id = ${partner} and (
        p.person_id in (select owner_id from concern where id = ${concern}::uuid)
        or p.person_id in (select to_person from concern_offer where concern_id = ${concern}::uuid and answer is null)
        or p.person_id in (select person from may_own_now(${concern}::uuid, '{}', ${at(now)}) where coordinator))
      order by p.name`.execute(tx)
    const { rows: after } = await sql<Named>`
      select m.person as id, p.name from may_own_now(${concern}::uuid, array[${partner}], ${at(now)})
        with ordinality as m (person, rung, coordinator, place) left join profile p on p.person_id = m.person
        where m.coordinator or m.rung is not null order by m.place limit 1`.execute(tx)
    return { done: { partner: there?.name ?? partner, left, losing, next: after[0] ?? null }, entry: null }
  },
})
