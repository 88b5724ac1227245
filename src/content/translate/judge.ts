import { hiddenIn, nameOfHidden } from '../hidden.ts'
import { refsOf } from '../text-references.ts'
import { englishHash, textFault } from '../translations.ts'
import type { ReviewText } from './review-texts.ts'

/** A row of a reviewer's sheet. `row` is its number there, counted from 1. */
export type SheetRow = { row: number; id: string; code: string; translation: string; ok: string; correction: string; note: string }

/** What a row asks for, where it may be done. */
export type Change = { row: number; text: ReviewText; words: string; reviewed: boolean }
export type Refusal = { row: number; id: string; reason: string }
export type Judged = { changes: Change[]; refusals: Refusal[]; notes: { row: number; id: string; note: string }[] }

/** Longest translation that is taken: no text of a page comes near it. In letters. */
const longest = 5000

/**
 * Ties a row to its language, to the English and to the translation that it was made from: a row of another language, or of a text that has
 * changed meanwhile, is found out.
 */
export const codeOf = (language: string, { of, text }: Pick<ReviewText, 'of' | 'text'>): string =>
  `${language}:${of}:${text === null ? 'none' : englishHash(text)}`

/** Holds each row against the texts of today. Rows that ask for nothing give nothing. */
export const judge = (rows: readonly SheetRow[], texts: readonly ReviewText[], language: string): Judged => {
  const judged: Judged = { changes: [], refusals: [], notes: [] }
  const seen = new Map<string, number>()
  for (const row of rows) {
    const { id, note } = row
    if (note) judged.notes.push({ row: row.row, id, note })
    const text = texts.find((known) => known.id === id)
    const outcome = text ? outcomeOf(row, text, language) : `there is no text "${id}" in this language`
    const before = seen.get(id)
    seen.set(id, row.row)
    if (typeof outcome === 'string') judged.refusals.push({ row: row.row, id, reason: outcome })
    else if (outcome && before !== undefined) judged.refusals.push({ row: row.row, id, reason: `the text is already in row ${before}` })
    else if (outcome && text) judged.changes.push({ row: row.row, text, ...outcome })
  }
  return judged
}

/** What is to be done for a row; null: nothing; a text: why it is refused. */
const outcomeOf = (row: SheetRow, text: ReviewText, language: string): { words: string; reviewed: boolean } | null | string => {
  const [inLanguage, of, made] = row.code.split(':')
  const [, , now] = codeOf(language, text).split(':')
  const answer = row.ok.toLowerCase()
  const edited = row.translation !== '' && made !== undefined && made !== 'none' && englishHash(row.translation) !== made
  const words = row.correction || (edited || made === 'none' ? row.translation : '')
  if (!answer && !words) return null
  if (inLanguage !== language) return `the row is for another language: its code is "${row.code}"`
  if (of !== text.of) return 'the English has changed since you made this spreadsheet, so the text was left as it is. Export it again'
  if (made !== now) return 'the translation has changed since you made this spreadsheet, so it was left as it is. Export it again'
  if (answer !== '' && answer !== 'yes' && answer !== 'no') return `"${row.ok}" is not an answer. Write yes or no`
  const final = words || text.text
  if (final === null) return 'there is no translation to agree with. Write one under Correction'
  if (final.length > longest) return `the text has ${final.length} characters, and the limit is ${longest}`
  const [unseen] = hiddenIn(final)
  if (unseen) return `the text has a hidden character in it (${nameOfHidden(unseen.code)}). Type the words around it again`
  if (words) {
    const fault = textFault(text.id, words, text.english)
    if (fault) return `${fault.found}. ${fault.instead}`
    const [own, original] = [refsOf(words), refsOf(text.english)]
    if (own.join() !== original.join())
      return `${original.length ? `it must have ${original.join(', ')}, like the English` : 'it must not have a number or figure in braces, because the English does not'}`
  }
  const reviewed = answer === 'yes'
  const same = final === text.text && (reviewed ? text.state === 'reviewed' : answer === 'no' ? text.state !== 'reviewed' : true)
  return same ? null : { words: final, reviewed }
}
