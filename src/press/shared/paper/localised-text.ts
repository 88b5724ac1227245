import type { PackLocale } from '../../../format/locale.ts'
import { messagesUsed } from '../../../format/messages-used.ts'
import type { Run } from './runs.ts'

/** Words on a sheet. `placed`: in English, for their translation was withdrawn or there is none. `english`: beside words that nobody has checked. */
export type LocalisedText = { own: readonly Run[]; placed: boolean; english: readonly Run[] | null }

export type Words = (locale: PackLocale) => string | readonly Run[]

/** Says something in the language of a sheet, or in English in its place. `also`: the texts it needs besides messages (`services.childline.name`). */
export const localisedText = (locale: PackLocale, words: Words, also: readonly string[] = []): LocalisedText => {
  const { english, englishFallback, translated } = locale
  const runs = (of: PackLocale): readonly Run[] => [words(of)].flat()
  const placed = ![...also, ...messagesUsed(english.t, (t) => words({ ...english, t }))].every((id) => translated.has(id))
  return { own: runs(placed ? english : locale), placed, english: englishFallback && !placed ? runs(englishFallback) : null }
}

/** The English of several, one after the other, to stand beside them; null where there is none. */
export const englishOfAll = (said: readonly LocalisedText[]): readonly Run[] | null => {
  const all = said.flatMap(({ english }) => (english?.length ? [english] : []))
  return all.length ? all.flatMap((runs, i) => (i ? [' ', ...runs] : runs)) : null
}
