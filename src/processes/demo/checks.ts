import { exportChecks } from '../../commands/facts/export-checks.ts'
import { recordCheck } from '../../commands/facts/record-check.ts'
import type { Pack } from '../../content/pack.ts'
import type { Holds, Way } from '../../domain/facts/checks.ts'
import type { Stage } from './stage/stage.ts'

type Check = { fact: string; by: string; days: number; way: Way; asked: string; said: string; holds: Holds }

const check = (fact: string, by: string, days: number, way: Way, asked: string, said: string, holds: Holds = 'yes'): Check => ({
  fact,
  by,
  days,
  way,
  asked,
  said,
  holds,
})

/** Partners say that they still are. */
const partners: readonly Check[] = [
  check('fallowshire-county-council', 'Daniel Whitcombe', 5, 'email', 'The head of safeguarding', 'Still a partner.'),
  check('dunnockby', 'Gareth Bowyer', 4, 'email', 'The head of housing', 'Still a partner.'),
  check('saxelmere', 'Helen Marchetti', 4, 'in-person', 'The chief executive’s office', 'Still a partner.'),
  check('larkenwold', 'Piers Halloran', 3, 'email', 'The monitoring officer', 'Still a partner.'),
  check('fallowshire-police', 'Rhys Pemberton', 3, 'in-person', 'The head of the unit', 'Still a partner.'),
  check('fallowshire-hospitals', 'Aoife Brennan', 2, 'email', 'The named nurse', 'Still a partner.'),
  check('fallowshire-open-door', 'Mei Ling Chow', 2, 'in-person', 'The director', 'Still a partner.'),
  check('larkenwold-college', 'Priya Nair', 0, 'in-person', 'The principal', 'Still a partner.'),
]

/** The lines of the county itself. Nothing is said of a line that is real. */
const linesOf = ({ services, roles, partnership }: Pack): { children: string; adults: string; victims: string } => {
  const own = services.filter(({ area }) => area === partnership.area.toLowerCase()).map(({ id }) => id)
  const [children, adults] = [roles.children, roles.adults].map((ids) => own.find((id) => ids.includes(id)))
  const victims = own.find((id) => id !== children && id !== adults)
  if (!children || !adults || !victims) throw new Error('The made-up county has lost a line.')
  return { children, adults, victims }
}

/** A dozen, one of which has been exported, and two of which say that something is wrong. */
export const recordChecks = async ({ parts, as, who, today }: Stage): Promise<void> => {
  const record = async (list: 'services' | 'partners', { by, days, ...finding }: Check): Promise<void> =>
    void (await as(who(by), recordCheck, { ...finding, list, checkedOn: today.subtract({ days }).toString() }))
  const { children, adults, victims } = linesOf(parts.pack)
  const right = 'The number is right. Monday to Friday, 9am to 6pm.'
  await record('services', check(victims, 'Elena Popescu', 9, 'telephone', 'The duty worker', right))
  await as(who('Daniel Whitcombe'), exportChecks, {})
  for (const found of [
    check(children, 'Tom Ellery', 6, 'telephone', 'the duty manager', 'The number is right, and someone answers day and night.'),
    check(adults, 'Tom Ellery', 6, 'telephone', 'the duty manager', 'After 6pm another team answers, on another number.', 'partly'),
    check(victims, 'Elena Popescu', 1, 'telephone', 'The duty worker', 'From next month they close at 5pm.', 'no'),
  ])
    await record('services', found)
  for (const found of partners) await record('partners', found)
}
