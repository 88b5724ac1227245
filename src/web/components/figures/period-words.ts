import type { Period } from '../../../domain/register/disclosure/periods.ts'
import { partialDate } from '../../../format/when.ts'
import type { Locale } from '../../context/types.ts'

type Words = Pick<Locale, 't'>

const yearOf = (month: string): string => month.slice(0, 4)

/** `March 2026`. */
export const monthName = ({ t }: Words, { to }: Period): string => partialDate(to, t.locale)

const short = ({ t }: Words, month: string): string =>
  new Intl.DateTimeFormat(t.locale, { timeZone: 'UTC', month: 'short' }).format(
    Date.UTC(Number(yearOf(month)), Number(month.slice(5)) - 1, 1),
  )

/** `Mar`; `Jan ’26` where a year begins. */
export const shortMonth = (words: Words, { to }: Period): string => `${short(words, to)}${to.endsWith('-01') ? ` ’${to.slice(2, 4)}` : ''}`

/** `Jan to Mar 2026`. */
export const quarterName = (words: Words, { from, to }: Period): string =>
  words.t('data.quarter-named', { from: short(words, from ?? to), to: `${short(words, to)} ${yearOf(to)}` })

/** `2026`, or as far as it goes. */
export const yearName = ({ t }: Words, { to }: Period): string =>
  to.endsWith('-12') ? yearOf(to) : t('data.year-so-far', { year: yearOf(to), month: partialDate(to, t.locale) })
