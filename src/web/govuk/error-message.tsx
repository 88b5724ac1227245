import { attributes, type Common, type Content, classNames, contentOf, filled } from './attributes.ts'

export type ErrorMessageParams = Common &
  Content & {
    id?: string | undefined
    /** Said before the message, with a colon; `''` for none. */
    visuallyHiddenText?: string | undefined
  }

/** govuk-frontend `error-message`; params: `components/error-message/macro-options.json`. Pass the hidden text: the default is English. */
export function ErrorMessage(params: ErrorMessageParams) {
  const { visuallyHiddenText = 'Error' } = params
  const own = { id: filled(params.id), class: classNames('govuk-error-message', params.classes) }
  return (
    <p {...attributes(own, params.attributes)}>
      {visuallyHiddenText && (
        <>
          <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>{' '}
        </>
      )}
      {contentOf(params)}
    </p>
  )
}
