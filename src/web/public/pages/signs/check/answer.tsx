import { raw } from 'hono/html'
import { type Answer, answerOf } from '../../../../../domain/signs/answer.ts'
import type { Indicator, Sector } from '../../../../../domain/signs/signs.ts'
import { NumberLink } from '../../../../components/board.tsx'
import { HandOver } from '../../../../components/hand-over.tsx'
import { Ring999 } from '../../../../components/ring-999.tsx'
import { nameOf, phoneOf } from '../../../../components/service.tsx'
import { StatePill } from '../../../../components/state.tsx'
import { Tell } from '../../../../components/tell.tsx'
import type { Locale, RenderContext } from '../../../../context/types.ts'
import { Button } from '../../../../govuk/button.tsx'
import { slot } from '../../../../http/page-template.ts'
import type { PageParts } from '../../../layout/page.ts'
import { checkParts } from './frame.tsx'

/** The shell of an answer; its slot is for what the answer says. Its title tells an urgent one, and no number: signs and kinds are never counted. */
export const checkAnswerShell = ({ locale }: RenderContext, urgent: boolean): PageParts =>
  checkParts(locale, locale.t('check.history-answer', { urgent: urgent ? 'yes' : 'no' }), slot, { rest: true, form: true })

/** What the chosen signs can mean, here. */
export const checkAnswer = ({ pack }: Locale, sector: Sector | null, chosen: readonly Indicator[]): Answer =>
  answerOf(
    chosen,
    pack.types.map((t) => t.id),
    sector,
  )

/** The answer, in words: what these can mean, what is urgent, what to do now. It never scores. */
export const CheckAnswer = ({
  context,
  sector,
  chosen,
  answer,
  sealed,
}: {
  context: RenderContext
  sector: Sector | null
  chosen: readonly Indicator[]
  answer: Answer
  sealed: string
}) => {
  const { locale } = context
  const { t, pack } = locale
  const types = pack.types.filter((t) => answer.typeIds.includes(t.id))
  return (
    <>
      <div class="head">
        <h1>{t('check.answer')}</h1>
      </div>
      <div class="two">
        <div class="stack">
          <CallFirst context={context} answer={answer} />
          <section class="flow">
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
          <section>
            <h2 id="do">{t('check.now')}</h2>
            <Steps locale={locale} />
          </section>
          <YouSaid locale={locale} sector={sector} chosen={chosen} sealed={sealed} />
          <HandOver locale={locale} from="signs" sealed={sealed} />
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

/** For who saw none of the signs and is uneasy all the same: the numbers, and what to do. */
export const NoSign = ({ context, sector, sealed }: { context: RenderContext; sector: Sector | null; sealed: string }) => {
  const { locale } = context
  const { t } = locale
  return (
    <>
      <div class="head">
        <h1>{t('check.none-title')}</h1>
      </div>
      <div class="two">
        <div class="stack">
          <div class="flow">
            <p>{t('check.none-text')}</p>
            <p>{t('check.none-proves')}</p>
          </div>
          <CallFirst context={context} answer={{ typeIds: [], urgent: [], aboutChild: false }} />
          <section>
            <h2 id="do">{t('check.now')}</h2>
            <Steps locale={locale} />
          </section>
          <YouSaid locale={locale} sector={sector} chosen={[]} sealed={sealed} />
          <HandOver locale={locale} from="signs" sealed={sealed} />
        </div>
        <Tell context={context} sector={sector}>
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
        <Ring999 locale={locale} words="site.danger" />
      )}
      {aboutChild ? <p>{t('check.about-child')}</p> : null}
      <p>
        <b>{t('sector.work')}:</b> {t('sector.lead-first')}
      </p>
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
    <section class="flow">
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
        {chosen.length ? null : (
          <li>
            <span>{t('check.none')}</span>
          </li>
        )}
      </ul>
      <form method="post" action="/signs/check" class="acts">
        <input type="hidden" name="so-far" value={sealed} />
        <Button name="change" value="signs" text={t('check.change-signs')} classes="govuk-button--secondary" />
        <a href="/signs/check">{t('check.again')}</a>
      </form>
    </section>
  )
}
