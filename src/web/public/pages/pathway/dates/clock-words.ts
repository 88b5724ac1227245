import type { WordId } from '../../../../../content/word-ids.ts'
import type { ClockState, RunningClock } from '../../../../../domain/clocks/clocks.ts'
import type { CountedRule } from '../../../../../domain/clocks/rule.ts'
import { fullDate, longDate } from '../../../../../format/when.ts'
import type { Locale } from '../../../../context/types.ts'

/** A clock in words: the same for the page, the text and the calendar file. */
export type ClockWords = {
  id: string
  name: string
  /** Where it stands, in a few words, and which look that has. */
  state: string
  look: 'late' | 'due' | 'running' | 'ask' | 'shut'
  /** That nobody has checked the number; null where someone has. */
  doubt: string | null
  /** It counts from a day that is still to come. */
  planned: boolean
  /** The day that matters most: what it is, and the day. */
  last: string | null
  /** What must be read in one glance with that day. */
  beside: string | null
  /** A last day that is still to come and that a calendar should hold. */
  day: Temporal.PlainDate | null
  rows: readonly { label: string; text: string }[]
}

type Ruled = Extract<RunningClock, { count: unknown }>

/** All clocks of a case in words: what is late first, then what is due, what runs, what is over. */
export const clockWords = (locale: Locale, clocks: readonly RunningClock[]): ClockWords[] => {
  const order = ['late', 'due', 'running', 'ask', 'shut']
  return clocks.map((clock) => wordsOf(locale, clock)).toSorted((a, b) => order.indexOf(a.look) - order.indexOf(b.look))
}

/** What is not counted from what has happened, each once. */
export const leftOut = ({ pack }: Locale, happened: ReadonlyMap<string, unknown>): string[] => [
  ...new Set(pack.clocks.events.flatMap(({ id, leaves_out }) => (leaves_out && happened.has(id) ? [leaves_out] : []))),
]

/** The name of an event, as a thing that has happened. */
export const eventName = ({ pack }: Locale, id: string): string => pack.clocks.events.find((event) => event.id === id)?.name ?? id

const wordsOf = (locale: Locale, clock: RunningClock): ClockWords => {
  const { t, pack } = locale
  const name = pack.clocks.clocks.find(({ id }) => id === clock.clock)?.name ?? clock.clock
  const isPlanned = clock.rule !== null && clock.state.is === 'if'
  const from = {
    label: t('dates.from'),
    text: t(isPlanned ? 'dates.from-if' : 'dates.from-text', { event: eventName(locale, clock.event), date: fullDate(clock.from) }),
  }
  if (clock.rule === null) {
    const rows = [from, { label: t('dates.how'), text: t('dates.no-rule-text') }]
    return {
      id: clock.clock,
      name,
      state: t('dates.no-rule'),
      look: 'ask',
      doubt: null,
      planned: false,
      last: null,
      beside: null,
      day: null,
      rows,
    }
  }
  const { rule, count, last, through, state, rival } = clock
  const checked = longDate(Temporal.PlainDate.from(rule.checked))
  return {
    id: clock.clock,
    name: rival ? t('dates.one-of-two', { clock: name, rule: lengthWords(locale, rule) }) : name,
    state: stateWords(locale, state, rule.kind),
    look: looks[state.is],
    doubt: rule.sure === 'A' || rule.sure === 'B' ? null : t('dates.unsure', { checked: 'no' }),
    planned: isPlanned,
    last: lastWords(locale, clock),
    beside: (state.is === 'passed' ? rule.if_passed : looks[state.is] === 'shut' ? null : rule.beside) ?? null,
    day: looks[state.is] === 'shut' ? null : last,
    rows: [
      ...(rival
        ? [
            {
              label: t('dates.two-rules'),
              text: rivalWords(locale, clock, rival),
            },
          ]
        : []),
      ...(count.first && rule.kind !== 'day' ? [{ label: t('dates.first-day'), text: fullDate(count.first) }] : []),
      from,
      { label: t('dates.how'), text: howWords(locale, clock) },
      ...(through ? [{ label: t('dates.ended-by'), text: eventName(locale, through) }] : []),
      ...plannedRow(locale, clock),
      { label: t('dates.know'), text: rule.note },
      { label: t('dates.rests-on'), text: t('dates.rests-on-text', { basis: rule.basis, source: rule.source, date: checked }) },
      ...(clock.sure || (isLeapDay(clock) && rule.sure === 'A' && rule.sure_count === 'A')
        ? []
        : [
            {
              label: t('dates.unsure', { checked: [rule.sure, rule.sure_count].some((s) => s === 'C' || s === '?') ? 'no' : 'yes' }),
              text: t('dates.unsure-text', {
                number: t('campaigns.how-sure', { sure: rule.sure }),
                counting: t('campaigns.how-sure', { sure: rule.sure_count }),
              }),
            },
          ]),
    ],
  }
}

const looks: Readonly<Record<ClockState['is'], ClockWords['look']>> = {
  late: 'late',
  due: 'due',
  open: 'due',
  running: 'running',
  coming: 'running',
  if: 'ask',
  unknown: 'ask',
  'no-limit': 'ask',
  passed: 'shut',
  done: 'shut',
}

const stateWords = ({ t }: Locale, state: ClockState, kind: CountedRule['kind']): string => {
  switch (state.is) {
    case 'due':
    case 'open':
      return state.days === 0 ? t(`dates.${state.is}-today`) : t(`dates.${state.is}`, { days: state.days })
    case 'late':
    case 'passed':
    case 'coming':
      return t(`dates.${state.is}`, { days: state.days })
    case 'done':
      if (kind === 'period' || kind === 'day') return t(`dates.${kind === 'day' ? 'since' : 'ended'}`, { date: longDate(state.on) })
      return t(state.daysLate ? 'dates.done-late' : 'dates.done', { date: longDate(state.on), days: state.daysLate })
    default:
      return t(`dates.${state.is}`)
  }
}

/** That is said where it is told how the years were counted. */
const isLeapDay = ({ rule, count }: Ruled): boolean => rule.unit === 'years' && count.shortMonth

/** How long, in a few words: the name of one of two rules. */
const lengthWords = ({ t }: Locale, { length, unit }: CountedRule): string =>
  length === null ? t('dates.length-none') : t('dates.length', { unit, length })

const lastWords = ({ t }: Locale, { open, last, rule, state }: Ruled): string | null => {
  if (!last) return null
  const date = fullDate(last)
  if (rule.kind === 'day') return t('dates.on-day', { date })
  if (state.is === 'if') return t(open ? 'dates.if-at-least' : 'dates.if-last-day', { date })
  return t(open ? 'dates.at-least-until' : 'dates.last-day', { date })
}

/** What the other rule would give. */
const rivalWords = (locale: Locale, clock: Ruled, { rule, last, open }: NonNullable<Ruled['rival']>): string => {
  const { t } = locale
  const other = t('dates.two-rules-text', { other: lengthWords(locale, rule) })
  if (!last) return other
  if (clock.last?.equals(last) && clock.open === open) return `${other} ${t('dates.two-rules-same')}`
  return `${other} ${lastWords(locale, { ...clock, rule, last, open })}`
}

/** What would come of it if a decision that is planned for is made. */
const plannedRow = (locale: Locale, { planned, rule }: Ruled): ClockWords['rows'] => {
  if (!planned) return []
  const { t } = locale
  const values = { event: eventName(locale, planned.event), date: fullDate(planned.on) }
  const text =
    rule.kind === 'period' && planned.last
      ? t('dates.planned-period', { ...values, last: fullDate(planned.last) })
      : t('dates.planned-met', { ...values, days: planned.daysLate })
  return [{ label: t('dates.planned'), text }]
}

/** How the last day was counted, so that a reader can count along with a calendar. */
const howWords = (locale: Locale, { rule, count, from }: Ruled): string => {
  const { t } = locale
  const { first, last, moved, shortMonth } = count
  if (rule.length === null) return t('dates.no-limit-text')
  if (!first || !last) return t('dates.unknown-text')
  const values = { length: rule.length, from: fullDate(from), first: fullDate(first), last: fullDate(moved ?? last) }
  const ways: Readonly<Record<CountedRule['unit'], WordId>> = {
    'working-days': 'dates.count-working',
    months: shortMonth ? 'dates.count-months-short' : 'dates.count-months',
    years: shortMonth ? 'dates.count-years-leap' : 'dates.count-years',
    days: rule.day_one === 'same-day' ? 'dates.count-days-same' : 'dates.count-days-next',
  }
  return [
    t(ways[rule.unit], values),
    ...(moved ? [t('dates.moved', { date: fullDate(moved), last: fullDate(last) })] : []),
    ...skippedWords(locale, count),
  ].join(' ')
}

const skippedWords = ({ t, pack }: Locale, { skipped, moved }: Ruled['count']): string[] => {
  if (!skipped.length || moved) return []
  const weekends = skipped.filter(({ why }) => why === 'weekend').length
  const holidays = skipped.flatMap(({ date, why }) =>
    why === 'weekend' ? [] : [t('dates.holiday', { name: pack.holidays.get(why.holiday) ?? why.holiday, date: longDate(date) })],
  )
  const parts = [...(weekends ? [t('dates.weekend-days', { count: weekends })] : []), ...holidays]
  return [t('dates.skipped', { days: new Intl.ListFormat(t.locale).format(parts) })]
}
