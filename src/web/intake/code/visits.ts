/** Visits that somebody has closed: none of their pages, and no sending again of the words with which they began, opens anything any more. */
export type ClosedVisits = { close(visit: string): void; has(visit: string): boolean }

/** They hold for an hour at most without it (carried.ts), so nothing is kept longer; and no more than so many. */
const most = 10_000

export const closedVisits = (): ClosedVisits => {
  const closed = new Set<string>()
  return {
    close: (visit) => {
      closed.add(visit)
      const [oldest] = closed
      if (closed.size > most && oldest !== undefined) closed.delete(oldest)
    },
    has: (visit) => closed.has(visit),
  }
}
