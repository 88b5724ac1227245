import type { NumberFault } from './number-fault.ts'

/** Pieces of digits that stand side by side, with what parts them. */
export type Run = { groups: { digits: string; from: number; to: number }[]; gaps: string[]; plus: boolean }

export type Hit = { to: number; fault: Omit<NumberFault, 'index' | 'text'> | null }
/** The text as it was given, from one digit to another. */
export type Source = (from: number, to: number) => string

const mostGroups = 20

/** The last group, of those that can belong to a number that begins at `from`, of which something holds; -1 for none. */
export const lastGroup = (run: Run, from: number, holds: (to: number) => boolean): number => {
  for (let to = Math.min(from + mostGroups, run.groups.length - 1); to >= from; to -= 1) if (holds(to)) return to
  return -1
}

/** Digits of a part of a run. Past twenty groups nothing is a number any more: it stays so short that a long run costs no more than its length. */
export const digitsOf = (run: Run, from: number, to: number): string =>
  to - from > mostGroups
    ? ''
    : run.groups
        .slice(from, to + 1)
        .map((g) => g.digits)
        .join('')

/** One space, hyphen, dot or slash, or a few; a bracket; the end of a line within a paragraph. A full stop and a space end a sentence. */
const gap = '(?: {0,2}[-/] ?|\\.(?=[\\d(])| {1,3}|\\) ?[-./]? ?| ?\\((?=\\d)| ?\\(0\\) ?(?=\\d)| *\\n[ >]*(?=[\\d(]))'
const runPattern = new RegExp(`\\d+(?:${gap}\\d+)*`, 'g')

export const runsOf = (text: string): Run[] =>
  [...text.matchAll(runPattern)].map((match) => {
    const groups: Run['groups'] = []
    const gaps: string[] = []
    let end: number | null = null
    for (const piece of match[0].matchAll(/\d+/g)) {
      const from = match.index + piece.index
      if (end !== null) gaps.push(text.slice(end, from))
      end = from + piece[0].length
      groups.push({ digits: piece[0], from, to: end })
    }
    return { groups, gaps, plus: text[match.index - 1] === '+' }
  })
