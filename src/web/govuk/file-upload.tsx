import { type Attributes, attributes, type Common, type Content, classNames, contentOf, filled } from './attributes.ts'
import { type FieldMessages, FormGroup, fieldMessages } from './form-group.tsx'
import { Label, type LabelParams } from './label.tsx'

export type FileUploadParams = Common &
  FieldMessages & {
    id?: string | undefined
    name: string
    disabled?: boolean | undefined
    multiple?: boolean | undefined
    describedBy?: string | undefined
    label: Omit<LabelParams, 'for'>
    formGroup?: (Common & { beforeInput?: Content | undefined; afterInput?: Content | undefined }) | undefined
  }

const inputAttributes = (params: FileUploadParams, id: string, describedBy: string): Attributes => ({
  class: classNames('govuk-file-upload', params.classes, params.errorMessage && 'govuk-file-upload--error'),
  id,
  name: params.name,
  type: 'file',
  disabled: filled(params.disabled),
  multiple: filled(params.multiple),
  'aria-describedby': filled(describedBy),
})

/** govuk-frontend `file-upload` without its script (`javascript`): a file from the reader's machine; params: `components/file-upload/macro-options.json`. */
export function FileUpload(params: FileUploadParams) {
  const id = params.id || params.name
  const { describedBy, hint, error } = fieldMessages(id, params.describedBy, params)
  return (
    <FormGroup formGroup={params.formGroup} hasError={Boolean(params.errorMessage)}>
      <Label {...params.label} for={id} />
      {hint}
      {error}
      {contentOf(params.formGroup?.beforeInput ?? {})}
      <input {...attributes(inputAttributes(params, id, describedBy), params.attributes)} />
      {contentOf(params.formGroup?.afterInput ?? {})}
    </FormGroup>
  )
}
