import type { Child } from 'hono/jsx'
import { type Attributes, attributes, type Common, type Content, classNames, contentOf } from './attributes.ts'
import { Fieldset, type FieldsetParams } from './fieldset.tsx'
import { type FieldMessages, FormGroup, fieldMessages } from './form-group.tsx'
import { Input } from './input.tsx'

export type DateInputItem = {
  id?: string | undefined
  name?: string | undefined
  label?: string | undefined
  value?: string | undefined
  classes?: string | undefined
  inputmode?: string | undefined
  autocomplete?: string | undefined
  pattern?: string | undefined
  attributes?: Attributes | undefined
  /** Marks this part as wrong (true) or not (false); without any, an error message marks all parts. */
  error?: boolean | undefined
}

export type DateInputParams = Common &
  FieldMessages & {
    id?: string | undefined
    namePrefix?: string | undefined
    items?: readonly (DateInputItem | null | undefined | false)[] | undefined
    day?: DateInputItem | undefined
    month?: DateInputItem | undefined
    year?: DateInputItem | undefined
    /** By the name of the field. */
    values?: Readonly<Record<string, string | undefined>> | undefined
    fieldset?: Omit<FieldsetParams, 'html' | 'children'> | undefined
    formGroup?: (Common & { beforeInputs?: Content | undefined; afterInputs?: Content | undefined }) | undefined
  }

type Part = 'day' | 'month' | 'year'

const isWrong = ({ error, classes }: DateInputItem): boolean => Boolean(error) || (classes?.includes('govuk-input--error') ?? false)

/** govuk-frontend `date-input`: a date in three parts; params: `components/date-input/macro-options.json`. */
export function DateInput(params: DateInputParams) {
  const { fieldset, formGroup } = params
  const own = partsOf(params)
  const items = (params.items?.length ? params.items : [own.day, own.month, own.year]).filter((item) => Boolean(item)) as DateInputItem[]
  const anyWrong = items.some(isWrong)
  const { describedBy, hint, error } = fieldMessages(params.id ?? '', fieldset?.describedBy, params)
  const body: Child = [
    hint,
    error,
    <div
      {...attributes({ class: classNames('govuk-date-input', params.classes) }, params.attributes, {
        id: { value: params.id || undefined, optional: true },
      })}
    >
      {contentOf(formGroup?.beforeInputs ?? {})}
      {items.map((item) => (
        <Item params={params} item={item} part={partOf(item, own)} wrong={wrongOf(item, params, anyWrong)} fallback={own} />
      ))}
      {contentOf(formGroup?.afterInputs ?? {})}
    </div>,
  ]
  return (
    <FormGroup formGroup={formGroup} hasError={Boolean(params.errorMessage)}>
      {fieldset ? (
        // A group of text inputs: JAWS would not read out the description of a plain fieldset (govuk-frontend, template.njk).
        <Fieldset {...fieldset} describedBy={describedBy} role="group">
          {body}
        </Fieldset>
      ) : (
        body
      )}
    </FormGroup>
  )
}

const partsOf = ({ day, month, year, values }: DateInputParams): Record<Part, DateInputItem> => ({
  day: day ?? { name: 'day', value: values?.day, classes: 'govuk-input--width-2' },
  month: month ?? { name: 'month', value: values?.month, classes: 'govuk-input--width-2' },
  year: year ?? { name: 'year', value: values?.year, classes: 'govuk-input--width-4' },
})

const parts: readonly Part[] = ['day', 'month', 'year']

/** Which of the three an item is, by being it or by its name. */
const partOf = (item: DateInputItem, own: Record<Part, DateInputItem>): Part | null =>
  parts.find((part) => item === own[part] || (item.name !== undefined && (item.name === part || item.name === own[part].name))) ?? null

const wrongOf = (item: DateInputItem, { errorMessage }: DateInputParams, anyWrong: boolean): boolean =>
  !item.classes?.includes('govuk-input--error') && (isWrong(item) || (item.error !== false && Boolean(errorMessage) && !anyWrong))

type ItemProps = { params: DateInputParams; item: DateInputItem; part: Part | null; wrong: boolean; fallback: Record<Part, DateInputItem> }

function Item({ params, item, part, wrong, fallback }: ItemProps) {
  const name = item.name ?? part ?? ''
  const full = `${params.namePrefix ? `${params.namePrefix}-` : ''}${name}`
  const width = item.classes?.includes('govuk-input--width-') ? '' : `govuk-input--width-${part === 'year' ? 4 : 2}`
  const value = item.value ?? (part ? fallback[part].value : undefined) ?? params.values?.[full]
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{ text: item.label || name.charAt(0).toUpperCase() + name.slice(1), classes: 'govuk-date-input__label' }}
        id={item.id || `${params.id ?? ''}-${name}`}
        classes={classNames('govuk-date-input__input', wrong && 'govuk-input--error', width, item.classes)}
        name={full}
        value={value}
        type="text"
        inputmode={item.inputmode || 'numeric'}
        autocomplete={item.autocomplete}
        pattern={item.pattern}
        attributes={item.attributes}
      />
    </div>
  )
}
