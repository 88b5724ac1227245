import type { WordId } from '../../../content/word-ids.ts'
import type { ClockState, RunningClock } from '../../../domain/clocks/clocks.ts'
import type { CountedRule } from '../../../domain/clocks/rule.ts'
import type { Site } from '../../context/site.ts'
import { fullDate, longDate } from '../../words/when.ts'

/** A clock in words: the same for the page, the text and the calendar file. */
export type ClockWords = {
  id: string
  name: string
  /** Where it stands, in a few words, and which look that has. */
  state: string
  look: 'late' | 'due' | 'running' | 'ask' | 'shut'
  /** That nobody has checked the number; null where somebody has. */
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
export const clockWords = (site: Site, clocks: readonly RunningClock[]): ClockWords[] => {
  const order = ['late', 'due', 'running', 'ask', 'shut']
  return clocks.map((clock) => wordsOf(site, clock)).toSorted((a, b) => order.indexOf(a.look) - order.indexOf(b.look))
}

/** What is not counted from what has happened, each once. */
export const leftOut = ({ pack }: Site, happened: ReadonlyMap<string, unknown>): string[] => [
  ...new Set(pack.clocks.events.flatMap(({ id, leaves_out }) => (leaves_out && happened.has(id) ? [leaves_out] : []))),
]

/** The name of an event, as a thing that has happened. */
export const eventName = ({ pack }: Site, id: string): string => pack.clocks.events.find((event) => event.id === id)?.name ?? id

const wordsOf = (site: Site, clock: RunningClock): ClockWords => {
  const { say, pack } = site
  const name = pack.clocks.clocks.find(({ id }) => id === clock.clock)?.name ?? clock.clock
  const isPlanned = clock.rule !== null && clock.state.is === 'if'
  const from = {
    label: say('dates.from'),
    text: say(isPlanned ? 'dates.from-if' : 'dates.from-text', { event: eventName(site, clock.event), date: fullDate(clock.from) }),
  }
  if (clock.rule === null) {
    const rows = [from, { label: say('dates.how'), text: say('dates.no-rule-text') }]
    return {
      id: clock.clock,
      name,
      state: say('dates.no-rule'),
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
    name: rival ? say('dates.one-of-two', { clock: name, rule: lengthWords(site, rule) }) : name,
    state: stateWords(site, state, rule.kind),
    look: looks[state.is],
    doubt: rule.sure === 'A' || rule.sure === 'B' ? null : say('dates.unsure', { checked: 'no' }),
    planned: isPlanned,
    last: lastWords(site, clock),
    beside: (state.is === 'passed' ? rule.if_passed : looks[state.is] === 'shut' ? null : rule.beside) ?? null,
    day: looks[state.is] === 'shut' ? null : last,
    rows: [
      ...(rival
        ? [
            {
              label: say('dates.two-rules'),
              text: rivalWords(site, clock, rival),
            },
          ]
        : []),
      ...(count.first && rule.kind !== 'day' ? [{ label: say('dates.first-day'), text: fullDate(count.first) }] : []),
      from,
      { label: say('dates.how'), text: howWords(site, clock) },
      ...(through ? [{ label: say('dates.ended-by'), text: eventName(site, through) }] : []),
      ...plannedRow(site, clock),
      { label: say('dates.know'), text: rule.note },
      { label: say('dates.rests-on'), text: say('dates.rests-on-text', { basis: rule.basis, source: rule.source, date: checked }) },
      ...(clock.sure || (isLeapDay(clock) && rule.sure === 'A' && rule.sure_count === 'A')
        ? []
        : [
            {
              label: say('dates.unsure', { checked: [rule.sure, rule.sure_count].some((s) => s === 'C' || s === '?') ? 'no' : 'yes' }),
              text: say('dates.unsure-text', {
                number: say('campaigns.how-sure', { sure: rule.sure }),
                counting: say('campaigns.how-sure', { sure: rule.sure_count }),
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

const stateWords = ({ say }: Site, state: ClockState, kind: CountedRule['kind']): string => {
  switch (state.is) {
    case 'due':
    case 'open':
      return state.days === 0 ? say(`dates.${state.is}-today`) : say(`dates.${state.is}`, { days: state.days })
    case 'late':
    case 'passed':
    case 'coming':
      return say(`dates.${state.is}`, { days: state.days })
    case 'done':
      if (kind === 'period' || kind === 'day') return say(`dates.${kind === 'day' ? 'since' : 'ended'}`, { date: longDate(state.on) })
      return say(state.daysLate ? 'dates.done-late' : 'dates.done', { date: longDate(state.on), days: state.daysLate })
    default:
      return say(`dates.${state.is}`)
  }
}

/** That is said where it is told how the years were counted. */
const isLeapDay = ({ rule, count }: Ruled): boolean => rule.unit === 'years' && count.shortMonth

/** How long, in a few words: the name of one of two rules. */
const lengthWords = ({ say }: Site, { length, unit }: CountedRule): string =>
  length === null ? say('dates.length-none') : say('dates.length', { unit, length })

const lastWords = ({ say }: Site, { open, last, rule, state }: Ruled): string | null => {
  if (!last) return null
  const date = fullDate(last)
  if (rule.kind === 'day') return say('dates.on-day', { date })
  if (state.is === 'if') return say(open ? 'dates.if-at-least' : 'dates.if-last-day', { date })
  return say(open ? 'dates.at-least-until' : 'dates.last-day', { date })
}

/** What the other rule would give. */
const rivalWords = (site: Site, clock: Ruled, { rule, last, open }: NonNullable<Ruled['rival']>): string => {
  const { say } = site
  const other = say('dates.two-rules-text', { other: lengthWords(site, rule) })
  if (!last) return other
  if (clock.last?.equals(last) && clock.open === open) return `${other} ${say('dates.two-rules-same')}`
  return `${other} ${lastWords(site, { ...clock, rule, last, open })}`
}

/** What would come of it if a decision that is planned for is made. */
const plannedRow = (site: Site, { planned, rule }: Ruled): ClockWords['rows'] => {
  if (!planned) return []
  const { say } = site
  const values = { event: eventName(site, planned.event), date: fullDate(planned.on) }
  const text =
    rule.kind === 'period' && planned.last
      ? say('dates.planned-period', { ...values, last: fullDate(planned.last) })
      : say('dates.planned-met', { ...values, days: planned.daysLate })
  return [{ label: say('dates.planned'), text }]
}

/** How the last day was counted, so that a reader can count along with a calendar. */
const howWords = (site: Site, { rule, count, from }: Ruled): string => {
  const { say } = site
  const { first, last, moved, shortMonth } = count
  if (rule.length === null) return say('dates.no-limit-text')
  if (!first || !last) return say('dates.unknown-text')
  const values = { length: rule.length, from: fullDate(from), first: fullDate(first), last: fullDate(moved ?? last) }
  const ways: Readonly<Record<CountedRule['unit'], WordId>> = {
    'working-days': 'dates.count-working',
    months: shortMonth ? 'dates.count-months-short' : 'dates.count-months',
    years: shortMonth ? 'dates.count-years-leap' : 'dates.count-years',
    days: rule.day_one === 'same-day' ? 'dates.count-days-same' : 'dates.count-days-next',
  }
  return [
    say(ways[rule.unit], values),
    ...(moved ? [say('dates.moved', { date: fullDate(moved), last: fullDate(last) })] : []),
    ...skippedWords(site, count),
  ].join(' ')
}

const skippedWords = ({ say, pack }: Site, { skipped, moved }: Ruled['count']): string[] => {
  if (!skipped.length || moved) return []
  const weekends = skipped.filter(({ why }) => why === 'weekend').length
  const holidays = skipped.flatMap(({ date, why }) =>
    why === 'weekend' ? [] : [say('dates.holiday', { name: pack.holidays.get(why.holiday) ?? why.holiday, date: longDate(date) })],
  )
  const parts = [...(weekends ? [say('dates.weekend-days', { count: weekends })] : []), ...holidays]
  return [say('dates.skipped', { days: new Intl.ListFormat(say.locale).format(parts) })]
}
