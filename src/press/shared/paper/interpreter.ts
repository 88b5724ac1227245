import type { PackLocale } from '../../../format/locale.ts'
import { namesToSay } from '../../../format/names-to-say.ts'
import type { Words } from './localised-text.ts'

/** What to say to be given an interpreter for the language of this sheet; in English, for the same one. */
export const interpreterWords =
  ({ language }: PackLocale): Words =>
  ({ t, pack }) =>
    t('get-help.interpreter', {
      language: language ? namesToSay(pack.words.messages['get-help.interpreter'], language, t.locale) : '',
    })
