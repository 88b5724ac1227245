import { readTypedDate, type TypedDate, type TypedDateFault } from '../time/typed-date.ts'
import { type Answers, answerTo, type Value } from './answers.ts'
import type { Entry, Flow, Question } from './flow.ts'
import { askedOf, lackingOf, lookIn, type Walk, type World, walk } from './walk.ts'

/** What someone entered for one entry, before it is judged. Undefined: nothing of it was sent. */
export type Typed = string | readonly string[] | TypedDate | readonly TypedRow[] | undefined
export type TypedRow = { readonly [entry: string]: Typed }

/** What is wrong with what was entered. `at`: the ids and row numbers that lead to the field, such as `weights`, 1, `kilos`. */
export type EntryFault = { at: readonly (string | number)[] } & (
  | { code: 'missing' | 'not-an-option' }
  | { code: 'too-long' | 'too-many'; most: number }
  | { code: 'date'; fault: TypedDateFault }
)

/** The answers with what was entered on the page of a question, and all that is wrong with it, in the order of the page. */
export type Entered = { answers: Answers; faults: readonly EntryFault[] }

/**
 * Judges what was entered on the page of a question. What is asked there only where another answer of the same page holds is judged where it
 * does, and dropped elsewhere.
 */
export const enteredOn = (flow: Flow, question: Question, typed: TypedRow, answers: Answers, world: World): Entered => {
  const read = question.entries.map((entry) => ({ entry, ...judge(entry, typed[entry.id], [entry.id]) }))
  const own = new Set(question.entries.map(({ id }) => id))
  const others = Object.fromEntries(Object.entries(answers).filter(([id]) => !own.has(id)))
  const all: Answers = {
    ...others,
    ...Object.fromEntries(read.flatMap(({ entry, value }) => (value === undefined ? [] : [[entry.id, value]]))),
  }
  const so = walkTo(flow, question, all, world)
  const asked = new Set(askedOf(question, so))
  const wrong = read.flatMap(({ entry, faults }) => (asked.has(entry) ? faults : []))
  const judged = new Set(wrong.map(({ at }) => at[0]))
  const missing = lackingOf(question, so)
    .filter(({ id }) => !judged.has(id))
    .map(({ id }): EntryFault => ({ at: [id], code: 'missing' }))
  const order = question.entries.map(({ id }) => id)
  return {
    answers: Object.fromEntries(Object.entries(all).filter(([id]) => !own.has(id) || [...asked].some((entry) => entry.id === id))),
    faults: [...wrong, ...missing].toSorted((a, b) => order.indexOf(String(a.at[0])) - order.indexOf(String(b.at[0]))),
  }
}

const walkTo = (flow: Flow, question: Question, answers: Answers, world: World): Walk =>
  walk(flow, lookIn(answers), world, ({ id }) => id === question.id)

/** One entry. An empty one is no fault here: whether it may be empty, the walk says. */
const judge = (entry: Entry, typed: Typed, at: readonly (string | number)[]): { value?: Value; faults: EntryFault[] } => {
  if (typed === undefined) return entry.kind === 'several' && entry.may_be_empty ? { value: [], faults: [] } : { faults: [] }
  if (entry.kind === 'date') return isTypedDate(typed) ? judgeDate(typed, at) : { faults: [] }
  if (entry.kind === 'group') return judgeRows(entry, Array.isArray(typed) ? typed : [], at)
  if (entry.kind === 'several') return optionOf(entry, Array.isArray(typed) ? typed : [typed], at)
  const text = Array.isArray(typed) ? typed.join('\n') : String(typed)
  if (!text.trim()) return { faults: [] }
  const most = entry.record?.max_chars
  if (most !== undefined && lengthOf(text) > most) return { faults: [{ at, code: 'too-long', most }] }
  return optionOf(entry, text, at)
}

const optionOf = (entry: Entry, value: unknown, at: readonly (string | number)[]): { value?: Value; faults: EntryFault[] } => {
  const answer = answerTo(entry, value)
  if (answer !== undefined) return { value: answer, faults: [] }
  return Array.isArray(value) && !value.length ? { faults: [] } : { faults: [{ at, code: 'not-an-option' }] }
}

const judgeDate = (typed: TypedDate, at: readonly (string | number)[]): { value?: Value; faults: EntryFault[] } => {
  const date = readTypedDate(typed)
  if (!('code' in date)) return { value: date.toString(), faults: [] }
  return { faults: date.code === 'missing' ? [] : [{ at, code: 'date', fault: date }] }
}

/** Rows of a group; one in which nothing was entered is none. */
const judgeRows = (entry: Entry, rows: readonly unknown[], at: readonly (string | number)[]): { value?: Value; faults: EntryFault[] } => {
  const own = entry.entries ?? []
  const filled = rows.flatMap((row, n) => (isRow(row) && own.some(({ id }) => !isEmpty(row[id])) ? [{ row, n }] : []))
  const most = entry.most ?? Number.POSITIVE_INFINITY
  if (filled.length > most) return { faults: [{ at, code: 'too-many', most }] }
  const read = filled.map(({ row, n }) => own.map((one) => ({ one, n, ...judge(one, row[one.id], [...at, n, one.id]) })))
  const faults = read.flat().flatMap(({ one, n, value, faults }): EntryFault[] => {
    if (faults.length || value !== undefined || one.optional) return faults
    return [{ at: [...at, n, one.id], code: 'missing' }]
  })
  if (faults.length || !read.length) return { faults }
  const value = read.map((row) => Object.fromEntries(row.flatMap(({ one, value }) => (value === undefined ? [] : [[one.id, value]]))))
  return { value, faults: [] }
}

const isTypedDate = (typed: Typed): typed is TypedDate => !!typed && typeof typed === 'object' && 'day' in typed
const isRow = (row: unknown): row is TypedRow => !!row && typeof row === 'object' && !Array.isArray(row)
const isEmpty = (typed: Typed): boolean =>
  typed === undefined ||
  (typeof typed === 'string' ? !typed.trim() : isTypedDate(typed) ? !`${typed.day}${typed.month}${typed.year}`.trim() : !typed.length)

/** In characters as people count them, a line break as one. */
const lengthOf = (text: string): number => [...text.replaceAll('\r\n', '\n')].length
