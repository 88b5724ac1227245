import { sql } from 'kysely'
import { command } from '../../command.ts'
import { aboutPartner, partnerOf } from '../answers-for.ts'

/** One entry of two that may be one person. */
export type AlikeSide = {
  id: string
  name: string
  group: string | null
  madeOn: Temporal.PlainDate
  tiers: readonly string[]
  last: Temporal.PlainDate | null
}
export type Alike = { id: string; organisation: string; sides: readonly [AlikeSide, AlikeSide] }

/** Pairs on a page. What is answered makes room for the next. */
export const alikeRows = 20

type Side = { id: string; name: string; role_group: string | null; made_on: string; tiers: string[] | null; last: string | null }
const sideOf = ({ id, name, role_group, made_on, tiers, last }: Side): AlikeSide => ({
  ...{ id, name, group: role_group, madeOn: Temporal.PlainDate.from(made_on), tiers: tiers ?? [] },
  last: last === null ? null : Temporal.PlainDate.from(last),
})

const side = (which: 'one_id' | 'other_id') => sql`(
  select json_build_object('id', l.id, 'name', l.name, 'role_group', l.role_group, 'made_on', l.made_on,
    'tiers', (select json_agg(s.tier order by s.tier) from standing s where s.learner_id = l.id), 'last', (select max(s.on_date) from standing s where s.learner_id = l.id))
  from learner l where l.id = x.${sql.ref(which)})`

/** Those whom nobody has answered for, the likest first; and how many there are, no further than a thousand. */
export const readAlike = command<{ partner: string | null }, { pairs: readonly Alike[]; count: number }>({
  verb: 'read-same-person',
  needs: { action: 'read', object: 'same-person' },
  about: aboutPartner,
  run: async ({ tx, viewer }, { partner }) => {
    const own = partner ?? partnerOf(viewer)
    const mine = own === null ? sql`true` : sql`x.partner_id = ${own}`
    const { rows } = await sql<{ id: string; organisation: string; one: Side; other: Side }>`
      select x.id, o.name as organisation, ${side('one_id')} as one, ${side('other_id')} as other
        from (select * from learner_alike x where x.state = 'open' and ${mine} order by x.similarity desc, x.id limit ${alikeRows}) x
        join learner l on l.id = x.one_id join organisation o on o.id = l.organisation_id order by x.similarity desc, x.id`.execute(tx)
    const { rows: counted } = await sql<{ count: string }>`
      select count(*) as count from (select from learner_alike x where x.state = 'open' and ${mine} limit 1000) x`.execute(tx)
    return {
      done: {
        pairs: rows.map(({ id, organisation, one, other }) => ({ id, organisation, sides: [sideOf(one), sideOf(other)] })),
        count: Number(counted[0]?.count),
      },
      entry: null,
    }
  },
})
