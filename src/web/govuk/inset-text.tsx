import type { Child } from 'hono/jsx'
import { attributes, type Common, type Content, classNames, contentOf, filled } from './attributes.ts'

export type InsetTextParams = Common &
  Content & {
    id?: string | undefined
    /** The macro's `caller`. */
    children?: Child
  }

/** govuk-frontend `inset-text`; params: `components/inset-text/macro-options.json`. */
export function InsetText(params: InsetTextParams) {
  const own = { id: filled(params.id), class: classNames('govuk-inset-text', params.classes) }
  return <div {...attributes(own, params.attributes)}>{params.children || contentOf(params)}</div>
}
