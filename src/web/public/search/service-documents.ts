import type { Pack } from '../../../content/pack.ts'
import type { Way } from '../../../domain/page.ts'
import { everyLine } from '../../../domain/services/needs.ts'
import type { SearchDocument } from './document.ts'

/** A service leads to its entry on /get-help; one that has none there, to the way to report or the support that offers it. */
export const serviceDocuments = (pack: Pack): SearchDocument[] => {
  const listed = new Set(everyLine(pack.getHelp))
  return pack.services.flatMap((service): SearchDocument[] => {
    const offered = (rows: readonly Way[]) => rows.find((way) => way.services.includes(service.id) && way.id !== 'danger-now')?.id
    const [report, support] = [offered(pack.reportWays), offered(pack.support)]
    const on = listed.has(service.id) ? `/get-help#${service.id}` : null
    const href =
      service.id === pack.roles.emergency ? '/get-help#danger' : (on ?? (report ? `/report#${report}` : support && `/support#${support}`))
    if (!href || service.legacy) return []
    const words = pack.serviceWords.get(service.id)
    const number = service.phone && service.phone !== 'unknown' ? [service.phone.display, service.phone.dial] : []
    return [
      {
        href,
        group: 'ring',
        title: words?.name ?? service.name,
        summary: '',
        body: `${service.name}\n${words?.about ?? ''}`,
        words: [...number, ...(pack.search.services.find((row) => row.id === service.id)?.words ?? [])],
        weight: on ? 0.9 : 0.7,
        service: service.id,
      },
    ]
  })
}
