import { longDate, weekday } from '../../../../format/when.ts'
import type { Locale } from '../../../context/types.ts'

/** `Friday 30 July 2027`. */
export const fullDate = ({ t }: Locale, date: Temporal.PlainDate): string =>
  t('campaigns.date', { day: weekday(date, t.locale), date: longDate(date, t.locale) })
