/** How long something keeps the processor at best of a few tries, in ms: other tests run beside it, and what waits for them is no work. */
const best = (act: () => unknown, tries: number): number =>
  Math.min(
    ...Array.from({ length: tries }, () => {
      const began = process.cpuUsage()
      act()
      const { user, system } = process.cpuUsage(began)
      return (user + system) / 1000
    }),
  )

/**
 * Does the time grow with the length of a text, and no faster? A text four times as long takes about four times as long; where time grows with the square, sixteen times. What is
 * done in 20 ms is too short to tell, and does no harm. Tried again where it seems not: a machine may be busy.
 */
export const growsLinearly = (piece: string, act: (text: string) => unknown, length = 16_000): boolean => {
  const text = (of: number): string => piece.repeat(Math.ceil(of / piece.length))
  const [short, long] = [text(length), text(4 * length)]
  for (let tries = 1; tries <= 6; tries += 1) {
    const took = best(() => act(long), tries)
    if (took < 20 || took / best(() => act(short), tries) < 11) return true
  }
  return false
}
