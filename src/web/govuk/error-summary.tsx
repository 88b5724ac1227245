import type { Child } from 'hono/jsx'
import { type Attributes, attributes, type Common, type Content, classNames, contentOf, filled } from './attributes.ts'

type ErrorSummaryItem = Content & { href?: string | undefined; attributes?: Attributes | undefined }

export type ErrorSummaryParams = Common & {
  titleText?: string | undefined
  titleHtml?: Child
  descriptionText?: string | undefined
  descriptionHtml?: Child
  errorList?: readonly ErrorSummaryItem[] | undefined
  disableAutoFocus?: boolean | undefined
  /** The macro's `caller`: the description. */
  children?: Child
}

function Item({ item }: { item: ErrorSummaryItem }) {
  const content = contentOf(item)
  return <li>{item.href ? <a {...attributes({ href: item.href }, item.attributes)}>{content}</a> : content}</li>
}

/** govuk-frontend `error-summary`; params: `components/error-summary/macro-options.json`. */
export function ErrorSummary(params: ErrorSummaryParams) {
  const own = {
    class: classNames('govuk-error-summary', params.classes),
    'data-disable-auto-focus': filled(params.disableAutoFocus === undefined ? '' : String(params.disableAutoFocus)),
  }
  const description = params.children || params.descriptionHtml || params.descriptionText
  const errors = params.errorList ?? []
  return (
    <div {...attributes(own, params.attributes, { 'data-module': 'govuk-error-summary' })}>
      {/* In a child of its own: on the outer element the alert would race the script's focus (govuk-frontend, template.njk). */}
      <div role="alert">
        <h2 class="govuk-error-summary__title">{params.titleHtml || params.titleText}</h2>
        <div class="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map((item) => (
                <Item item={item} />
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
