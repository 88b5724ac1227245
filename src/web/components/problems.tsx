import type { Site } from '../context/site.ts'
import { ErrorSummary } from '../govuk/error-summary.tsx'

/** What is wrong with a form that was sent, before all else on its page; nothing where nothing is. `href` leads to the field. */
export const Problems = ({ site, errors }: { site: Site; errors: readonly { text: string; href: string }[] }) =>
  errors.length ? <ErrorSummary titleText={site.say('check.error-title')} errorList={errors} /> : null
