import { raw } from 'hono/html'
import { type DueState, dueState } from '../../../domain/review.ts'
import { questionsOf } from '../../../domain/services/questions.ts'
import type { Service } from '../../../domain/services/service.ts'
import { weekWords } from '../../components/hours.tsx'
import { nameOf, phoneOf } from '../../components/service.tsx'
import type { Moment, Site } from '../../context/site.ts'
import { longDate, partialDate } from '../../words/when.ts'
import type { PageParts } from '../layout/shell.tsx'
import { Masthead } from './intro.tsx'

/** For those who look after a pack: each service with what it rests on, and what to ask when it is next confirmed. */
export const servicesPage = (moment: Moment): PageParts => {
  const { site } = moment
  const page = site.pack.pages.get('services')
  const today = moment.local.toPlainDate()
  const rows = site.pack.services.filter((s) => !s.legacy).sort((a, b) => a.review.localeCompare(b.review))
  const groups = Map.groupBy(rows, ({ review }) => dueState(review, today))
  return {
    title: page?.title ?? '',
    description: page?.description ?? '',
    path: '/services',
    nav: 'about',
    exit: page?.exit ?? true,
    rest: true,
    daily: true,
    unlisted: true,
    body: (
      <>
        <Masthead site={site} title={page?.title} lead={page?.lead} />
        <div class="wrap body stack">
          <div class="prose screen">{raw(site.markdown.page(page?.body ?? '').html)}</div>
          <p class="small">{site.say('review.as-of', { date: longDate(today, site.say.locale) })}</p>
          <Group site={site} today={today} state="overdue" services={groups.get('overdue') ?? []} />
          <Group site={site} today={today} state="due" services={groups.get('due') ?? []} />
          <Group site={site} today={today} state="later" services={groups.get('later') ?? []} />
        </div>
      </>
    ),
  }
}

type GroupProps = { site: Site; today: Temporal.PlainDate; state: DueState; services: readonly Service[] }

const Group = ({ site, today, state, services }: GroupProps) => {
  if (!services.length && state !== 'due') return null
  return (
    <section aria-labelledby={state}>
      <h2 id={state}>{site.say(`review.${state}`)}</h2>
      {services.length ? null : <p>{site.say('review.none-due')}</p>}
      {services.map((service) => (
        <Entry site={site} today={today} service={service} asks={state !== 'later'} />
      ))}
    </section>
  )
}

type EntryProps = { site: Site; today: Temporal.PlainDate; service: Service; asks: boolean }

const Entry = ({ site, today, service, asks }: EntryProps) => {
  const { say } = site
  const phone = phoneOf(service)
  const date = (text: string) => (text === 'unknown' ? say('site.not-known') : partialDate(text, say.locale))
  const hours = service.schedule_now ? '' : weekWords(site, service, today)
  const rows: [string, string][] = [
    [say('review.by'), longDate(Temporal.PlainDate.from(service.review), say.locale)],
    [say('review.owner'), roleName(service.owner)],
    [say('review.sure'), say(`review.${sureWords[service.sure]}`)],
    [say('review.source'), service.source],
    [say('review.confirmed'), date(service.source_date)],
    [say('review.compared'), longDate(Temporal.PlainDate.from(service.checked), say.locale)],
  ]
  return (
    <article class="entry duo" aria-labelledby={service.id}>
      <div class="flow">
        <h3 id={service.id}>{nameOf(site, service.id)}</h3>
        {phone ? (
          <p>
            <a href={`tel:${phone.dial}`}>
              <bdi>{phone.display}</bdi>
            </a>
          </p>
        ) : null}
        {service.url ? (
          <p>
            <a href={service.url}>{new URL(service.url).host}</a>
          </p>
        ) : null}
        {hours ? <p>{hours}</p> : null}
        {asks ? (
          <>
            <p>{say('review.still-right')}</p>
            <div class="prose">
              <ul>
                {questionsOf(service).map((question) => (
                  <li>{say(`review.ask-${question}`)}</li>
                ))}
              </ul>
            </div>
          </>
        ) : null}
      </div>
      <div>
        <dl class="facts">
          {rows.map(([term, value]) => (
            <div>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </article>
  )
}

const sureWords = { A: 'sure-a', B: 'sure-b', C: 'sure-c', '?': 'sure-none' } as const

/** `partnership-coordinator` as a reader meets it: "Partnership coordinator". */
const roleName = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`
