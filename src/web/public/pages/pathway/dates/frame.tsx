import type { Child } from 'hono/jsx'
import type { TypedDate } from '../../../../../domain/time/typed-date.ts'
import type { Locale } from '../../../../context/types.ts'
import type { PageParts } from '../../../layout/page.ts'

/** What has been entered so far: it travels sealed in the page. Dates are kept as they were typed. */
export type Entered = { nation: string; events: readonly string[]; typed: ReadonlyMap<string, TypedDate> }

export const datesAddress = '/pathway/dates'
export const datesTitle = ({ t }: Locale): string => t('dates.title')

/** Every step has one title and one address: they stay in a history, and a date of a case is about a person. */
export const datesParts = (locale: Locale, form: 'forms' | 'dates', body: Child, faulty = false): PageParts => ({
  title: faulty ? `${locale.t('check.error-prefix')}: ${datesTitle(locale)}` : datesTitle(locale),
  description: locale.t('dates.description'),
  path: datesAddress,
  exit: true,
  faulty,
  rest: true,
  form,
  body: <div class="wrap">{body}</div>,
})
