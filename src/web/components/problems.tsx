import type { Locale } from '../context/types.ts'
import { ErrorSummary } from '../govuk/error-summary.tsx'

type Props = { locale: Locale; errors: readonly { text: string; href: string }[] }

/** What is wrong with a form that was sent, before all else on its page; nothing where nothing is. `href` leads to the field. The browser puts the focus there, with a script or without. */
export const Problems = ({ locale, errors }: Props) =>
  errors.length ? (
    <ErrorSummary
      titleText={locale.t('check.error-title')}
      errorList={errors}
      disableAutoFocus
      attributes={{ tabindex: '-1', autofocus: { value: true, optional: true } }}
    />
  ) : null

const invalid = { 'aria-invalid': 'true' } as const

/** What is wrong with a field, for its input: said at it, and marked for whoever hears the page. `more`: its other attributes. */
export const fieldFault = (t: Locale['t'], text: string | null | undefined, more: Record<string, string> = {}) =>
  text ? { errorMessage: { text, visuallyHiddenText: t('check.error-prefix') }, attributes: { ...more, ...invalid } } : { attributes: more }

/** The same of a group of radios: only the group may be invalid, none of them by itself (WAI-ARIA 1.2, aria-invalid). */
export const groupFault = (t: Locale['t'], text: string | null | undefined) =>
  text
    ? {
        message: { errorMessage: { text, visuallyHiddenText: t('check.error-prefix') } },
        fieldset: { role: 'radiogroup', attributes: invalid },
      }
    : { message: {}, fieldset: {} }
