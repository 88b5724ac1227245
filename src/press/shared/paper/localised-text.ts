import type { PackLocale } from '../../../format/locale.ts'
import { messagesUsed } from '../../../format/messages-used.ts'
import { type LocalisedRun, withEnglishNames } from './english-names.ts'
import type { Run } from './runs.ts'

/** Words on a sheet. `placed`: in English, for there is no translation of them, or none that may be read. */
export type LocalisedText = { own: readonly LocalisedRun[]; placed: boolean }

export type Words = (locale: PackLocale) => string | readonly Run[]

/** Says something in the language of a sheet, or in English in its place. `also`: the texts it needs besides messages (`services.childline.name`). */
export const localisedText = (locale: PackLocale, words: Words, also: readonly string[] = []): LocalisedText => {
  const { english, translated, language } = locale
  const runs = (of: PackLocale): readonly Run[] => [words(of)].flat()
  const placed = ![...also, ...messagesUsed(english.t, (t) => words({ ...english, t }))].every((id) => translated.has(id))
  return placed || !language ? { own: runs(english), placed } : { own: withEnglishNames(locale, runs(locale)), placed }
}
