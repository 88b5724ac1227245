import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type Answer, answerOf } from '../../../domain/signs/answer.ts'
import { byCategory, signsForPlace } from '../../../domain/signs/lists.ts'
import type { Indicator, Sector } from '../../../domain/signs/signs.ts'
import { NumberLink } from '../../components/board.tsx'
import { Problems } from '../../components/problems.tsx'
import { Ring999 } from '../../components/ring-999.tsx'
import { nameOf, phoneOf } from '../../components/service.tsx'
import { StatePill } from '../../components/state.tsx'
import { Tell } from '../../components/tell.tsx'
import type { Moment, Site } from '../../context/site.ts'
import { Button } from '../../govuk/button.tsx'
import { Checkboxes } from '../../govuk/checkboxes.tsx'
import { Details } from '../../govuk/details.tsx'
import { Radios } from '../../govuk/radios.tsx'
import { hole } from '../../http/page-template.ts'
import type { PageParts } from '../layout/shell.tsx'

/** The place of somebody who would rather not say, or was somewhere else. */
export const elsewhere = 'elsewhere'

const page = (site: Site, title: string, body: Child, faulty = false): PageParts => ({
  title: faulty ? `${site.say('check.error-prefix')}: ${title}` : title,
  harmless: true,
  description: site.say('check.description'),
  path: '/signs/check',
  nav: 'signs',
  exit: true,
  faulty,
  rest: true,
  form: true,
  body: <div class="wrap">{body}</div>,
})

/** First question: where? */
export const checkStart = (moment: Moment, missing = false): PageParts => {
  const { site } = moment
  const { say, pack } = site
  const error = say('check.where-error')
  return page(
    site,
    say('check.history-title', { step: 1 }),
    <div class="question">
      <a class="back" href="/signs">
        {say('site.back')}
      </a>
      <Problems site={site} errors={missing ? [{ text: error, href: '#place' }] : []} />
      <form method="post" action="/signs/check" novalidate>
        <Radios
          name="place"
          fieldset={{ legend: { html: <h1>{say('check.where')}</h1>, classes: 'govuk-fieldset__legend--l' } }}
          hint={{ text: say('check.intro') }}
          {...(missing ? { errorMessage: { text: error, visuallyHiddenText: say('check.error-prefix') } } : {})}
          items={[
            ...pack.sectors.map((sector) => ({ value: sector.id, text: sector.name })),
            { value: elsewhere, text: say('check.somewhere-else') },
          ]}
        />
        <Button text={say('check.next')} />
      </form>
    </div>,
    missing,
  )
}

/** Second question: what? Its hole is for the sealed first answer. */
export const checkSigns = (
  moment: Moment,
  sector: Sector | null,
  options: { missing?: boolean; chosen?: readonly string[] } = {},
): PageParts => {
  const { site } = moment
  const { say, pack } = site
  const { likely, others } = signsForPlace(pack.indicators, sector)
  const error = say('check.what-error')
  const chosen = options.chosen ?? []
  const item = (sign: Indicator) => ({ value: sign.id, text: sign.text, id: `sign-${sign.id}` })
  const first = likely[0]
  return page(
    site,
    say('check.history-title', { step: 2 }),
    <div class="question">
      <a class="back" href="/signs/check">
        {say('check.change-place')}
      </a>
      <Problems site={site} errors={options.missing && first ? [{ text: error, href: `#sign-${first.id}` }] : []} />
      <form method="post" action="/signs/check" novalidate>
        <input type="hidden" name="so-far" value={hole} />
        {sector ? (
          <p>
            {say('check.place')}: <b>{sector.name}</b>
          </p>
        ) : null}
        <Checkboxes
          name="sign"
          fieldset={{ legend: { html: <h1>{say('check.what')}</h1>, classes: 'govuk-fieldset__legend--l' } }}
          hint={{ text: say('check.what-hint') }}
          values={chosen}
          {...(options.missing ? { errorMessage: { text: error, visuallyHiddenText: say('check.error-prefix') } } : {})}
          items={likely.map(item)}
        />
        {others.length ? (
          <Details
            summaryText={say('check.more')}
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
        <Button text={say('check.next')} />
      </form>
    </div>,
    options.missing,
  )
}

/** The shell of the answer; its hole is for what the answer says. */
export const checkAnswerShell = ({ site }: Moment): PageParts => page(site, site.say('check.history-answer'), hole)

/** The answer, in words: what these can mean, what is urgent, what to do now. It never scores. */
export const CheckAnswer = ({
  moment,
  sector,
  chosen,
  sealed,
}: {
  moment: Moment
  sector: Sector | null
  chosen: readonly Indicator[]
  sealed: string
}) => {
  const { site } = moment
  const { say, pack } = site
  const answer = answerOf(
    chosen,
    pack.types.map((t) => t.id),
    sector,
  )
  const types = pack.types.filter((t) => answer.typeIds.includes(t.id))
  return (
    <>
      <div class="head">
        <h1>{say('check.answer')}</h1>
      </div>
      <div class="two">
        <div class="stack">
          <CallFirst moment={moment} answer={answer} />
          <section class="flow" aria-labelledby="mean">
            <h2 id="mean">{say('check.can-mean')}</h2>
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
            <p>{say('check.proves')}</p>
          </section>
          <section aria-labelledby="do">
            <h2 id="do">{say('check.now')}</h2>
            <Steps site={site} />
          </section>
          <YouSaid site={site} sector={sector} chosen={chosen} sealed={sealed} />
        </div>
        <Tell moment={moment} sector={sector} first={answer.aboutChild ? pack.tellAboutChild : []}>
          <p>
            <a href="/get-help">{say('home.all-numbers')}</a>
          </p>
        </Tell>
      </div>
    </>
  )
}

/** Before what it can mean: 999, what is urgent, that it may be about a child, and the first lines of every place, as they stand now. */
const CallFirst = ({ moment, answer: { urgent, aboutChild } }: { moment: Moment; answer: Answer }) => {
  const { site } = moment
  const { say, pack } = site
  return (
    <section class="note flow" {...(urgent.length ? { 'aria-labelledby': 'urgent' } : { 'aria-label': say('home.ring') })}>
      {urgent.length ? (
        <>
          <h2 id="urgent">{say(urgent.length === 1 ? 'check.urgent' : 'check.urgent-many')}</h2>
          <Ring999 site={site} words="check.urgent-text" />
          <ul class="prose-list">
            {urgent.map((sign) => (
              <li>{sign.text}</li>
            ))}
          </ul>
        </>
      ) : (
        <Ring999 site={site} words="home.danger" />
      )}
      {aboutChild ? <p>{say('check.about-child')}</p> : null}
      <p>{say('check.call')}</p>
      <ul class="prose-list">
        {pack.tellSomebody.slice(0, 2).map((id) => (
          <FirstLine moment={moment} id={id} />
        ))}
      </ul>
    </section>
  )
}

const FirstLine = ({ moment, id }: { moment: Moment; id: string }) => {
  const { site } = moment
  const service = site.services.get(id)
  const phone = service && phoneOf(service)
  if (!phone) return null
  return (
    <li>
      {nameOf(site, id)}: <NumberLink phone={phone} /> <StatePill moment={moment} id={id} />
    </li>
  )
}

const Steps = ({ site }: { site: Site }) => (
  <ol class="steps">
    {site.pack.common.do.map((step) => (
      <li>
        <span>{raw(site.markdown.inline(step))}</span>
      </li>
    ))}
  </ol>
)

const YouSaid = ({ site, sector, chosen, sealed }: { site: Site; sector: Sector | null; chosen: readonly Indicator[]; sealed: string }) => {
  const { say } = site
  return (
    <section class="flow" aria-labelledby="said">
      <h2 id="said">{say('check.you-said')}</h2>
      <p>
        {say('check.place')}: <b>{sector?.name ?? say('check.no-place')}</b>
        {sector ? (
          <>
            {' · '}
            <a href={`/sectors/${sector.id}`}>{say('check.about-place')}</a>
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
        <Button name="change" value="signs" text={say('check.change-signs')} classes="govuk-button--secondary" />
        <a href="/signs/check">{say('check.again')}</a>
      </form>
    </section>
  )
}
