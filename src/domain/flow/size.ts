import type { Entry, Flow, Question } from './flow.ts'

/** The longest text where an entry names no other: that of a field of the official form, in code points. */
export const longestText = 15_000

/** The most rows of a group that names no other. */
export const mostRows = 20

/** What is typed beyond this in a part of a date is cut: none is longer. */
export const longestDatePart = 20

/** What a file is kept under, in an answer. */
const longestKey = 200

/** How much may be entered at most: fields; code points that are typed, in all of them together; and letters of ids, which are plain ones. */
export type Size = { fields: number; characters: number; letters: number }

const sum = (sizes: readonly Size[]): Size =>
  sizes.reduce(
    (all, { fields, characters, letters }) => ({
      fields: all.fields + fields,
      characters: all.characters + characters,
      letters: all.letters + letters,
    }),
    { fields: 0, characters: 0, letters: 0 },
  )

const lengths = (options: readonly string[] | undefined): number[] => (options ?? []).map((option) => option.length)

/** What an entry sends at most. A row more than there may be is read, so that it can be told. */
export const sizeOf = (entry: Entry): Size => {
  switch (entry.kind) {
    case 'choice':
      return { fields: 1, characters: 0, letters: Math.max(0, ...lengths(entry.options)) }
    case 'several':
      return sum(lengths(entry.options).map((letters) => ({ fields: 1, characters: 0, letters })))
    case 'date':
      return { fields: 3, characters: 3 * longestDatePart, letters: 0 }
    case 'group': {
      const row = sum((entry.entries ?? []).map(sizeOf))
      const rows = (entry.most ?? mostRows) + 1
      return { fields: row.fields * rows, characters: row.characters * rows, letters: row.letters * rows }
    }
    default:
      return {
        fields: 1,
        letters: 0,
        characters: entry.record?.as === 'file' ? (entry.record.max_files ?? 1) * longestKey : (entry.record?.max_chars ?? longestText),
      }
  }
}

export const sizeOfPage = ({ entries }: Question): Size => sum(entries.map(sizeOf))

/** All that a flow asks. An entry that is asked on two pages has one answer; several options are one answer, with quotes and a comma around each. */
export const sizeOfAnswers = (flow: Flow): Size =>
  sum([...new Map(flow.questions.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry] as const))).values()].map(sizeOfAnswer))

const sizeOfAnswer = (entry: Entry): Size => {
  const size = sizeOf(entry)
  return entry.kind === 'several' ? { ...size, fields: 1, letters: size.letters + 3 * size.fields } : size
}
