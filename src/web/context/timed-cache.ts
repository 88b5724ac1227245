import { isValid, type Validity } from '../../domain/time/validity.ts'

/**
 * What was made and is kept by name, each for as long as it is valid. All that the site keeps for a time is kept here: a clock that is set
 * back, or that ran ahead for one request, makes nothing stay that is not so.
 */
export type TimedCache<T> = {
  /** What is kept of that name and valid at `now` (ms since 1970). */
  get(name: string, now: number): T | undefined
  /** Keeps it in the place of what had that name; gives it back. */
  put(name: string, value: T, valid: Validity): T
  /** The same in one: made only where nothing valid is kept. */
  of(name: string, now: Temporal.Instant, make: () => { value: T; valid: Validity }): T
}

/** `most`: how many are kept at once; then the first one makes room. */
export const timedCache = <T>(most = Number.POSITIVE_INFINITY): TimedCache<T> => {
  const kept = new Map<string, { value: T; valid: Validity }>()
  const get: TimedCache<T>['get'] = (name, now) => {
    const there = kept.get(name)
    return there && isValid(there.valid, now) ? there.value : undefined
  }
  const put: TimedCache<T>['put'] = (name, value, valid) => {
    if (!kept.has(name) && kept.size >= most) for (const oldest of kept.keys().take(1)) kept.delete(oldest)
    kept.set(name, { value, valid })
    return value
  }
  return {
    get,
    put,
    of: (name, now, make) => {
      const there = get(name, now.epochMilliseconds)
      if (there !== undefined) return there
      const { value, valid } = make()
      return put(name, value, valid)
    },
  }
}
