import type { PackLocale } from '../../../format/locale.ts'
import { type LocalisedText, localisedText } from './localised-text.ts'

/** What is on the cover of a sheet that someone may have to hide: the title of "get help" that gives nothing away. */
export const harmlessTitle = (locale: PackLocale): LocalisedText =>
  localisedText(locale, ({ pack }) => pack.pages.get('get-help')?.history_title ?? '', ['page.get-help.history_title'])
