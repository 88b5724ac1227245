import { attributes, type Common, type Content, classNames, contentOf } from './attributes.ts'

export type WarningTextParams = Common & Content & { iconFallbackText?: string | undefined }

/** govuk-frontend `warning-text`; params: `components/warning-text/macro-options.json`. Pass the hidden text: the default is English. */
export function WarningText(params: WarningTextParams) {
  return (
    <div {...attributes({ class: classNames('govuk-warning-text', params.classes) }, params.attributes)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{params.iconFallbackText || 'Warning'}</span> {contentOf(params)}
      </strong>
    </div>
  )
}
