import type { Child } from 'hono/jsx'
import { attributes, type Common, type Content, classNames, contentOf, filled } from './attributes.ts'

export type FieldsetParams = Common & {
  describedBy?: string | undefined
  legend?: (Content & { classes?: string | undefined; isPageHeading?: boolean | undefined }) | undefined
  role?: string | undefined
  html?: Child
  /** The macro's `caller`. */
  children?: Child
}

/** govuk-frontend `fieldset`; params: `components/fieldset/macro-options.json`. */
export function Fieldset(params: FieldsetParams) {
  const { legend = {} } = params
  const words = contentOf(legend)
  const own = {
    class: classNames('govuk-fieldset', params.classes),
    role: filled(params.role),
    'aria-describedby': filled(params.describedBy),
  }
  return (
    <fieldset {...attributes(own, params.attributes)}>
      {words && (
        <legend class={classNames('govuk-fieldset__legend', legend.classes)}>
          {legend.isPageHeading ? <h1 class="govuk-fieldset__heading">{words}</h1> : words}
        </legend>
      )}
      {params.children || params.html}
    </fieldset>
  )
}
