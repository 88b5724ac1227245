import type { Child } from 'hono/jsx'
import { dateParts, type TypedDate } from '../../../domain/time/typed-date.ts'
import { Checkboxes } from '../../govuk/checkboxes.tsx'
import { DateInput } from '../../govuk/date-input.tsx'
import { ErrorSummary } from '../../govuk/error-summary.tsx'
import { Input } from '../../govuk/input.tsx'
import { Radios } from '../../govuk/radios.tsx'
import { Select } from '../../govuk/select.tsx'
import { Textarea } from '../../govuk/textarea.tsx'
import type { FieldFault } from '../context/entered.ts'
import type { DeskWords } from '../context/words.ts'
import { Hidden } from './hidden.tsx'

/** A field of a form: its label above it, then its hint, then what is wrong with it. */
export type FieldProps = {
  t: DeskWords
  name: string
  label: string
  hint?: string | undefined
  /** What is wrong, as a sentence that says what to do. */
  fault?: string | undefined
}

const messages = ({ t, hint, fault }: FieldProps) => ({
  ...(hint ? { hint: { text: hint } } : {}),
  ...(fault ? { errorMessage: { text: fault, visuallyHiddenText: t('desk.error') } } : {}),
})

const invalid = (fault: string | undefined) => (fault ? { 'aria-invalid': 'true' } : {})

type TextProps = FieldProps & {
  value?: string | undefined
  type?: 'text' | 'email' | 'password' | 'tel' | 'date' | undefined
  /** WCAG 2.2, 1.3.5: what the browser may fill in; `off` where it is about someone else. */
  autocomplete: string
  inputmode?: 'numeric' | undefined
  /** To be copied, not changed. */
  readonly?: boolean | undefined
}

export const TextField = ({ value, type, autocomplete, inputmode, readonly, ...field }: TextProps) => (
  <Input
    name={field.name}
    label={{ text: field.label }}
    value={value}
    type={type}
    autocomplete={autocomplete}
    inputmode={inputmode}
    spellcheck={type === undefined || type === 'text' ? undefined : false}
    attributes={{ ...invalid(field.fault), ...(readonly ? { readonly: { value: true, optional: true } } : {}) }}
    {...messages(field)}
  />
)

export const LongTextField = ({ value, rows, ...field }: FieldProps & { value?: string | undefined; rows?: number | undefined }) => (
  <Textarea
    name={field.name}
    label={{ text: field.label }}
    value={value}
    rows={rows}
    attributes={invalid(field.fault)}
    {...messages(field)}
  />
)

type DateProps = FieldProps & {
  /** The words over its three parts. */
  parts: Readonly<Record<keyof TypedDate, string>>
  value: TypedDate
}

/** A day, in three parts as it is typed. */
export const DateField = ({ parts, value, ...field }: DateProps) => (
  <DateInput
    id={`${field.name}-date`}
    namePrefix={field.name}
    fieldset={{ legend: { text: field.label } }}
    items={dateParts.map((part) => ({
      // The line that says what is wrong leads to the first.
      id: part === 'day' ? field.name : `${field.name}-${part}`,
      name: part,
      label: parts[part],
      value: value[part],
      classes: `govuk-input--width-${part === 'year' ? 4 : 2}`,
      attributes: invalid(field.fault),
    }))}
    {...messages(field)}
  />
)

export type Choice = { value: string; text: string; hint?: Child | undefined }

/** `group`: the heading under which it stands with those beside it. */
type Listed = Choice & { group?: string | undefined }

/** Nobody is to have chosen what merely stood first. A list that offers nothing by itself, as a filter does, stays as it is. */
const withNone = (t: DeskWords, choices: readonly Listed[]) => [
  ...(choices.some(({ value }) => value === '') ? [] : [{ value: '', text: t('desk.choose') }]),
  ...choices.map(({ value, text, group }) => ({ value, text, group })),
]

/** One of a long list. The first says "Choose", and is nothing. */
export const SelectField = ({ choices, value, ...field }: FieldProps & { choices: readonly Listed[]; value?: string | undefined }) => (
  <Select
    name={field.name}
    label={{ text: field.label }}
    items={withNone(field.t, choices)}
    value={value}
    attributes={invalid(field.fault)}
    {...messages(field)}
  />
)

const items = (choices: readonly Choice[]) =>
  choices.map(({ value, text, hint }) => ({ value, text, ...(hint ? { hint: { html: hint } } : {}) }))

/** One of a few. Nothing is chosen beforehand where it is a person's consent or a legal reason. */
export const RadiosField = ({ choices, value, ...field }: FieldProps & { choices: readonly Choice[]; value?: string | undefined }) => (
  <Radios
    name={field.name}
    // Only a group of radios may be invalid, none of them by itself (WAI-ARIA 1.2, aria-invalid).
    fieldset={{ legend: { text: field.label }, ...(field.fault ? { role: 'radiogroup', attributes: invalid(field.fault) } : {}) }}
    items={items(choices)}
    value={value}
    errorOnFirst
    {...messages(field)}
  />
)

type ChecksProps = FieldProps & {
  choices: readonly Choice[]
  values?: readonly string[]
  /** Of the first box, where several groups of a page have one name. */
  id?: string
}

export const ChecksField = ({ choices, values, id, ...field }: ChecksProps) => (
  <Checkboxes
    name={field.name}
    idPrefix={id}
    fieldset={{ legend: { text: field.label } }}
    items={items(choices).map((item) => ({ ...item, attributes: invalid(field.fault) }))}
    values={values ?? []}
    errorOnFirst
    {...messages(field)}
  />
)

/** What is wrong with a form, first on its page (layout/document.tsx): each line leads to its field. The script takes the focus there. */
export const FaultSummary = ({ t, faults }: { t: DeskWords; faults: readonly FieldFault[] }) =>
  faults.length ? (
    <ErrorSummary titleText={t('fault.summary')} errorList={faults.map(({ name, text }) => ({ text, href: `#${name}` }))} />
  ) : null

type FormProps = {
  action: string
  hidden?: Readonly<Record<string, string>> | undefined
  id?: string | undefined
  /** Files may come with it. */
  files?: boolean | undefined
  children: Child
}

/** A form in one column. The browser does not judge it: what is wrong is said by the page, in its words. */
export const DeskForm = ({ action, hidden = {}, id, files = false, children }: FormProps) => (
  <form method="post" action={action} id={id} enctype={files ? 'multipart/form-data' : undefined} novalidate class="form">
    <Hidden fields={hidden} />
    {children}
  </form>
)

/** Another way to do the same, apart from the one before it. */
export const OrElse = ({ children }: { children: Child }) => <div class="or">{children}</div>
