/** The line of each place of a text, counted from 0. Where its lines end is found once: a long file may be asked for thousands of places. */
export const lineFinder = (text: string): ((index: number) => number) => {
  let ends: number[] | undefined
  return (index) => {
    ends ??= [...text.matchAll(/\n/g)].map((end) => end.index)
    let [from, to] = [0, ends.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((ends[middle] ?? 0) < index) from = middle + 1
      else to = middle
    }
    return from
  }
}
