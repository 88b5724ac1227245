import { readTypedDate, type TypedDate, type TypedDateFault } from '../time/typed-date.ts'
import { type Answers, answerTo, type Value } from './answers.ts'
import type { Entry, Flow, Question } from './flow.ts'
import { longestText, mostRows } from './size.ts'
import { isEmpty, isTypedDate, rowsIn, type Typed, type TypedRow, textOf } from './typed.ts'
import { askedOf, lacksOf, lookIn, type World, walkTo } from './walk.ts'

/** The ids and row numbers that lead to a field, such as `weights`, 1, `kilos`. */
export type FieldPath = readonly [string, ...(string | number)[]]

/** What is wrong with what was entered, and at which field. */
export type EntryFault = { at: FieldPath } & (
  | { code: 'missing' | 'not-an-option' }
  | { code: 'too-long' | 'too-many'; most: number }
  | { code: 'date'; fault: TypedDateFault }
  /** None of several was answered of which one must be: told once, at the first of them. */
  | { code: 'none-answered'; of: readonly string[] }
)

export type Entered = {
  /** The answers with what was entered and is right. */
  answers: Answers
  /** All that is wrong, in the order of the page. */
  faults: readonly EntryFault[]
  /** What is asked on the page, now that this is entered. */
  asked: readonly Entry[]
}

/**
 * Judges what was entered on the page of a question. What is asked there only where another answer of the same page holds is judged where it
 * does, and dropped elsewhere.
 */
export const enteredOn = (flow: Flow, question: Question, typed: TypedRow, answers: Answers, world: World): Entered => {
  const read = question.entries.map((entry) => ({ entry, ...judge(entry, typed[entry.id], [entry.id]) }))
  const own = new Set(question.entries.map(({ id }) => id))
  const others = Object.entries(answers).filter(([id]) => !own.has(id))
  const right = read.flatMap(({ entry, value }) => (value === undefined ? [] : [[entry.id, value] as const]))
  const so = walkTo(flow, question, lookIn(Object.fromEntries([...others, ...right])), world)
  const asked = askedOf(question, so)
  const wrong = read.flatMap(({ entry, faults }) => (asked.includes(entry) ? faults : []))
  const isWrong = ({ id }: Entry): boolean => wrong.some(({ at }) => at[0] === id)
  const { each, oneOf } = lacksOf(question, so)
  const missing = each.filter((entry) => !isWrong(entry)).map(({ id }): EntryFault => ({ at: [id], code: 'missing' }))
  const [first] = oneOf
  // Where one of them was entered, but wrongly, that is what there is to say; and so it is where one of them is missing by itself.
  const none: EntryFault[] =
    first && !oneOf.some((entry) => isWrong(entry) || each.includes(entry))
      ? [{ at: [first.id], code: 'none-answered', of: oneOf.map(({ id }) => id) }]
      : []
  return {
    answers: Object.fromEntries([...others, ...right.filter(([id]) => asked.some((entry) => entry.id === id))]),
    faults: inOrder(question, [...wrong, ...missing, ...none]),
    asked,
  }
}

/** Faults in the order of the page, as an error summary lists them. */
export const inOrder = <Fault extends { at: FieldPath }>({ entries }: Question, faults: readonly Fault[]): Fault[] => {
  const order = entries.map(({ id }) => id)
  return faults.toSorted((a, b) => order.indexOf(a.at[0]) - order.indexOf(b.at[0]))
}

type Judged = { value?: Value; faults: EntryFault[] }

/** One entry. An empty one is no fault here: whether it may be empty, the walk says. */
const judge = (entry: Entry, typed: Typed, at: FieldPath): Judged => {
  if (typed === undefined) return entry.kind === 'several' && entry.may_be_empty ? { value: [], faults: [] } : { faults: [] }
  if (entry.kind === 'date') return isTypedDate(typed) ? judgeDate(typed, at) : { faults: [] }
  if (entry.kind === 'group') return judgeRows(entry, rowsIn(typed), at)
  if (entry.kind === 'several') return judgeOption(entry, Array.isArray(typed) ? typed : [typed], at)
  if (typeof typed !== 'string' || !typed.trim()) return { faults: [] }
  return entry.kind === 'choice' ? judgeOption(entry, typed, at) : judgeText(entry, textOf(typed), at)
}

const judgeOption = (entry: Entry, value: unknown, at: FieldPath): Judged => {
  const answer = answerTo(entry, value)
  if (answer !== undefined) return { value: answer, faults: [] }
  return Array.isArray(value) && !value.length ? { faults: [] } : { faults: [{ at, code: 'not-an-option' }] }
}

const judgeText = ({ record }: Entry, text: string, at: FieldPath): Judged => {
  const most = record?.max_chars ?? longestText
  if (record?.as !== 'file' && lengthOf(text) > most) return { faults: [{ at, code: 'too-long', most }] }
  return text.trim() ? { value: text, faults: [] } : { faults: [] }
}

/** In code points, which is what people count but for letters put together of several. */
const lengthOf = (text: string): number => [...text].length

const judgeDate = (typed: TypedDate, at: FieldPath): Judged => {
  const date = readTypedDate(typed)
  if (!('code' in date)) return { value: date.toString(), faults: [] }
  return { faults: date.code === 'missing' ? [] : [{ at, code: 'date', fault: date }] }
}

/** Rows of a group; one in which nothing was entered is none, but it keeps its number: it is shown again where it stood. */
const judgeRows = (entry: Entry, rows: readonly TypedRow[], at: FieldPath): Judged => {
  const own = entry.entries ?? []
  const filled = rows.flatMap((row, n) => (own.some(({ id }) => !isEmpty(row[id])) ? [{ row, n }] : []))
  const most = entry.most ?? mostRows
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
