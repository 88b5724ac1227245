/** What the hands of a clock are moved by at most while it is set slowly: 500 parts in a million (Linux, adjtimex), and as much again. */
const slewed = 0.001
/** A clock that is this far from where it should be, in ms, was set. */
const tolerance = 2000

/** From when to when a clock went at once. */
export type ClockStep = { from: Temporal.Instant; to: Temporal.Instant }

/**
 * A clock that tells when it was set: when between two readings it went otherwise than `elapsed`, which counts ms evenly and cannot be set.
 * Whoever runs the site reads it in the log, since states of lines rest on the clock. Nothing of a reader is in it.
 */
export const watchedClock = (
  clock: () => Temporal.Instant,
  elapsed: () => number,
  tell: (line: string, step: ClockStep) => void,
): (() => Temporal.Instant) => {
  let [before, at] = [clock().epochMilliseconds, elapsed()]
  return () => {
    const now = clock()
    const [ms, passed] = [now.epochMilliseconds, elapsed() - at]
    const step = ms - before - passed
    if (Math.abs(step) > tolerance + passed * slewed) {
      const from = Temporal.Instant.fromEpochMilliseconds(Math.round(before))
      tell(stepLine(before, ms, passed), { from, to: now })
    }
    before = ms
    at += passed
    return now
  }
}

const stepLine = (from: number, to: number, passed: number): string => {
  const words = (ms: number): string => new Date(ms).toISOString().slice(0, 19).concat('Z')
  return `The clock went from ${words(from)} to ${words(to)} within ${Math.round(passed / 1000)} s. Either it was changed, or the machine was asleep. Waymark uses the clock to work out what is open now, so check that it is right.`
}
