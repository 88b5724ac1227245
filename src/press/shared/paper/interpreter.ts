import type { Language } from '../../../domain/languages/language.ts'
import type { PackLocale } from '../../../format/locale.ts'
import { namesToSay } from '../../../format/names-to-say.ts'

/**
 * What a person says to be given an interpreter for a language. It is said in English on every sheet, so the name is the English one; on the
 * English sheet (`language` null) it is left open.
 */
export const phraseIn = (
  { t, pack, english }: PackLocale,
  id: 'leaflet.phrase' | 'leaflet.card-phrase',
  language: Language | null,
): string => t(id, { language: language ? namesToSay(pack.words.messages[id], language, english.t.locale) : '…' }).replace('….', '…')
