import type { Child } from 'hono/jsx'
import { attributes, type Common, type Content, classNames, contentOf, filled } from './attributes.ts'

export type DetailsParams = Common &
  Content & {
    id?: string | undefined
    summaryText?: string | undefined
    summaryHtml?: Child
    open?: boolean | undefined
    /** The macro's `caller`. */
    children?: Child
  }

/** govuk-frontend `details`; params: `components/details/macro-options.json`. */
export function Details(params: DetailsParams) {
  const own = { id: filled(params.id), class: classNames('govuk-details', params.classes) }
  return (
    <details {...attributes(own, params.attributes, { open: filled(params.open) })}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{params.summaryHtml || params.summaryText}</span>
      </summary>
      <div class="govuk-details__text">{params.children || contentOf(params)}</div>
    </details>
  )
}
