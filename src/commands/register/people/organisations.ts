import { sql } from 'kysely'
import { organisationKey } from '../../../domain/register/names.ts'
import { command, ofPartnership } from '../../command.ts'

export type Workplace = { id: string; name: string; sector: string; partner: boolean; people: number }

/** Rows of a page. */
export const workplaceRows = 50

/** Organisations that were typed, the fullest first, or those whose name begins so; and the partners. */
export const readWorkplaces = command<{ begins: string }, { typed: readonly Workplace[]; partners: readonly Workplace[] }>({
  verb: 'read-workplaces',
  needs: { action: 'read', object: 'organisation' },
  about: ofPartnership,
  run: async ({ tx }, { begins }) => {
    const key = organisationKey(begins)
    const like = key.replace(/[\\%_]/g, '')
    const { rows } = await sql<Workplace>`
      (select o.id, o.name, o.sector, true as partner, 0 as people from organisation o where o.partner_id is not null and o.merged_into is null order by o.name limit 500)
      union all (select o.id, o.name, o.sector, false, coalesce(c.most, 0)
        from organisation o left join register_count c on c.kind = 'organisation' and c.tier = '' and c.period = '' and c.measure = 'people' and c."of" = o.id::text
        where o.partner_id is null and o.merged_into is null and (${like} = '' or o.name_key like ${`${like}%`} or o.name_key like ${`% ${like}%`})
        order by 5 desc, o.name_key limit ${workplaceRows})`.execute(tx)
    return { done: { typed: rows.filter(({ partner }) => !partner), partners: rows.filter(({ partner }) => partner) }, entry: null }
  },
})
