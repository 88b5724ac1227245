import { runsOf } from './digit-runs.ts'
import { longNumber } from './long-numbers.ts'
import { hide } from './not-numbers.ts'
import type { KnownNumber, NumberFault } from './number-fault.ts'
import { plain } from './plain-digits.ts'
import { shortNumber } from './short-numbers.ts'

/** Finds every number of a text that is no number of the pack, or is not written as the pack writes it. */
export const numberFaults = (text: string, numbers: readonly KnownNumber[]): NumberFault[] => {
  if (!/\p{Nd}/u.test(text)) return []
  const { text: clean, at } = plain(text)
  const open = hide(clean)
  const long = numbers.filter((n) => n.digits.startsWith('0'))
  const short = numbers.filter((n) => !n.digits.startsWith('0'))
  const source = (from: number, to: number) => text.slice(at[from], to < at.length ? at[to] : text.length)
  const faults: NumberFault[] = []
  for (const run of runsOf(open)) {
    let i = 0
    while (i < run.groups.length) {
      const hit = longNumber(run, i, open, long, source) ?? shortNumber(run, i, open, short, source)
      const [first, last] = [run.groups[i], hit && run.groups[hit.to]]
      if (hit?.fault && first && last) {
        const from = first.from - (i === 0 && open[first.from - 1] === '+' ? 1 : 0)
        // What parts the last digit from the next letter (a mark of bold type) does not belong to the number.
        const shown = source(from, last.to).replace(/[^\p{Nd}]+$/u, '')
        faults.push({ index: at[from] ?? 0, text: shown, ...hit.fault })
      }
      i = hit ? hit.to + 1 : i + 1
    }
  }
  return faults
}
