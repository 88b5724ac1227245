import type { Page } from '../domain/page.ts'
import type { Partnership } from '../domain/people/partnership.ts'
import type { LineLists } from '../domain/services/line-lists.ts'
import type { Finding } from './finding.ts'
import { linesOf } from './line-lists.ts'
import type { Place } from './named.ts'
import type { ReadCourse } from './training.ts'
import type { Path } from './yaml-source.ts'

/** A file of values, and where each of them stands. */
type Placed<T> = { value: T; place: (path: Path) => Place }

/** The parts of a pack that are no lists; null where one is faulty, and then nothing is asked of it. */
export type Singles = {
  partnership: Placed<Partnership> | null
  order: Placed<LineLists> | null
  pages: ReadonlyMap<string, Page>
  course: ReadCourse | null
}

/** A time zone that nobody knows; a service that stands twice in one list. */
export const singleFindings = ({ partnership, order }: Singles): Finding[] => {
  const findings: Finding[] = []
  const complain = (place: Place, found: string, instead: string) =>
    findings.push({ severity: 'error', rule: 'schema', ...place, found, instead })
  for (const { path, names } of order ? linesOf(order.value) : [])
    names.forEach((name, i) => {
      if (order && names.indexOf(name) < i)
        complain(order.place([...path, i]), `"${name}" is in ${path.join('.')} twice`, 'Keep one of the two.')
    })
  const { timezone } = partnership?.value ?? { timezone: 'UTC' }
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone })
  } catch {
    const instead = 'Write `Europe/London`, or another name from the IANA list.'
    if (partnership) complain(partnership.place(['timezone']), `"${timezone}" is not a time zone`, instead)
  }
  return findings
}
