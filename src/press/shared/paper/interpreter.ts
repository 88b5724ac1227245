import type { PackLocale } from '../../../format/locale.ts'
import { languageNamed, namesToSay } from '../../../format/names-to-say.ts'
import type { Words } from './localised-text.ts'

/** What to say to be given an interpreter for the language of this sheet; in English, for the same one. */
export const interpreterWords =
  ({ language }: PackLocale): Words =>
  ({ t, pack, language: own }) =>
    t('get-help.interpreter', {
      language: language ? namesToSay(pack.words.messages['get-help.interpreter'], language, t.locale) : '',
      spoken: language ? languageNamed(language, own !== null, t.locale) : 'none',
    })
