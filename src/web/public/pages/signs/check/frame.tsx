import type { Child } from 'hono/jsx'
import type { Locale } from '../../../../context/types.ts'
import type { PageParts } from '../../../layout/page.ts'

export const checkAddress = '/signs/check'

/** What a history calls a question: not what it asks. */
export const checkTitle = ({ t }: Locale, step: 1 | 2): string => t('check.history-title', { step })

/** A page of the check, with the stylesheets that it needs. Its title tells a step and nothing that was seen: it stays in a history. */
export const checkParts = (
  locale: Locale,
  title: string,
  body: Child,
  { faulty = false, ...styles }: Pick<PageParts, 'rest' | 'form' | 'faulty'>,
): PageParts => ({
  title: faulty ? `${locale.t('check.error-prefix')}: ${title}` : title,
  harmless: true,
  description: locale.t('check.description'),
  path: checkAddress,
  nav: 'signs',
  exit: true,
  faulty,
  ...styles,
  body: <div class="wrap">{body}</div>,
})
