import type { Period } from '../../../domain/register/disclosure/periods.ts'
import { partialDate } from '../../../format/when.ts'
import type { Locale } from '../../context/types.ts'

type Words = Pick<Locale, 't'>

const yearOf = (month: string): string => month.slice(0, 4)

/** `March 2026`. */
export const monthName = ({ t }: Words, { to }: Period): string => partialDate(to, t.locale)

/** `Mar`; `Jan 2026` where a year begins. */
export const shortMonth = ({ t }: Words, { to }: Period): string => {
  const at = Date.UTC(Number(yearOf(to)), Number(to.slice(5)) - 1, 1)
  const year = to.endsWith('-01') ? ({ year: 'numeric' } as const) : {}
  return new Intl.DateTimeFormat(t.locale, { timeZone: 'UTC', month: 'short', ...year }).format(at)
}

/** `Jan to Mar 2026`. */
export const quarterName = ({ t }: Words, { from, to }: Period): string => {
  const short = (month: string): string =>
    new Intl.DateTimeFormat(t.locale, { timeZone: 'UTC', month: 'short' }).format(
      Date.UTC(Number(yearOf(month)), Number(month.slice(5)) - 1, 1),
    )
  return t('data.quarter-named', { from: short(from ?? to), to: `${short(to)} ${yearOf(to)}` })
}

/** `2026`, or as far as it goes. */
export const yearName = ({ t }: Words, { to }: Period): string =>
  to.endsWith('-12') ? yearOf(to) : t('data.year-so-far', { year: yearOf(to), month: partialDate(to, t.locale) })
