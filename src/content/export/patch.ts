import type { Edit } from './edit.ts'

/** Lines that stand around a change, so that its place is found. */
const around = 3

/** Lines of a file that give way to others. */
type Span = { from: number; to: number; lines: readonly string[] }

/**
 * The edits of a file as a unified patch. Its head is that of `diff -u`, without git's own: so `git apply` takes its paths as they are seen from
 * the folder in which it is run (git-apply, "--directory"), and `patch -p1` takes it too.
 */
export const patchOf = (file: string, text: string, edits: readonly Edit[]): string => {
  const lines = linesOf(text)
  const spans = spansOf(text, edits)
  if (!spans.length) return ''
  const groups: Span[][] = []
  for (const span of spans) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && span.from - last.to <= 2 * around) group.push(span)
    else groups.push([span])
  }
  let grown = 0
  const hunks = groups.map((group) => {
    const hunk = hunkOf(lines, group, grown)
    grown += group.reduce((sum, { from, to, lines }) => sum + lines.length - (to - from), 0)
    return hunk
  })
  return `--- a/${file}\n+++ b/${file}\n${hunks.join('')}`
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** Edits as whole lines; those that share a line are one. */
const spansOf = (text: string, edits: readonly Edit[]): Span[] => {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const lineAt = (offset: number) => starts.findLastIndex((start) => start <= offset)
  const startOf = (line: number) => starts[line] ?? text.length
  const groups: { from: number; to: number; edits: Edit[] }[] = []
  for (const edit of edits) {
    const from = lineAt(edit.from)
    const whole = edit.from === edit.to && edit.from === startOf(from) && edit.text.endsWith('\n')
    // After the last line's end there is no line any more.
    const to =
      whole || (edit.from === text.length && text.endsWith('\n'))
        ? from
        : lineAt(edit.to > edit.from && edit.to === startOf(lineAt(edit.to)) ? edit.to - 1 : edit.to) + 1
    const last = groups.at(-1)
    if (last && from < last.to) {
      last.to = Math.max(last.to, to)
      last.edits.push(edit)
    } else groups.push({ from, to, edits: [edit] })
  }
  return groups.map(({ from, to, edits }) => {
    const [begin, end] = [startOf(from), startOf(to)]
    let fresh = text.slice(begin, end)
    for (const edit of edits.toReversed()) fresh = fresh.slice(0, edit.from - begin) + edit.text + fresh.slice(edit.to - begin)
    return { from, to, lines: linesOf(fresh) }
  })
}

const hunkOf = (lines: readonly string[], spans: readonly Span[], grown: number): string => {
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last) return ''
  const from = Math.max(0, first.from - around)
  const to = Math.min(lines.length, last.to + around)
  const rows: string[] = []
  const put = (sign: string, line: string) =>
    rows.push(line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`)
  let at = from
  let [old, fresh] = [0, 0]
  const keep = (until: number) => {
    for (; at < until; at += 1, old += 1, fresh += 1) put(' ', lines[at] ?? '')
  }
  for (const span of spans) {
    keep(span.from)
    for (; at < span.to; at += 1, old += 1) put('-', lines[at] ?? '')
    for (const line of span.lines) {
      put('+', line)
      fresh += 1
    }
  }
  keep(to)
  // A side of no lines is said to be of the line before it.
  const start = (line: number, count: number) => (count ? line + 1 : line)
  return `@@ -${start(from, old)},${old} +${start(from + grown, fresh)},${fresh} @@\n${rows.join('')}`
}
