import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupOf } from './arrange.ts'
import { london, row, service } from './fixtures.ts'
import { type ScheduleRow, type Service, serviceSchema, weekdays } from './service.ts'
import { serviceState } from './state.ts'

const minute = 60_000
const pad = (value: number) => `${value}`.padStart(2, '0')
const clock = (minutes: number) => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
const dateAfter = (days: number) => Temporal.PlainDate.from('2016-12-01').add({ days }).toString()
/** Dense enough that rows, closures, doubts and reviews meet, and reaching over both ends of the calendar's cover. */
const date = fc.oneof(fc.integer({ min: 0, max: 4500 }), fc.integer({ min: 1300, max: 1500 })).map(dateAfter)
const twoDates = fc.tuple(date, date).map((pair) => pair.sort())
/** Half of them at an hour where local days meet or clocks change. */
const time = fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(0, 60, 90, 120, 1380))

const aRow = fc.record({
  days: fc.oneof(fc.constant([...weekdays]), fc.subarray([...weekdays], { minLength: 1 })),
  opens: time.map(clock),
  closes: fc.oneof(time, fc.constant(1440)).map(clock),
  bank_holidays: fc.constantFrom<ScheduleRow['bank_holidays']>('open', 'closed', 'unknown'),
  validity: fc.oneof(
    fc.constant([null, null] as const),
    twoDates,
    date.map((from) => [from, 'unknown'] as const),
    fc.constant(['unknown', null] as const),
  ),
  source_date: fc.constantFrom('2019-07-30', '2020', '2018-02', 'unknown'),
})
const always = fc.constant(row())
const rows = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: aRow.map(({ validity: [valid_from, valid_to], ...rest }) =>
        row({ ...rest, valid_from, valid_to } as Partial<ScheduleRow>),
      ),
    },
    { weight: 1, arbitrary: always },
  ),
  { minLength: 1, maxLength: 3 },
)
const closure = fc
  .tuple(twoDates, time)
  .map(([[from, to], at]) => ({ from: `${from}T${clock(at)}`, to: to as string, note: 'x', source: 'x', source_date: '2020' }))
  .filter(({ from, to }) => from < to)

const services: fc.Arbitrary<Service> = fc
  .record(
    {
      schedule: fc.oneof({ weight: 9, arbitrary: rows }, { weight: 1, arbitrary: fc.constant('unknown' as const) }),
      checked: date,
      review: date,
      source_date: fc.oneof(date, fc.constantFrom('unknown', '2020-04', '2021')),
      doubt_from: date,
      schedule_now: fc.constant('unknown' as const),
      closures: fc.array(closure, { maxLength: 2 }),
      valid_to: date,
    },
    { requiredKeys: ['schedule', 'checked', 'review', 'source_date'] },
  )
  // Drop what would make nearly every service unknown or ended nearly always.
  .chain((made) =>
    fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })).map(([keepHistory, keepEnd]) => {
      const { schedule_now, valid_to, ...rest } = made
      return service({
        ...rest,
        ...(keepHistory === 0 && schedule_now && { schedule_now }),
        ...(keepEnd === 0 && valid_to && { valid_to }),
      } as Partial<Service>)
    }),
  )

const clockChanges = ['2019-03-31', '2019-10-27', '2020-03-29', '2020-10-25', '2021-03-28'].map((day) => Date.parse(`${day}T01:00Z`))
const holidays = [...london.holidays.keys(), ...london.substituted.keys()].map((day) => Date.parse(`${day}T00:00Z`))
const near = (moments: number[]) =>
  fc.tuple(fc.constantFrom(...moments), fc.integer({ min: -2880, max: 2880 })).map(([moment, by]) => moment + by * minute)
const instants = fc.oneof(
  fc.integer({ min: Date.parse('2016-12-01') / minute, max: Date.parse('2029-02-01') / minute }).map((minutes) => minutes * minute),
  near(clockChanges),
  near(holidays),
)

const stateAt = (of: Service, ms: number) => serviceState(of, Temporal.Instant.fromEpochMilliseconds(ms), london)
const isOpen = (state: string) => state === 'open' || state === 'always'
const day = 86_400_000
/** Moments from `from` up to, not including, `to`: both ends, the hours just inside them, and some between. */
const sample = (from: number, to: number): number[] =>
  [
    from,
    from + 1,
    from + 60 * minute,
    to - 60 * minute,
    to - 1,
    ...Array.from({ length: 9 }, (_, i) => from + Math.floor(((to - from) * (i + 1)) / 10)),
  ].filter((ms) => ms >= from && ms < to)

/** With WAYMARK_ALL each as often as was asked when it was written; else two of five. */
const often = (runs: number): number => (process.env.WAYMARK_ALL ? runs : Math.ceil(runs * 0.4))
const check = (property: (of: Service, ms: number) => void, numRuns = often(1000)) =>
  fc.assert(fc.property(services, instants, property), { numRuns })

test('the services made up here are such as a pack may hold, and are in every state', () => {
  const seen = new Map<string, number>()
  check((of, ms) => {
    expect(serviceSchema.safeParse(of).success).toBe(true)
    const { state } = stateAt(of, ms)
    seen.set(state, (seen.get(state) ?? 0) + 1)
  }, 1000)
  for (const state of ['open', 'closed', 'always', 'unknown']) expect(seen.get(state) ?? 0, state).toBeGreaterThan(40)
})

test('the state holds from `at` up to `until`, and is another at `until`', () => {
  check((of, ms) => {
    const { state, until } = stateAt(of, ms)
    // Not known to change: then at least not for the half year that the search looks at.
    const end = until?.epochMilliseconds ?? ms + 150 * day
    expect(end).toBeGreaterThan(ms)
    for (const moment of sample(ms, Math.min(end, ms + 400 * day))) expect(stateAt(of, moment).state).toBe(state)
    if (until) expect(stateAt(of, end).state).not.toBe(state)
    if (until) expect(stateAt(of, end - 1).state).toBe(state)
  }, often(350))
})

test('`opens` is given only when closed, and is the first moment of being open', () => {
  check((of, ms) => {
    const { state, opens, until } = stateAt(of, ms)
    if (state !== 'closed') expect(opens).toBe(null)
    if (state !== 'closed') return
    const end = opens?.epochMilliseconds ?? ms + 150 * day
    for (const moment of sample(ms, Math.min(end, ms + 400 * day))) expect(isOpen(stateAt(of, moment).state)).toBe(false)
    if (!opens) return
    expect(isOpen(stateAt(of, end).state)).toBe(true)
    expect(end).toBeGreaterThanOrEqual(until?.epochMilliseconds ?? Infinity)
  }, often(700))
})

test('never open or always inside a day that is not known, but for what was open before it began', () => {
  const silent = ({ schedule, checked }: Service, local: Temporal.PlainDate) =>
    schedule !== 'unknown' &&
    schedule.some(
      ({ days, bank_holidays, valid_from, valid_to }) =>
        bank_holidays === 'unknown' &&
        days.includes(weekdays[local.dayOfWeek - 1] as never) &&
        (valid_from === null || (valid_from === 'unknown' ? checked : valid_from) <= local.toString()) &&
        (valid_to === null || valid_to === 'unknown' || local.toString() <= valid_to),
    )
  let met = 0
  const property = fc.property(services, near(holidays), (of, ms) => {
    const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(london.timezone)
    const key = local.toPlainDate().toString()
    if (!(london.holidays.has(key) || london.substituted.has(key)) || !silent(of, local.toPlainDate())) return
    met += 1
    if (!isOpen(stateAt(of, ms).state)) return
    const midnight = local.startOfDay().epochMilliseconds
    for (const moment of [midnight - 1, ...sample(midnight, ms)]) expect(isOpen(stateAt(of, moment).state)).toBe(true)
    expect(local.since(local.startOfDay()).total('hours')).toBeLessThan(24)
    expect((of.schedule as ScheduleRow[]).some(({ opens, closes }) => closes <= opens)).toBe(true)
  })
  fc.assert(property, { numRuns: often(2500) })
  expect(met).toBeGreaterThan(40)
})

test('what is unknown, in doubt or past review is not sure, and never offered first', () => {
  check((of, ms) => {
    const found = stateAt(of, ms)
    const today = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(london.timezone).toPlainDate().toString()
    const doubted = of.doubt_from !== undefined && today >= of.doubt_from
    expect(found.sure).toBe(found.state !== 'unknown' && !doubted && today <= of.review)
    if (!found.sure) expect(groupOf(found)).not.toBe('open')
  })
})

test('nothing said of a service changes before `until` and `sureUntil`', () => {
  check((of, ms) => {
    const { state, sure, numberConfirmed, until, sureUntil } = stateAt(of, ms)
    const end = Math.min(until?.epochMilliseconds ?? Infinity, sureUntil?.epochMilliseconds ?? Infinity, ms + 150 * day)
    for (const moment of sample(ms, end)) expect(stateAt(of, moment)).toMatchObject({ state, sure, numberConfirmed })
  }, often(250))
})

test('the search that looks a day at a time misses nothing that a look every 97 minutes finds', () => {
  const property = fc.property(services, instants, (of, ms) => {
    const { state, until } = stateAt(of, ms)
    for (let step = 1; step <= 40; step += 1) {
      const moment = ms + step * 97 * minute
      if (until && moment >= until.epochMilliseconds) break
      expect(stateAt(of, moment).state).toBe(state)
    }
  })
  fc.assert(property, { numRuns: often(100) })
})
