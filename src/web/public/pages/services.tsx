import { raw } from 'hono/html'
import { type DueState, dueState } from '../../../domain/review.ts'
import { questionsOf } from '../../../domain/services/questions.ts'
import type { Service } from '../../../domain/services/service.ts'
import { longDate, partialDate } from '../../../format/when.ts'
import { weekWords } from '../../components/hours.tsx'
import { nameOf, phoneOf } from '../../components/service.tsx'
import type { Locale, RenderContext } from '../../context/types.ts'
import { Masthead } from '../layout/masthead.tsx'
import type { Page, PageContent } from '../layout/page.ts'
import { titleOfText } from '../layout/title-of-text.ts'

/** For those who look after a pack: each service with what it rests on, and what to ask when it is next confirmed. */
const services = (context: RenderContext): PageContent => {
  const { locale } = context
  const page = locale.pack.pages.get('services')
  const today = context.local.toPlainDate()
  const rows = locale.pack.services.filter((s) => !s.legacy).sort((a, b) => a.review.localeCompare(b.review))
  const groups = Map.groupBy(rows, ({ review }) => dueState(review, today))
  return {
    description: page?.description ?? '',
    nav: 'about',
    exit: page?.exit ?? true,
    rest: true,
    body: (
      <>
        <Masthead locale={locale} title={page?.title} lead={page?.lead} />
        <div class="wrap body stack">
          <div class="prose screen">{raw(locale.markdown.page(page?.body ?? '').html)}</div>
          <p class="small">{locale.t('review.as-of', { date: longDate(today, locale.t.locale) })}</p>
          <Group locale={locale} today={today} state="overdue" services={groups.get('overdue') ?? []} />
          <Group locale={locale} today={today} state="due" services={groups.get('due') ?? []} />
          <Group locale={locale} today={today} state="later" services={groups.get('later') ?? []} />
        </div>
      </>
    ),
  }
}

export const servicesPage: Page = { path: '/services', title: titleOfText('services'), render: services, holds: 'day', unlisted: true }

type GroupProps = { locale: Locale; today: Temporal.PlainDate; state: DueState; services: readonly Service[] }

const Group = ({ locale, today, state, services }: GroupProps) => {
  if (!services.length && state !== 'due') return null
  return (
    <section>
      <h2 id={state}>{locale.t(`review.${state}`)}</h2>
      {services.length ? null : <p>{locale.t('review.none-due')}</p>}
      {services.map((service) => (
        <Entry locale={locale} today={today} service={service} asks={state !== 'later'} />
      ))}
    </section>
  )
}

type EntryProps = { locale: Locale; today: Temporal.PlainDate; service: Service; asks: boolean }

const Entry = ({ locale, today, service, asks }: EntryProps) => {
  const { t } = locale
  const phone = phoneOf(service)
  const date = (text: string) => (text === 'unknown' ? t('site.not-known') : partialDate(text, t.locale))
  const hours = service.schedule_now ? '' : weekWords(locale, service, today)
  const rows: [string, string][] = [
    [t('review.by'), longDate(Temporal.PlainDate.from(service.review), t.locale)],
    [t('review.owner'), roleName(service.owner)],
    [t('review.sure'), t(`review.${sureWords[service.sure]}`)],
    [t('review.source'), service.source],
    [t('review.confirmed'), date(service.source_date)],
    [t('review.compared'), longDate(Temporal.PlainDate.from(service.checked), t.locale)],
  ]
  return (
    <article class="entry duo">
      <div class="flow">
        <h3 id={service.id}>{nameOf(locale, service.id)}</h3>
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
            <p>{t('review.still-right')}</p>
            <div class="prose">
              <ul>
                {questionsOf(service).map((question) => (
                  <li>{t(`review.ask-${question}`)}</li>
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
