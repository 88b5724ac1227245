import type { Child } from 'hono/jsx'
import { attributes, type Common, classNames } from './attributes.ts'
import { ErrorMessage, type ErrorMessageParams } from './error-message.tsx'
import { Hint, type HintParams } from './hint.tsx'

/** The params of every form component for what is said above the field; their ids follow from the field's. */
export type FieldMessages = {
  hint?: Omit<HintParams, 'id'> | undefined
  errorMessage?: Omit<ErrorMessageParams, 'id'> | undefined
}

type FormGroupProps = { formGroup: Common | undefined; hasError: boolean; children: Child }

/** The `govuk-form-group` around a field, as the templates of govuk-frontend's form components write it. */
export function FormGroup({ formGroup, hasError, children }: FormGroupProps) {
  const own = { class: classNames('govuk-form-group', hasError && 'govuk-form-group--error', formGroup?.classes) }
  return <div {...attributes(own, formGroup?.attributes)}>{children}</div>
}

/**
 * A field's hint and error message under the ids that govuk-frontend gives them, and the field's `aria-describedby`: the ids that
 * the caller asked for, then theirs; empty when nothing describes the field.
 */
export function fieldMessages(id: string, describedBy: string | undefined, { hint, errorMessage }: FieldMessages) {
  const hintId = hint && `${id}-hint`
  const errorId = errorMessage && `${id}-error`
  return {
    describedBy: classNames(describedBy, hintId, errorId),
    errorId,
    hint: hint && <Hint {...hint} id={hintId} />,
    error: errorMessage && <ErrorMessage {...errorMessage} id={errorId} />,
  }
}
