import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type Answer, answerOf } from '../../../../../domain/signs/answer.ts'
import { byCategory, signsForPlace } from '../../../../../domain/signs/lists.ts'
import type { Indicator, Sector } from '../../../../../domain/signs/signs.ts'
import { NumberLink } from '../../../../components/board.tsx'
import { Problems } from '../../../../components/problems.tsx'
import { Ring999 } from '../../../../components/ring-999.tsx'
import { nameOf, phoneOf } from '../../../../components/service.tsx'
import { StatePill } from '../../../../components/state.tsx'
import { Tell } from '../../../../components/tell.tsx'
import type { Locale, RenderContext } from '../../../../context/types.ts'
import { Button } from '../../../../govuk/button.tsx'
import { Checkboxes } from '../../../../govuk/checkboxes.tsx'
import { Details } from '../../../../govuk/details.tsx'
import { Radios } from '../../../../govuk/radios.tsx'
import { slot } from '../../../../http/page-template.ts'
import type { PageParts } from '../../../layout/page.ts'

/** The place of somebody who would rather not say, or was somewhere else. */
export const elsewhere = 'elsewhere'

export const checkAddress = '/signs/check'

/** What a history calls a question: not what it asks. */
export const checkTitle = ({ t }: Locale, step: 1 | 2): string => t('check.history-title', { step })

const page = (locale: Locale, title: string, body: Child, faulty = false): PageParts => ({
  title: faulty ? `${locale.t('check.error-prefix')}: ${title}` : title,
  harmless: true,
  description: locale.t('check.description'),
  path: checkAddress,
  nav: 'signs',
  exit: true,
  faulty,
  rest: true,
  form: true,
  body: <div class="wrap">{body}</div>,
})

/** First question: where? */
export const checkStart = (context: RenderContext, missing = false): PageParts => {
  const { locale } = context
  const { t, pack } = locale
  const error = t('check.where-error')
  return page(
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
    missing,
  )
}

/** Second question: what? Its hole is for the sealed first answer. */
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
  return page(
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
        <Button text={t('check.next')} />
      </form>
    </div>,
    options.missing,
  )
}

/** The shell of the answer; its hole is for what the answer says. */
export const checkAnswerShell = ({ locale }: RenderContext): PageParts => page(locale, locale.t('check.history-answer'), slot)

/** The answer, in words: what these can mean, what is urgent, what to do now. It never scores. */
export const CheckAnswer = ({
  context,
  sector,
  chosen,
  sealed,
}: {
  context: RenderContext
  sector: Sector | null
  chosen: readonly Indicator[]
  sealed: string
}) => {
  const { locale } = context
  const { t, pack } = locale
  const answer = answerOf(
    chosen,
    pack.types.map((t) => t.id),
    sector,
  )
  const types = pack.types.filter((t) => answer.typeIds.includes(t.id))
  return (
    <>
      <div class="head">
        <h1>{t('check.answer')}</h1>
      </div>
      <div class="two">
        <div class="stack">
          <CallFirst context={context} answer={answer} />
          <section class="flow" aria-labelledby="mean">
            <h2 id="mean">{t('check.can-mean')}</h2>
            <dl class="who">
              {types.map((type) => (
                <div>
                  <dt>
                    <a href={`/signs/types/${type.id}`}>{type.name}</a>
                  </dt>
                  <dd>{type.summary}</dd>
                </div>
              ))}
            </dl>
            <p>{t('check.proves')}</p>
          </section>
          <section aria-labelledby="do">
            <h2 id="do">{t('check.now')}</h2>
            <Steps locale={locale} />
          </section>
          <YouSaid locale={locale} sector={sector} chosen={chosen} sealed={sealed} />
        </div>
        <Tell context={context} sector={sector} first={answer.aboutChild ? pack.tellAboutChild : []}>
          <p>
            <a href="/get-help">{t('home.all-numbers')}</a>
          </p>
        </Tell>
      </div>
    </>
  )
}

/** Before what it can mean: 999, what is urgent, that it may be about a child, and the first lines of every place, as they stand now. */
const CallFirst = ({ context, answer: { urgent, aboutChild } }: { context: RenderContext; answer: Answer }) => {
  const { locale } = context
  const { t, pack } = locale
  return (
    <section class="note flow" {...(urgent.length ? { 'aria-labelledby': 'urgent' } : { 'aria-label': t('home.ring') })}>
      {urgent.length ? (
        <>
          <h2 id="urgent">{t(urgent.length === 1 ? 'check.urgent' : 'check.urgent-many')}</h2>
          <Ring999 locale={locale} words="check.urgent-text" />
          <ul class="prose-list">
            {urgent.map((sign) => (
              <li>{sign.text}</li>
            ))}
          </ul>
        </>
      ) : (
        <Ring999 locale={locale} words="home.danger" />
      )}
      {aboutChild ? <p>{t('check.about-child')}</p> : null}
      <p>{t('check.call')}</p>
      <ul class="prose-list">
        {pack.tellSomebody.slice(0, 2).map((id) => (
          <FirstLine context={context} id={id} />
        ))}
      </ul>
    </section>
  )
}

const FirstLine = ({ context, id }: { context: RenderContext; id: string }) => {
  const { locale } = context
  const service = locale.site.services.get(id)
  const phone = service && phoneOf(service)
  if (!phone) return null
  return (
    <li>
      {nameOf(locale, id)}: <NumberLink phone={phone} /> <StatePill context={context} id={id} />
    </li>
  )
}

const Steps = ({ locale }: { locale: Locale }) => (
  <ol class="steps">
    {locale.pack.common.do.map((step) => (
      <li>
        <span>{raw(locale.markdown.inline(step))}</span>
      </li>
    ))}
  </ol>
)

const YouSaid = ({
  locale,
  sector,
  chosen,
  sealed,
}: {
  locale: Locale
  sector: Sector | null
  chosen: readonly Indicator[]
  sealed: string
}) => {
  const { t } = locale
  return (
    <section class="flow" aria-labelledby="said">
      <h2 id="said">{t('check.you-said')}</h2>
      <p>
        {t('check.place')}: <b>{sector?.name ?? t('check.no-place')}</b>
        {sector ? (
          <>
            {' · '}
            <a href={`/sectors/${sector.id}`}>{t('check.about-place')}</a>
          </>
        ) : null}
      </p>
      <ul class="signs">
        {chosen.map((sign) => (
          <li>
            <span>{sign.text}</span>
          </li>
        ))}
      </ul>
      <form method="post" action="/signs/check" class="acts">
        <input type="hidden" name="so-far" value={sealed} />
        <Button name="change" value="signs" text={t('check.change-signs')} classes="govuk-button--secondary" />
        <a href="/signs/check">{t('check.again')}</a>
      </form>
    </section>
  )
}
