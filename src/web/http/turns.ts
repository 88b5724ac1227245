/** Gives each network its turn: with many waiting of one, another's next comes after one of theirs, not after all. */
export type Turns<Key> = { take(key: Key, work: () => void): void }

/**
 * One piece of work each time the event loop comes round, so that what needs no turn (a finished page, a new connection) waits for one of
 * them at most. With nothing waiting, work begins at once. `later`: when the loop has come round.
 */
export const fairTurns = <Key>(later: (next: () => void) => void = setImmediate): Turns<Key> => {
  const waiting = new Map<Key, (() => void)[]>()
  let turning = false
  const next = (): void => {
    const [first] = waiting
    if (!first) {
      turning = false
      return
    }
    later(next)
    const [key, [work, ...rest]] = first
    // To the end of the row: a Map keeps the order in which keys came.
    waiting.delete(key)
    if (rest.length) waiting.set(key, rest)
    work?.()
  }
  return {
    take: (key, work) => {
      if (turning) {
        const row = waiting.get(key)
        if (row) row.push(work)
        else waiting.set(key, [work])
        return
      }
      turning = true
      later(next)
      work()
    },
  }
}
