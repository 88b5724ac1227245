import type { WordId } from '../../content/word-ids.ts'
import type { ClockState, RunningClock } from '../../domain/clocks/clocks.ts'
import type { Site } from '../site.ts'
import { fullDate, longDate } from '../words/when.ts'

/** A clock in words: the same for the page, the text and the calendar file. */
export type ClockWords = {
  id: string
  name: string
  /** Where it stands, in a few words, and which look that has. */
  state: string
  look: 'late' | 'due' | 'running' | 'ask' | 'shut'
  /** The day that matters most: what it is, and the day. */
  last: string | null
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

/** The name of an event, as a thing that has happened. */
export const eventName = ({ pack }: Site, id: string): string => pack.clocks.events.find((event) => event.id === id)?.name ?? id

const wordsOf = (site: Site, clock: RunningClock): ClockWords => {
  const { say, pack } = site
  const name = pack.clocks.clocks.find(({ id }) => id === clock.clock)?.name ?? clock.clock
  const from = {
    label: say('dates.from'),
    text: say('dates.from-text', { event: eventName(site, clock.event), date: fullDate(clock.from) }),
  }
  if (clock.rule === null) {
    const rows = [from, { label: say('dates.how'), text: say('dates.no-rule-text') }]
    return { id: clock.clock, name, state: say('dates.no-rule'), look: 'ask', last: null, day: null, rows }
  }
  const { rule, count, last, through, state } = clock
  const checked = longDate(Temporal.PlainDate.from(rule.checked))
  return {
    id: clock.clock,
    name,
    state: stateWords(site, state),
    look: state.is === 'done' ? 'shut' : state.is === 'unknown' ? 'ask' : state.is,
    last: lastWords(site, clock),
    day: state.is === 'done' ? null : last,
    rows: [
      ...(count.first ? [{ label: say('dates.first-day'), text: fullDate(count.first) }] : []),
      from,
      { label: say('dates.how'), text: howWords(site, clock) },
      ...(through ? [{ label: say('dates.ended-by'), text: eventName(site, through) }] : []),
      { label: say('dates.know'), text: rule.note },
      { label: say('dates.rests-on'), text: say('dates.rests-on-text', { basis: rule.basis, source: rule.source, date: checked }) },
      ...(clock.sure
        ? []
        : [
            {
              label: say('dates.unsure'),
              text: say('dates.unsure-text', {
                number: say('campaigns.how-sure', { sure: rule.sure }),
                counting: say('campaigns.how-sure', { sure: rule.sure_count }),
              }),
            },
          ]),
    ],
  }
}

const stateWords = ({ say }: Site, state: ClockState): string => {
  switch (state.is) {
    case 'due':
      return state.days === 0 ? say('dates.due-today') : say('dates.due', { days: state.days })
    case 'late':
      return say('dates.late', { days: state.days })
    case 'done':
      return say(state.daysLate ? 'dates.done-late' : 'dates.done', { date: longDate(state.on), days: state.daysLate })
    default:
      return say(state.is === 'running' ? 'dates.running' : 'dates.unknown')
  }
}

const lastWords = ({ say }: Site, { open, last }: Ruled): string | null =>
  last && say(open ? 'dates.at-least-until' : 'dates.last-day', { date: fullDate(last) })

/** How the last day was counted, so that a reader can count along with a calendar. */
const howWords = (site: Site, { rule, count }: Ruled): string => {
  const { say } = site
  const { first, last, moved, shortMonth } = count
  if (!first || !last) return say('dates.unknown-text')
  const values = { length: rule.length, first: fullDate(first), last: fullDate(moved ?? last) }
  const way: WordId =
    rule.unit === 'working-days'
      ? 'dates.count-working'
      : rule.unit === 'month'
        ? shortMonth
          ? 'dates.count-month-short'
          : 'dates.count-month'
        : rule.day_one === 'same-day'
          ? 'dates.count-days-same'
          : 'dates.count-days-next'
  return [
    say(way, values),
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
