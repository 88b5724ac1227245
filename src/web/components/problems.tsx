import type { Locale } from '../context/types.ts'
import { ErrorSummary } from '../govuk/error-summary.tsx'

/** What is wrong with a form that was sent, before all else on its page; nothing where nothing is. `href` leads to the field. */
export const Problems = ({ locale, errors }: { locale: Locale; errors: readonly { text: string; href: string }[] }) =>
  errors.length ? <ErrorSummary titleText={locale.t('check.error-title')} errorList={errors} /> : null
