import type { Child } from 'hono/jsx'
import type { PackFlow } from '../../../../content/flows.ts'
import type { Locale } from '../../../context/types.ts'
import type { PageParts } from '../../layout/page.ts'

/** The address of the pathway: GET gives the first question, POST the next step. */
export const pathwayAddress = '/pathway'

export const pathwayOf = (locale: Locale): PackFlow => {
  const found = locale.pack.flows.get('pathway')
  if (!found) throw new Error('the pack has no pathway')
  return found
}

/** What a history calls the page of a question: not what it asks. */
export const questionTitle = ({ t }: Locale, number: number): string => t('pathway.history-question', { number })

/** A page of the pathway. Its title is true, and gives nothing away in a browser's history. */
export const pathwayParts = (
  locale: Locale,
  title: string,
  body: Child,
  options: { faulty?: boolean; filters?: boolean; acts?: boolean } = {},
): PageParts => ({
  title: options.faulty ? `${locale.t('check.error-prefix')}: ${title}` : title,
  harmless: true,
  description: locale.t('pathway.description'),
  path: pathwayAddress,
  exit: true,
  // What comes of the questions has one stylesheet of its own with all that it needs: its pages are long.
  ...(options.acts ? { sheet: 'pathway' } : { rest: true, form: 'questions' }),
  ...(options.faulty ? { faulty: true } : {}),
  ...(options.filters ? { filters: true } : {}),
  body: <div class={options.acts ? 'wrap has-acts' : 'wrap'}>{body}</div>,
})

/** A form that takes the answers so far along: everything on these pages is a step of the same flow. */
export const StepForm = ({ sealed, classes, children }: { sealed: string; classes?: string; children: Child }) => (
  <form method="post" action={pathwayAddress} class={classes} novalidate>
    {sealed ? <input type="hidden" name="so-far" value={sealed} /> : null}
    {children}
  </form>
)
