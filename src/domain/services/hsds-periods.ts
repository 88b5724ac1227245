/** Days, first and last included, on which the local clock is `offset` hours ahead of UTC. `from` null: no beginning that matters. */
export type Period = { from: Temporal.PlainDate | null; to: Temporal.PlainDate; offset: number }

/** Days on which something holds, but for those in `without`. */
export type Days = {
  from: Temporal.PlainDate | null
  to: Temporal.PlainDate
  without: readonly { from: Temporal.PlainDate; to: Temporal.PlainDate }[]
}

type Stretch = Omit<Period, 'offset'>

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0
const later = (a: Temporal.PlainDate | null, b: Temporal.PlainDate): Temporal.PlainDate => (a && isBefore(b, a) ? a : b)
const sooner = (a: Temporal.PlainDate, b: Temporal.PlainDate | null): Temporal.PlainDate => (b && isBefore(b, a) ? b : a)
const dayBefore = (date: Temporal.PlainDate): Temporal.PlainDate => date.subtract({ days: 1 })
const isSome = ({ from, to }: Stretch): boolean => !from || !isBefore(to, from)

/** What is left of a stretch of days when a gap is cut out: nothing, one part, or two. */
const cut = (days: Stretch, gap: Days['without'][number]): Stretch[] => {
  if (isBefore(gap.to, gap.from) || isBefore(days.to, gap.from) || (days.from && isBefore(gap.to, days.from))) return [days]
  return [
    { from: days.from, to: dayBefore(gap.from) },
    { from: gap.to.add({ days: 1 }), to: days.to },
  ].filter(isSome)
}

const noon = (date: Temporal.PlainDate, timezone: string): Temporal.ZonedDateTime =>
  date.toZonedDateTime({ timeZone: timezone, plainTime: '12:00' })

/** The first date whose noon is on the clock that a change brings: clocks change at night. */
const changeDate = (change: Temporal.ZonedDateTime | null, timezone: string): Temporal.PlainDate | null => {
  if (!change) return null
  const date = change.toPlainDate()
  return Temporal.ZonedDateTime.compare(noon(date, timezone), change) < 0 ? date.add({ days: 1 }) : date
}

/** Stretches between clock changes, the one of `today` first; two more are a year. */
const clocks = (today: Temporal.PlainDate, timezone: string): Period[] => {
  const periods: Period[] = []
  const from = changeDate(noon(today, timezone).add({ nanoseconds: 1 }).getTimeZoneTransition('previous'), timezone)
  let next: { from: Temporal.PlainDate | null; seen: Temporal.PlainDate } | null = { from, seen: today }
  while (next && periods.length < 3) {
    const moment: Temporal.ZonedDateTime = noon(next.seen, timezone)
    const change: Temporal.PlainDate | null = changeDate(moment.getTimeZoneTransition('next'), timezone)
    const to: Temporal.PlainDate = change ? dayBefore(change) : today.add({ years: 1 })
    periods.push({ from: next.from, to, offset: moment.offsetNanoseconds / 3_600_000_000_000 })
    next = change ? { from: change, seen: change } : null
  }
  return periods
}

/**
 * The days as periods of one offset each, the past left out: what is over before today, and of the rest what lies before the
 * clock's last change. `allHours`: the hours are all hours of every day, on any clock, so that one period with offset 0 does.
 * Where a change of the clock lies in the opening hours themselves (at night, twice a year) that day's are an hour off.
 */
export const offsetPeriods = (days: Days, today: Temporal.PlainDate, timezone: string, allHours: boolean): Period[] => {
  const { from, to, without } = days
  const parts = without.reduce((left: Stretch[], gap) => left.flatMap((part) => cut(part, gap)), [{ from, to }].filter(isSome))
  const ahead = parts.filter((part) => !isBefore(part.to, today))
  if (allHours) return ahead.map((part) => ({ ...part, offset: 0 }))
  return ahead.flatMap((part) =>
    clocks(today, timezone)
      .map((clock) => ({
        from: clock.from ? later(part.from, clock.from) : part.from,
        to: sooner(part.to, clock.to),
        offset: clock.offset,
      }))
      .filter((period) => isSome(period) && !isBefore(period.to, today)),
  )
}
