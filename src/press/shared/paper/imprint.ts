import type { PackLocale } from '../../../format/locale.ts'
import { longDate } from '../../../format/when.ts'

/** Day and number of a sheet, in English: staff name it by these on the phone, and find the English one of the same number beside it. */
export const imprintOf = ({ language, english }: PackLocale, sheet: string, date: string): string => {
  const { t } = english
  const own = t('leaflet.imprint', {
    date: longDate(Temporal.PlainDate.from(date)),
    sheet,
    language: language?.english ?? t('site.english'),
  })
  return language ? `${own} ${t('leaflet.imprint-english', { sheet })}` : own
}
