import { attributes, type Common, type Content, classNames, contentOf, filled } from './attributes.ts'

export type HintParams = Common & Content & { id?: string | undefined }

/** govuk-frontend `hint`; params: `components/hint/macro-options.json`. */
export function Hint(params: HintParams) {
  const own = { id: filled(params.id), class: classNames('govuk-hint', params.classes) }
  return <div {...attributes(own, params.attributes)}>{contentOf(params)}</div>
}
