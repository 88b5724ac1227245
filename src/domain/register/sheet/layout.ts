import { nameKey } from '../names.ts'
import { roleOf } from './columns.ts'
import type { Sheet } from './sheet.ts'

/** Which program made a file, where it can be told by how it is laid out. */
export type LayoutKind = 'teams' | 'moodle-activities' | 'moodle-course' | 'list'

/** The part of a file that lists people: names of its columns, and its rows with their lines. */
export type Table = { kind: LayoutKind; headers: readonly string[]; rows: readonly { line: number; cells: readonly string[] }[] }

/** Rows that may stand above the names of the columns: a title, a date, who made it. */
const above = 20

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => !cell.trim())
const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim()).length

/** The people of a file. Null: it has no row under names of columns. */
export const tableIn = ({ cells, lines }: Sheet): Table | null => {
  const rows = cells.map((row, at) => ({ line: lines[at] ?? at + 1, cells: row }))
  return teamsTable(rows) ?? listTable(rows)
}

type Rows = Table['rows']

/** An attendance report of Microsoft Teams has three parts with a number: a summary, who was there, and the same people again each time they joined. */
const teamsTable = (rows: Rows): Table | null => {
  const begins = rows.findIndex(({ cells }) => /^2\.\s*participants\b/i.test(cells[0]?.trim() ?? ''))
  if (begins < 0) return null
  const after = rows.slice(begins + 1)
  const end = after.findIndex(({ cells }) => /^3\.\s*\S/.test(cells[0]?.trim() ?? '') && filled(cells) === 1)
  const part = (end < 0 ? after : after.slice(0, end)).filter(({ cells }) => !isEmpty(cells))
  const [head, ...people] = part
  return head && people.length ? { kind: 'teams', headers: head.cells.map((cell) => cell.trim()), rows: people } : null
}

const listTable = (rows: Rows): Table | null => {
  const top = rows.slice(0, above)
  const known = top.map(({ cells }) => (filled(cells) < 2 ? -1 : new Set(cells.flatMap((cell) => roleOf(cell) ?? [])).size))
  // The row in which most names are known, else the first with two cells; a row of one cell only where there is no other.
  const best = Math.max(...known, 0)
  const wide = known.indexOf(best)
  const at = wide >= 0 ? wide : top.findIndex(({ cells }) => !isEmpty(cells))
  const head = top[at]
  if (!head) return null
  const people = rows.slice(at + 1).filter(({ cells }) => !isEmpty(cells))
  if (!people.length) return null
  const written = head.cells.map((cell) => cell.trim())
  if (isMoodleActivities(written)) return { kind: 'moodle-activities', headers: moodleHeaders(written), rows: people }
  const isCourse =
    nameKey(written[0] ?? '') === 'id' && nameKey(written[1] ?? '') === 'name' && written.some((cell) => /completion date$/i.test(cell))
  return { kind: isCourse ? 'moodle-course' : 'list', headers: written, rows: people }
}

/** Moodle's activity completion: the column of names has no name, and after each activity comes a column that has none either, or the day by which it was due. */
const isMoodleActivities = (headers: readonly string[]): boolean =>
  headers[0] === '' && headers.length > 2 && headers.slice(1).some((_, at) => isDay(headers[at + 1] ?? '') && headers[at] !== '')

const isDay = (header: string): boolean =>
  header === '' || /^(?:\p{L}+,? )?\d{1,2}[ ./-]+(?:\d{1,2}|\p{L}+)[ ./,-]+(?:19|20)\d\d\b/u.test(header)

const moodleHeaders = (headers: readonly string[]): string[] =>
  headers.map((header, at) => (at === 0 ? 'Name' : isDay(header) && headers[at - 1] ? `${headers[at - 1]} - Completion date` : header))
