import { type Attributes, attributes, type Common, type Content, classNames, contentOf, filled } from './attributes.ts'
import { type FieldMessages, FormGroup, fieldMessages } from './form-group.tsx'
import { Label, type LabelParams } from './label.tsx'

export type TextareaParams = Common &
  FieldMessages & {
    id?: string | undefined
    name: string
    /** Lines that are in sight, 5 unless given. */
    rows?: string | number | undefined
    value?: string | undefined
    disabled?: boolean | undefined
    describedBy?: string | undefined
    label: Omit<LabelParams, 'for'>
    formGroup?: (Common & { beforeInput?: Content | undefined; afterInput?: Content | undefined }) | undefined
    autocomplete?: string | undefined
    spellcheck?: boolean | undefined
  }

const textareaAttributes = (params: TextareaParams, id: string, describedBy: string): Attributes => ({
  class: classNames('govuk-textarea', params.errorMessage && 'govuk-textarea--error', params.classes),
  id,
  name: params.name,
  rows: params.rows || 5,
  spellcheck: filled(params.spellcheck === undefined ? undefined : String(params.spellcheck)),
  disabled: filled(params.disabled),
  'aria-describedby': filled(describedBy),
  autocomplete: filled(params.autocomplete),
})

/** govuk-frontend `textarea`: several lines of text; params: `components/textarea/macro-options.json`. */
export function Textarea(params: TextareaParams) {
  const { formGroup, value = '' } = params
  const id = params.id || params.name
  const { describedBy, hint, error } = fieldMessages(id, params.describedBy, params)
  return (
    <FormGroup formGroup={formGroup} hasError={Boolean(params.errorMessage)}>
      <Label {...params.label} for={id} />
      {hint}
      {error}
      {contentOf(formGroup?.beforeInput ?? {})}
      {/* A parser takes away a line break right behind the tag (HTML, "in body", textarea): one more, or the text would lose its own. */}
      <textarea {...attributes(textareaAttributes(params, id, describedBy), params.attributes)}>
        {/^\r?\n/.test(value) ? `\n${value}` : value}
      </textarea>
      {contentOf(formGroup?.afterInput ?? {})}
    </FormGroup>
  )
}
