import type { ClockRule, Clocks } from '../domain/clocks/rule.ts'
import { placeOf } from './collection.ts'
import type { Collections } from './collections.ts'
import type { Finding } from './finding.ts'

/** The clocks of a pack, with the number of each figure that a rule names. */
export const clocksOf = ({ clockNations, clockEvents, clocks, clockRules, figures }: Collections): Clocks => ({
  nations: clockNations.rows,
  events: clockEvents.rows,
  clocks: clocks.rows,
  rules: clockRules.rows.flatMap((rule) => {
    const length = lengthOf(rule, figures.rows)
    return length === null && rule.length !== null ? [] : [{ ...rule, length }]
  }),
})

const lengthOf = ({ length }: ClockRule, figures: Collections['figures']['rows']): number | null => {
  if (typeof length !== 'string') return length
  const value = figures.find((figure) => figure.id === length)?.value
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null
}

/** Units of figures that may stand for days of a clock. */
const units: Record<ClockRule['unit'], readonly string[]> = {
  'working-days': ['working-days'],
  days: ['days', 'calendar-days'],
  months: [],
  years: [],
}

/** Faults of deadlines: two rules for the same day and nation where neither names the other as its rival; a rival that is no such rule; a rule that ends before it begins; a length whose figure counts something else. */
export const clockFindings = ({ clockRules, figures }: Collections): Finding[] => {
  const complain = (rule: ClockRule, field: string, found: string, instead: string): Finding => ({
    severity: 'error',
    rule: 'schema',
    ...placeOf(clockRules.origins(rule.id), [field]),
    found,
    instead,
  })
  return clockRules.rows.flatMap((rule, at): Finding[] => {
    const findings: Finding[] = []
    const { id, valid_from, valid_to, length, unit } = rule
    if (valid_from && valid_to && valid_to < valid_from)
      findings.push(complain(rule, 'valid_to', `${id} ends before it begins`, 'Correct one of the two dates.'))
    const rival = clockRules.rows.find((r) => r.id === rule.rival)
    if (rule.rival && !(rival && rival.rival === id && overlap(rival, rule)))
      findings.push(
        complain(
          rule,
          'rival',
          `${rule.rival} is not a rule for the same clock and days that names ${id} as its rival`,
          'Give both rules the same days, and name each one as the rival of the other.',
        ),
      )
    const other = clockRules.rows.slice(0, at).find((earlier) => earlier.id !== rule.rival && overlap(earlier, rule))
    if (other)
      findings.push(
        complain(
          rule,
          'valid_from',
          `${other.id} applies on the same days as ${id}`,
          'End one of them on the day before the other begins.',
        ),
      )
    const figure = figures.rows.find((f) => f.id === length)
    if (figure && !(units[unit].includes(figure.unit) && lengthOf(rule, figures.rows)))
      findings.push(
        complain(rule, 'length', `${figure.id} is ${figure.value} ${figure.unit}, not a number of ${unit}`, 'Choose another figure.'),
      )
    return findings
  })
}

const overlap = (a: ClockRule, b: ClockRule): boolean =>
  a.clock === b.clock &&
  a.starts === b.starts &&
  (a.nations === undefined || b.nations === undefined || a.nations.some((nation) => b.nations?.includes(nation))) &&
  (a.valid_from ?? '') <= (b.valid_to ?? '9999') &&
  (b.valid_from ?? '') <= (a.valid_to ?? '9999')
