import { type ChoiceItem, type ChoicesParams, renderChoices } from './choices.tsx'

export type RadiosParams = ChoicesParams<ChoiceItem> & {
  /** The value of the chosen item; an item's own `checked` wins. */
  value?: string | undefined
}

/** govuk-frontend `radios`; params: `components/radios/macro-options.json`. */
export function Radios(params: RadiosParams) {
  return renderChoices(params, {
    block: 'govuk-radios',
    type: 'radio',
    describesItems: false,
    isChosen: (item) => Boolean(params.value) && item.value === params.value,
    nameOf: () => params.name,
  })
}
