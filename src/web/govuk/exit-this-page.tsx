import { attributes, type Common, type Content, classNames, filled } from './attributes.ts'
import { Button } from './button.tsx'

export type ExitThisPageParams = Common &
  Content & {
    id?: string | undefined
    redirectUrl?: string | undefined
    /** What the script says when the page is left, and below as the Shift key is pressed. */
    activatedText?: string | undefined
    timedOutText?: string | undefined
    pressTwoMoreTimesText?: string | undefined
    pressOneMoreTimeText?: string | undefined
  }

const DefaultWords = () => (
  <>
    <span class="govuk-visually-hidden">Emergency</span> Exit this page
  </>
)

const spokenAttributes = (params: ExitThisPageParams) => ({
  'data-i18n.activated': filled(params.activatedText),
  'data-i18n.timed-out': filled(params.timedOutText),
  'data-i18n.press-two-more-times': filled(params.pressTwoMoreTimesText),
  'data-i18n.press-one-more-time': filled(params.pressOneMoreTimeText),
})

/** govuk-frontend `exit-this-page`; params: `components/exit-this-page/macro-options.json`. Pass the words: the default is English. */
export function ExitThisPage(params: ExitThisPageParams) {
  const own = {
    id: filled(params.id),
    class: classNames('govuk-exit-this-page', params.classes),
    'data-module': 'govuk-exit-this-page',
  }
  return (
    <div {...attributes(own, params.attributes, spokenAttributes(params))}>
      <Button
        html={params.html || params.text ? params.html : <DefaultWords />}
        text={params.text}
        classes="govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
        href={params.redirectUrl || 'https://www.bbc.co.uk/weather'}
        attributes={{ rel: 'nofollow noreferrer' }}
      />
    </div>
  )
}
