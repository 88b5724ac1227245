import type { Child } from 'hono/jsx'
import { type Attributes, attributes, type Common, type Content, classNames, contentOf, filled } from './attributes.ts'
import { Fieldset, type FieldsetParams } from './fieldset.tsx'
import { type FieldMessages, FormGroup, fieldMessages } from './form-group.tsx'
import { Hint, type HintParams } from './hint.tsx'
import { Label } from './label.tsx'

type ChoiceDivider = { divider: string }

/** One radio button or checkbox. */
export type ChoiceItem = Content & {
  divider?: undefined
  id?: string | undefined
  value: string
  label?: Common | undefined
  hint?: Omit<HintParams, 'id'> | undefined
  checked?: boolean | undefined
  /** Shown by the script while the item is checked. */
  conditional?: { html: Child } | undefined
  disabled?: boolean | undefined
  attributes?: Attributes | undefined
}

/** The params that radios and checkboxes share. An item that is false or missing is passed over, but counts in the ids. */
export type ChoicesParams<Item extends ChoiceItem> = Common &
  FieldMessages & {
    idPrefix?: string | undefined
    name: string
    fieldset?: Omit<FieldsetParams, 'html' | 'children'> | undefined
    /**
     * The first is described by the error as well as the group, which govuk-frontend describes alone: the error summary leads to the first, and
     * not every screen reader says there what describes the group around it.
     */
    errorOnFirst?: boolean | undefined
    formGroup?: (Common & { beforeInputs?: Content | undefined; afterInputs?: Content | undefined }) | undefined
    items: readonly (Item | ChoiceDivider | false | null | undefined)[]
  }

type Kind = { block: 'govuk-radios' | 'govuk-checkboxes'; type: 'radio' | 'checkbox' }

type ChoiceProps = Kind & { item: ChoiceItem; id: string; name: string; isChecked: boolean; describedBy: string; own: Attributes }

function Choice({ block, type, item, id, name, isChecked, describedBy, own }: ChoiceProps) {
  const hintId = item.hint && contentOf(item.hint) ? `${id}-item-hint` : ''
  const conditionalId = item.conditional?.html ? `conditional-${id}` : ''
  const input = {
    class: `${block}__input`,
    id,
    name,
    type,
    value: item.value,
    checked: filled(isChecked),
    disabled: filled(item.disabled),
    'data-aria-controls': filled(conditionalId),
    'aria-describedby': filled(classNames(describedBy, hintId)),
  }
  const label = { ...item.label, classes: classNames(`${block}__label`, item.label?.classes), for: id }
  return (
    <>
      <div class={`${block}__item`}>
        <input {...attributes(input, own, item.attributes)} />
        <Label {...label} html={item.html} text={item.text} />
        {hintId && <Hint {...item.hint} id={hintId} classes={classNames(`${block}__hint`, item.hint?.classes)} />}
      </div>
      {conditionalId && (
        <div class={classNames(`${block}__conditional`, !isChecked && `${block}__conditional--hidden`)} id={conditionalId}>
          {item.conditional?.html}
        </div>
      )}
    </>
  )
}

type ChoicesSetup<Item extends ChoiceItem> = Kind & {
  /** What describes the group before its hint and error, when the fieldset does not say. */
  describedBy?: string | undefined
  /** Whether each item names what describes the group, when there is no fieldset to name it. */
  describesItems: boolean
  isChosen: (item: Item) => boolean
  nameOf: (item: Item) => string
  /** The input's attributes that only this component has. */
  ownAttributes?: (item: Item) => Attributes
}

/** The body that the templates of govuk-frontend's `radios` and `checkboxes` have in common. */
export function renderChoices<Item extends ChoiceItem>(params: ChoicesParams<Item>, setup: ChoicesSetup<Item>) {
  const { block, type } = setup
  const { fieldset, formGroup } = params
  const idPrefix = params.idPrefix || params.name
  const { describedBy, errorId, hint, error } = fieldMessages(idPrefix, fieldset?.describedBy || setup.describedBy, params)
  const renderItem = (item: (typeof params.items)[number], index: number) => {
    if (!item) return null
    if (item.divider !== undefined) return <div class={`${block}__divider`}>{item.divider}</div>
    const choice = {
      // The first id has no number, so that the error summary can link to it.
      id: item.id || (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`),
      name: setup.nameOf(item),
      isChecked: item.checked ?? setup.isChosen(item),
      describedBy: setup.describesItems && !fieldset ? describedBy : index === 0 && params.errorOnFirst ? (errorId ?? '') : '',
      own: setup.ownAttributes?.(item) ?? {},
    }
    return <Choice block={block} type={type} item={item} {...choice} />
  }
  const group = (
    <div {...attributes({ class: classNames(block, params.classes) }, params.attributes, { 'data-module': block })}>
      {contentOf(formGroup?.beforeInputs ?? {})}
      {params.items.map(renderItem)}
      {contentOf(formGroup?.afterInputs ?? {})}
    </div>
  )
  const body = [hint, error, group]
  return (
    <FormGroup formGroup={formGroup} hasError={Boolean(params.errorMessage)}>
      {fieldset ? (
        <Fieldset {...fieldset} describedBy={describedBy}>
          {body}
        </Fieldset>
      ) : (
        body
      )}
    </FormGroup>
  )
}
