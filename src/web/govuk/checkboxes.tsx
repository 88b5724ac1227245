import { filled } from './attributes.ts'
import { type ChoiceItem, type ChoicesParams, renderChoices } from './choices.tsx'

type CheckboxesItem = ChoiceItem & {
  name?: string | undefined
  /** `exclusive`: the script unchecks the others when this one is checked. */
  behaviour?: 'exclusive' | undefined
}

export type CheckboxesParams = ChoicesParams<CheckboxesItem> & {
  describedBy?: string | undefined
  /** The values of the checked items; an item's own `checked` wins. */
  values?: readonly string[] | undefined
}

/** govuk-frontend `checkboxes`; params: `components/checkboxes/macro-options.json`. */
export function Checkboxes(params: CheckboxesParams) {
  return renderChoices(params, {
    block: 'govuk-checkboxes',
    type: 'checkbox',
    describedBy: params.describedBy,
    describesItems: true,
    isChosen: (item) => params.values?.includes(item.value) ?? false,
    nameOf: (item) => item.name || params.name,
    ownAttributes: (item) => ({ 'data-behaviour': filled(item.behaviour) }),
  })
}
