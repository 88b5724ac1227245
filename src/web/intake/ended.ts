/**
 * Visits to a report, and reports that are being written, that somebody has closed: none of their pages goes on any more, and none that a
 * browser sends again.
 */
export type Ended = { close(id: string): void; has(id: string): boolean }

/** Only their random ids, in memory; and no more than so many. */
const most = 10_000

export const endedOnes = (): Ended => {
  const closed = new Set<string>()
  return {
    close: (id) => {
      closed.add(id)
      const [oldest] = closed
      if (closed.size > most && oldest !== undefined) closed.delete(oldest)
    },
    has: (id) => closed.has(id),
  }
}
