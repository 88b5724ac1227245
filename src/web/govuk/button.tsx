import { attributes, type Common, type Content, classNames, contentOf, filled } from './attributes.ts'

export type ButtonParams = Common &
  Content & {
    id?: string | undefined
    type?: 'submit' | 'button' | 'reset' | undefined
    name?: string | undefined
    value?: string | undefined
    disabled?: boolean | undefined
    /** Makes the button a link. */
    href?: string | undefined
    preventDoubleClick?: boolean | undefined
    isStartButton?: boolean | undefined
  }

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)

const linkAttributes = (params: ButtonParams) => ({ href: params.href, role: 'button', draggable: 'false' })

const buttonAttributes = (params: ButtonParams) => ({
  type: params.type || 'submit',
  value: filled(params.value),
  name: filled(params.name),
  disabled: filled(params.disabled),
  'aria-disabled': filled(params.disabled && 'true'),
  'data-prevent-double-click': filled(params.preventDoubleClick === undefined ? '' : String(params.preventDoubleClick)),
})

/** govuk-frontend `button`, a `<button>` or with `href` a link; params: `components/button/macro-options.json`. */
export function Button(params: ButtonParams) {
  const { isStartButton = false } = params
  const Tag = params.href ? 'a' : 'button'
  const own = params.href ? linkAttributes(params) : buttonAttributes(params)
  const common = {
    class: classNames('govuk-button', params.classes, isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
  }
  return (
    <Tag {...attributes(own, common, params.attributes, { id: filled(params.id) })}>
      {/* A start button is a flex box, which would take the spaces between the elements of its HTML. */}
      {isStartButton && params.html ? <span>{params.html}</span> : contentOf(params)}
      {isStartButton && <StartIcon />}
    </Tag>
  )
}
