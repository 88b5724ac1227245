import { type Attributes, attributes, type Common, type Content, classNames, contentOf, filled } from './attributes.ts'
import { type FieldMessages, FormGroup, fieldMessages } from './form-group.tsx'
import { Label, type LabelParams } from './label.tsx'

export type SelectItem = {
  value?: string | undefined
  text: string
  /** Those that follow one another under one heading. */
  group?: string | undefined
  selected?: boolean | undefined
  disabled?: boolean | undefined
  attributes?: Attributes | undefined
}

export type SelectParams = Common &
  FieldMessages & {
    id?: string | undefined
    name: string
    items?: readonly (SelectItem | null | undefined | false)[] | undefined
    /** The value of the chosen item; an item's own `selected` wins. */
    value?: string | undefined
    disabled?: boolean | undefined
    describedBy?: string | undefined
    label: Omit<LabelParams, 'for'>
    formGroup?: (Common & { beforeInput?: Content | undefined; afterInput?: Content | undefined }) | undefined
  }

/** govuk-frontend `select`: one of a long list; params: `components/select/macro-options.json`. */
export function Select(params: SelectParams) {
  const id = params.id || params.name
  const { describedBy, hint, error } = fieldMessages(id, params.describedBy, params)
  const own = {
    class: classNames('govuk-select', params.classes, params.errorMessage && 'govuk-select--error'),
    id,
    name: params.name,
    disabled: filled(params.disabled),
    'aria-describedby': filled(describedBy),
  }
  const isChosen = (item: SelectItem): boolean =>
    item.selected || (params.value ? (item.value ?? item.text) === params.value && item.selected !== false : false)
  const option = (item: SelectItem) => (
    <option
      {...attributes(
        {
          ...(item.value === undefined ? {} : { value: String(item.value) }),
          selected: filled(isChosen(item)),
          disabled: filled(item.disabled),
        },
        item.attributes,
      )}
    >
      {item.text}
    </option>
  )
  return (
    <FormGroup formGroup={params.formGroup} hasError={Boolean(params.errorMessage)}>
      <Label {...params.label} for={id} />
      {hint}
      {error}
      {contentOf(params.formGroup?.beforeInput ?? {})}
      <select {...attributes(own, params.attributes)}>
        {groupsOf(params.items ?? []).map(({ heading, items }) =>
          heading === undefined ? items.map(option) : <optgroup label={heading}>{items.map(option)}</optgroup>,
        )}
      </select>
      {contentOf(params.formGroup?.afterInput ?? {})}
    </FormGroup>
  )
}

const groupsOf = (items: NonNullable<SelectParams['items']>): { heading: string | undefined; items: SelectItem[] }[] => {
  const groups: { heading: string | undefined; items: SelectItem[] }[] = []
  for (const item of items) {
    if (!item) continue
    const last = groups.at(-1)
    if (last && last.heading === item.group) last.items.push(item)
    else groups.push({ heading: item.group, items: [item] })
  }
  return groups
}
