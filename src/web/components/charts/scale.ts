/** Round numbers up to the greatest, at most so many steps: 0, 150, 300, 450. */
export const ticksTo = (greatest: number, steps = 4): number[] => {
  const least = Math.max(greatest, 1) / steps
  const size = 10 ** Math.floor(Math.log10(least))
  // People are whole: no step is less than one.
  const step = Math.max(
    1,
    [1, 2, 2.5, 5, 10].map((times) => times * size).find((one) => one >= least && Number.isInteger(one)) ?? 10 * size,
  )
  return Array.from({ length: Math.ceil(Math.max(greatest, 1) / step) + 1 }, (_, at) => at * step)
}
