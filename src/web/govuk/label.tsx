import { attributes, type Common, type Content, classNames, contentOf } from './attributes.ts'

export type LabelParams = Common &
  Content & { for?: string | undefined; isPageHeading?: boolean | undefined; isHeading?: boolean | undefined }

/** govuk-frontend `label`, nothing when it has no words; params: `components/label/macro-options.json`. `isHeading`: ours, of a part of a page; a label itself may hold no heading. */
export function Label(params: LabelParams) {
  const words = contentOf(params)
  if (!words) return null
  const own = { class: classNames('govuk-label', params.classes) }
  const label = (
    <label for={params.for || undefined} {...attributes(own, params.attributes)}>
      {words}
    </label>
  )
  if (params.isPageHeading) return <h1 class="govuk-label-wrapper">{label}</h1>
  return params.isHeading ? <h2 class="govuk-label-wrapper">{label}</h2> : label
}
