import { placeOf } from '../collection.ts'
import type { Finding } from '../finding.ts'
import type { Whole } from '../load.ts'

/** Hours older than this are history until someone has asked again. */
const trusted = { years: 2 }

/** Opening and closing times that rest on an old or undated source, and have no `doubt_from`: the site would call the line open. */
export const hoursFindings = ({ pack, lists }: Whole, today: Temporal.PlainDate): Finding[] => {
  const oldest = today.subtract(trusted).toString()
  return pack.services.flatMap((service) => {
    if (service.schedule === 'unknown' || service.doubt_from || service.legacy) return []
    return service.schedule.flatMap((row, index): Finding[] => {
      const always = row.opens === '00:00' && row.closes === '24:00' && row.days.length === 7
      if (always || (row.source_date !== 'unknown' && row.source_date >= oldest)) return []
      return [
        {
          severity: 'error',
          rule: 'hours',
          ...placeOf(lists.services.origins(service.id), ['schedule', index, 'source_date']),
          found: `the hours of ${service.id} come from ${row.source_date === 'unknown' ? 'an undated source' : `a source dated ${row.source_date}`}, but the site would show it as open`,
          instead:
            'Ask the service, then update `source`, `source_date` and `checked`. If you cannot, add `doubt_from:`, and the site will say that the hours are not confirmed.',
        },
      ]
    })
  })
}

/** Services of a local pack that are of another place: left over from the pack that it was copied from. */
export const areaFindings = ({ pack, lists }: Whole): Finding[] => {
  const own = pack.partnership.area.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return pack.services.flatMap((service): Finding[] => {
    const origins = lists.services.origins(service.id)
    const local = origins.at(-1)?.source.file.startsWith(`${pack.id}/`)
    if (!local || wide.has(service.area) || service.area === own) return []
    return [
      {
        severity: 'error',
        rule: 'area',
        ...placeOf(origins, ['area']),
        found: `${service.id} is a service for ${service.area}, but this pack is for ${pack.partnership.area}`,
        instead: `Remove it, or replace it with your own. If it does serve your area, write \`area: ${own}\`.`,
      },
    ]
  })
}

const wide = new Set(['uk', 'great-britain', 'england-and-wales', 'england', 'wales', 'scotland', 'northern-ireland'])
