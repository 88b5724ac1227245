import { byCategory, signsForPlace } from '../../../../../domain/signs/lists.ts'
import type { Indicator, Sector } from '../../../../../domain/signs/signs.ts'
import { Problems } from '../../../../components/problems.tsx'
import type { RenderContext } from '../../../../context/types.ts'
import { Button } from '../../../../govuk/button.tsx'
import { Checkboxes } from '../../../../govuk/checkboxes.tsx'
import { Details } from '../../../../govuk/details.tsx'
import { Radios } from '../../../../govuk/radios.tsx'
import { slot } from '../../../../http/page-template.ts'
import type { PageParts } from '../../../layout/page.ts'
import { checkParts, checkTitle } from './frame.tsx'

/** The place of someone who would rather not say, or was somewhere else. */
export const elsewhere = 'elsewhere'

/** The answer of someone who saw nothing of what is listed. Beside a sign it says nothing. */
export const noneOfThese = 'none'

/** First question: where? */
export const checkStart = (context: RenderContext, missing = false): PageParts => {
  const { locale } = context
  const { t, pack } = locale
  const error = t('check.where-error')
  return checkParts(
    locale,
    checkTitle(locale, 1),
    <div class="question">
      <a class="back" href="/signs">
        {t('site.back')}
      </a>
      <Problems locale={locale} errors={missing ? [{ text: error, href: '#place' }] : []} />
      <form method="post" action="/signs/check" novalidate>
        <Radios
          name="place"
          fieldset={{ legend: { html: <h1>{t('check.where')}</h1>, classes: 'govuk-fieldset__legend--l' } }}
          hint={{ text: t('check.intro') }}
          {...(missing ? { errorMessage: { text: error, visuallyHiddenText: t('check.error-prefix') } } : {})}
          items={[
            ...pack.sectors.map((sector) => ({ value: sector.id, text: sector.name })),
            { value: elsewhere, text: t('check.somewhere-else') },
          ]}
        />
        <Button text={t('check.next')} />
      </form>
    </div>,
    { form: 'check', faulty: missing },
  )
}

/** Second question: what? Its slot is for the sealed first answer. */
export const checkSigns = (
  context: RenderContext,
  sector: Sector | null,
  options: { missing?: boolean; chosen?: readonly string[] } = {},
): PageParts => {
  const { locale } = context
  const { t, pack } = locale
  const { likely, others } = signsForPlace(pack.indicators, sector)
  const error = t('check.what-error')
  const chosen = options.chosen ?? []
  const item = (sign: Indicator) => ({ value: sign.id, text: sign.text, id: `sign-${sign.id}` })
  const first = likely[0]
  return checkParts(
    locale,
    checkTitle(locale, 2),
    <div class="question">
      <a class="back" href="/signs/check">
        {t('check.change-place')}
      </a>
      <Problems locale={locale} errors={options.missing && first ? [{ text: error, href: `#sign-${first.id}` }] : []} />
      <form method="post" action="/signs/check" novalidate>
        <input type="hidden" name="so-far" value={slot} />
        {sector ? (
          <p>
            {t('check.place')}: <b>{sector.name}</b>
          </p>
        ) : null}
        <Checkboxes
          name="sign"
          fieldset={{ legend: { html: <h1>{t('check.what')}</h1>, classes: 'govuk-fieldset__legend--l' } }}
          hint={{ text: t('check.what-hint') }}
          values={chosen}
          {...(options.missing ? { errorMessage: { text: error, visuallyHiddenText: t('check.error-prefix') } } : {})}
          items={likely.map(item)}
        />
        {others.length ? (
          <Details
            summaryText={t('check.more')}
            open={others.some((s) => chosen.includes(s.id))}
            html={
              <div class="groups">
                {byCategory(others, pack.categories).map(({ category, signs }) => (
                  <Checkboxes
                    name="sign"
                    idPrefix={`more-${category.id}`}
                    fieldset={{ legend: { html: <h2>{category.name}</h2> } }}
                    values={chosen}
                    items={signs.map(item)}
                  />
                ))}
              </div>
            }
          />
        ) : null}
        <Checkboxes name="sign" idPrefix="sign-none" items={[{ value: noneOfThese, text: t('check.none'), id: 'sign-none' }]} />
        <Button text={t('check.next')} />
      </form>
    </div>,
    { form: 'check', faulty: options.missing ?? false },
  )
}
