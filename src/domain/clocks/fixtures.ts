/** For tests only: the shipped clocks. They are dated, so a change of the law adds to them and leaves these examples as they are. */
import { z } from 'zod'
import { calendarOf, readContent } from '../services/fixtures.ts'
import { type ClockState, clocksOf, type RunningClock } from './clocks.ts'
import { type Clocks, clockEventSchema, clockNationSchema, clockRuleSchema, clockSchema } from './rule.ts'

const file = readContent('national/clocks.yaml')
const figures: { id: string; value: number }[] = readContent('national/figures.yaml').figures
const owned = (rows: object[]) => rows.map((row) => ({ owner: file.owner_default, ...row }))

export const shipped: Clocks = {
  nations: z.array(clockNationSchema).parse(file.nations),
  events: z.array(clockEventSchema).parse(file.events),
  clocks: z.array(clockSchema).parse(file.clocks),
  rules: z
    .array(clockRuleSchema)
    .parse(owned(file.rules))
    .map((rule) => ({
      ...rule,
      length: typeof rule.length === 'string' ? Number(figures.find((f) => f.id === rule.length)?.value) : rule.length,
    })),
}

export const nations = ['england', 'wales', 'scotland', 'northern-ireland'] as const
export type Nation = (typeof nations)[number]
export const regionOf = (nation: Nation) => (nation === 'england' || nation === 'wales' ? 'england-and-wales' : nation)
const calendars = new Map(nations.map((nation) => [nation, calendarOf(regionOf(nation))]))

export const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

/** The clocks of a case, its events by id: `{ referral: '2026-12-23' }`. */
export const clocksIn = (nation: Nation, happened: Readonly<Record<string, string>>, today: string): RunningClock[] => {
  const calendar = calendars.get(nation)
  if (!calendar) throw new Error(`no calendar of ${nation}`)
  return clocksOf(shipped, new Map(Object.entries(happened).map(([id, day]) => [id, date(day)])), { nation, calendar }, date(today))
}

/** One of them, with its days as text. */
export const clockIn = (nation: Nation, happened: Readonly<Record<string, string>>, today: string, id: string) => {
  const clock = clocksIn(nation, happened, today).find((c) => c.clock === id)
  if (!clock) return null
  if (clock.rule === null) return { rule: null }
  const { rule, count, last, open, through, state, sure } = clock
  return {
    rule: rule.id,
    first: String(count.first),
    last: String(last),
    counted: String(count.last),
    open,
    through,
    state: stateText(state),
    sure,
    skipped: count.skipped.map((s) => `${s.date} ${s.why === 'weekend' ? s.why : s.why.holiday}`),
    moved: count.moved === null ? null : String(count.moved),
    shortMonth: count.shortMonth,
  }
}

const stateText = (state: ClockState): string =>
  state.is === 'done'
    ? `done ${state.on}${state.daysLate ? `, ${state.daysLate} late` : ''}`
    : 'days' in state
      ? `${state.is} ${state.days}`
      : state.is
