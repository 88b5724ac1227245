import { type Attributes, attributes, type Common, type Content, classNames, contentOf, filled } from './attributes.ts'
import { type FieldMessages, FormGroup, fieldMessages } from './form-group.tsx'
import { Label, type LabelParams } from './label.tsx'

type Affix = Common & Content

export type InputParams = Common &
  FieldMessages & {
    id?: string | undefined
    name: string
    type?: string | undefined
    inputmode?: string | undefined
    value?: string | undefined
    disabled?: boolean | undefined
    describedBy?: string | undefined
    label: Omit<LabelParams, 'for'>
    prefix?: Affix | undefined
    suffix?: Affix | undefined
    formGroup?: (Common & { beforeInput?: Content | undefined; afterInput?: Content | undefined }) | undefined
    autocomplete?: string | undefined
    pattern?: string | undefined
    spellcheck?: boolean | undefined
    autocapitalize?: string | undefined
    inputWrapper?: Common | undefined
  }

/** Left out when undefined, but not when empty. */
const optional = (value: string | undefined) => ({ value, optional: true })

const inputAttributes = (params: InputParams, id: string, describedBy: string): Attributes => ({
  class: classNames('govuk-input', params.classes, params.errorMessage && 'govuk-input--error'),
  id,
  name: params.name,
  type: params.type || 'text',
  spellcheck: optional(params.spellcheck === undefined ? undefined : String(params.spellcheck)),
  value: optional(params.value),
  disabled: filled(params.disabled),
  'aria-describedby': filled(describedBy),
  autocomplete: optional(params.autocomplete),
  autocapitalize: optional(params.autocapitalize),
  pattern: optional(params.pattern),
  inputmode: optional(params.inputmode),
})

function InputAffix({ kind, affix }: { kind: 'prefix' | 'suffix'; affix: Affix | undefined }) {
  const words = affix && contentOf(affix)
  if (!words) return null
  const own = { class: classNames(`govuk-input__${kind}`, affix.classes), 'aria-hidden': 'true' }
  return <div {...attributes(own, affix.attributes)}>{words}</div>
}

/** govuk-frontend `input`: one line of text with its label, hint and error; params: `components/input/macro-options.json`. */
export function Input(params: InputParams) {
  const { prefix, suffix, formGroup, inputWrapper } = params
  const id = params.id || params.name
  const { describedBy, hint, error } = fieldMessages(id, params.describedBy, params)
  const input = <input {...attributes(inputAttributes(params, id, describedBy), params.attributes)} />
  const hasWrapper = [prefix, suffix, formGroup?.beforeInput, formGroup?.afterInput].some((part) => part && contentOf(part))
  const wrapper = { class: classNames('govuk-input__wrapper', inputWrapper?.classes) }
  return (
    <FormGroup formGroup={formGroup} hasError={Boolean(params.errorMessage)}>
      <Label {...params.label} for={id} />
      {hint}
      {error}
      {hasWrapper ? (
        <div {...attributes(wrapper, inputWrapper?.attributes)}>
          {contentOf(formGroup?.beforeInput ?? {})}
          <InputAffix kind="prefix" affix={prefix} />
          {input}
          <InputAffix kind="suffix" affix={suffix} />
          {contentOf(formGroup?.afterInput ?? {})}
        </div>
      ) : (
        input
      )}
    </FormGroup>
  )
}
