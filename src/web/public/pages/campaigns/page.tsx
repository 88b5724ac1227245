import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { archiveOf, type PastYear, themeOf } from '../../../../domain/campaigns/archive.ts'
import {
  type CampaignDay,
  type CampaignEvent,
  type Campaigns,
  isMain,
  type MainDay,
  type Message,
  type Theme,
} from '../../../../domain/campaigns/campaign.ts'
import { kitFile, nextDate, type Occurrence } from '../../../../domain/campaigns/dates.ts'
import { type Plan, type PlanDay, planFor } from '../../../../domain/campaigns/plan.ts'
import { dayAndMonth, longDate, partialDate, weekday } from '../../../../format/when.ts'
import { NamedFile } from '../../../components/file-link.tsx'
import { Lines } from '../../../components/lines.tsx'
import { Ring999 } from '../../../components/ring-999.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { Masthead } from '../../layout/masthead.tsx'
import type { PageContent, PagesOf } from '../../layout/page.ts'

/** A campaign day: when it is next, what it is for, what to say and do, the plan, and what past years brought. */
export const campaignPage = (context: RenderContext, day: MainDay, campaigns: Campaigns): PageContent => {
  const { locale } = context
  const { t, pack } = locale
  const today = context.local.toPlainDate()
  const next = nextDate(day, today)
  const plan = next && planFor(day, next, pack.calendar)
  return {
    description: day.lead,
    nav: 'news',
    exit: true,
    rest: true,
    head: <link rel="alternate" type="text/calendar" title={calendarName(locale)} href="/campaigns.ics" />,
    body: (
      <>
        <Masthead locale={locale} title={day.name} lead={day.lead} drawing={day.drawing} />
        <div class="wrap body two">
          <div class="stack">
            {next && plan ? <When locale={locale} next={next} plan={plan} today={today} /> : null}
            <Purpose locale={locale} day={day} year={next?.year ?? today.year} />
            <Messages locale={locale} day={day} />
            {next ? <Kit context={context} day={day} next={next} /> : null}
            <Deeds locale={locale} day={day} />
            {plan ? <Steps locale={locale} plan={plan} /> : null}
            <Hashtags locale={locale} day={day} />
            <Archive locale={locale} years={archiveOf(day, campaigns.history, today)} themed={day.themes.length > 0} day={day} />
            <section class="flow screen" aria-labelledby="others">
              <h2 id="others">{t('campaigns.others')}</h2>
              <CampaignList context={context} days={campaigns.days.filter((other) => other.id !== day.id)} />
            </section>
          </div>
          <aside class="tell" aria-labelledby="tell">
            <h2 id="tell">{t('sector.tell')}</h2>
            <Ring999 locale={locale} words="sector.danger" />
            <Lines context={context} ids={pack.tellSomebody} />
            <p>
              <a href="/get-help">{t('home.all-numbers')}</a>
            </p>
          </aside>
        </div>
      </>
    ),
  }
}

export const campaignPages: PagesOf = ({ pack: { campaigns } }) =>
  campaigns.days.filter(isMain).map((day) => ({
    path: `/campaigns/${day.id}`,
    title: () => day.name,
    render: (context) => campaignPage(context, day, campaigns),
    holds: 'day',
  }))

/** What the calendar file is called. */
export const calendarName = ({ t, pack }: Locale): string => t('campaigns.calendar-name', { area: pack.partnership.area })

const order = (next: Occurrence | null): string => next?.from.toString() ?? '9999'

/** Campaign days, the next one first, each with its next date where that is known. It grows old at midnight. */
export const CampaignList = ({ context, days }: { context: RenderContext; days: readonly CampaignDay[] }) => {
  const { locale } = context
  const rows = days
    .filter((day) => day.use !== 'remember')
    .map((day) => ({ day, next: nextDate(day, context.local.toPlainDate()) }))
    .sort((a, b) => order(a.next).localeCompare(order(b.next)))
  return (
    <>
      <ul class="list">
        {rows.map(({ day, next }) => (
          <li>
            {isMain(day) ? <a href={`/campaigns/${day.id}`}>{day.name}</a> : day.name}
            <br />
            <span class="small">
              {next ? <time datetime={next.from.toString()}>{fullDate(locale, next.from)}</time> : locale.t('campaigns.no-date')}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href="/campaigns.ics">{locale.t('campaigns.calendar')}</a>
      </p>
    </>
  )
}

/** `Friday 30 July 2027`. */
const fullDate = ({ t }: Locale, date: Temporal.PlainDate): string =>
  t('campaigns.date', { day: weekday(date, t.locale), date: longDate(date, t.locale) })

const When = ({ locale, next, plan, today }: { locale: Locale; next: Occurrence; plan: Plan; today: Temporal.PlainDate }) => {
  const { t } = locale
  const date = (inner: Child) => (
    <b>
      <time datetime={next.from.toString()}>{inner}</time>
    </b>
  )
  return (
    <section class="flow" aria-labelledby="when">
      <h2 id="when">{t('campaigns.when')}</h2>
      <p class="lead">
        {locale.site.publishing.static
          ? t.rich('still.campaign', { year: String(next.year), date: fullDate(locale, next.from), b: date })
          : t.rich(next.from.equals(today) ? 'campaigns.today' : 'campaigns.next', { date: fullDate(locale, next.from), b: date })}
      </p>
      {plan.postFrom === null ? (
        <p>{t('campaigns.not-moved-unknown')}</p>
      ) : plan.postFrom.equals(plan.date) ? null : (
        <p>{t('campaigns.not-moved', { date: fullDate(locale, plan.postFrom) })}</p>
      )}
      <p>
        <a href="/campaigns.ics">{t('campaigns.calendar')}</a>
      </p>
    </section>
  )
}

const Purpose = ({ locale, day, year }: { locale: Locale; day: MainDay; year: number }) => {
  const { t } = locale
  const theme = themeOf(day, year)
  const rows = [
    [t('campaigns.set-by'), day.set_by],
    [t('campaigns.led-by'), day.led_by],
    [t('campaigns.since'), day.first_year === 'unknown' ? t('site.not-known') : String(day.first_year)],
  ]
  return (
    <section class="flow" aria-labelledby="for">
      <h2 id="for">{t('campaigns.for')}</h2>
      {theme ? (
        <>
          <h3>{t('campaigns.theme', { year: String(year) })}</h3>
          <p class="lead">{theme.text}</p>
          <ThemeRests locale={locale} day={day} theme={theme} />
        </>
      ) : (
        <p class="note">
          {t('campaigns.theme-unknown', { year: String(year) })} {day.themes.find((t) => t.year === year)?.note}
        </p>
      )}
      <p>{day.purpose}</p>
      {day.geography_note ? <p>{day.geography_note}</p> : null}
      <dl class="pairs">
        {rows.map(([term, value]) => (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="small">
        <Rests locale={locale} source={day.source} date={day.source_date} sure={day.sure} />
      </p>
    </section>
  )
}

/** What a sentence rests on, and how sure that is. Dashed: not an official text. */
const Rests = ({
  locale,
  source,
  date,
  sure,
}: {
  locale: Locale
  source: string
  date?: string | undefined
  sure: CampaignEvent['sure']
}) => {
  const { t } = locale
  const dated = date !== undefined && date !== 'unknown'
  return (
    <>
      {dated ? t('campaigns.source-dated', { source, date: partialDate(date, t.locale) }) : t('campaigns.source', { source })}{' '}
      <span class={sure === 'A' ? 'sure' : 'sure dashed'}>{t('campaigns.how-sure', { sure })}</span>
    </>
  )
}

const ThemeRests = ({ locale, day, theme }: { locale: Locale; day: MainDay; theme: Theme }) => (
  <p class="small">
    {theme.note} <Rests locale={locale} source={day.themes_source ?? day.source} sure={theme.sure} />
  </p>
)

const Messages = ({ locale, day }: { locale: Locale; day: MainDay }) => (
  <section aria-labelledby="messages">
    <h2 id="messages">{locale.t('campaigns.messages')}</h2>
    <ul class="signs">
      {day.messages.map((message) => (
        <li id={message.id}>
          <span>
            {raw(locale.markdown.inline(message.text))}
            {sourcesOf(locale, message).map((rest) => (
              <>
                <br />
                <span class="small">
                  <Rests locale={locale} {...rest} />
                </span>
              </>
            ))}
          </span>
        </li>
      ))}
    </ul>
  </section>
)

/** The package that the press makes of the day, and what is in it. */
const Kit = ({ context, day, next }: { context: RenderContext; day: MainDay; next: Occurrence }) => {
  const { t, pack } = context.locale
  return (
    <section class="flow screen" aria-labelledby="kit">
      <h2 id="kit">{t('campaigns.kit')}</h2>
      <p>{t('campaigns.kit-what')}</p>
      <div class="prose">
        <ul>
          <li>{t('campaigns.kit-pictures', { sizes: pack.pictures.filter(({ of }) => of === 'messages').length })}</li>
          <li>{t('campaigns.kit-posts', { networks: new Intl.ListFormat(t.locale).format(pack.networks.map(({ name }) => name)) })}</li>
          <li>{t('campaigns.kit-texts')}</li>
          <li>{t('campaigns.kit-plan')}</li>
        </ul>
      </div>
      <p>
        <NamedFile context={context} file={kitFile(day, next)}>
          {t('campaigns.kit-file', { year: String(next.year) })}
        </NamedFile>
      </p>
    </section>
  )
}

type Rest = { source: string; date?: string; sure: CampaignEvent['sure'] }

/** The texts that a message rests on; of its figures, each source once. */
const sourcesOf = ({ pack }: Locale, message: Message): Rest[] => {
  if (!('figures' in message)) return [{ source: message.source, date: message.source_date, sure: message.sure }]
  const figures = message.figures.flatMap((id) => pack.figures.find((f) => f.id === id) ?? [])
  const title = (id: string) => pack.sources.find((s) => s.id === id)?.title ?? id
  return [...new Map(figures.map((f) => [f.source, { source: title(f.source), date: f.source_date, sure: f.sure }])).values()]
}

const Deeds = ({ locale, day }: { locale: Locale; day: MainDay }) => (
  <section class="flow" aria-labelledby="do">
    <h2 id="do">{locale.t('campaigns.do')}</h2>
    {day.do.map(({ who, steps }) => (
      <>
        <h3>{who}</h3>
        <div class="prose">
          <ul>
            {steps.map((step) => (
              <li>{raw(locale.markdown.inline(step))}</li>
            ))}
          </ul>
        </div>
      </>
    ))}
  </section>
)

const Steps = ({ locale, plan }: { locale: Locale; plan: Plan }) => {
  const { t } = locale
  return (
    <section class="flow" aria-labelledby="plan">
      <h2 id="plan">{t('campaigns.plan')}</h2>
      <p>{t('campaigns.plan-note')}</p>
      {plan.days.some((d) => d.date === null) ? <p class="note">{t('campaigns.plan-unknown')}</p> : null}
      <dl class="who">
        {plan.days.map((d) => (
          <div>
            <dt>
              {d.date ? (
                <>
                  <time datetime={d.date.toString()}>{dayAndMonth(d.date, t.locale)}</time> ·{' '}
                </>
              ) : null}
              {offsetWords(locale, d)}
            </dt>
            {d.tasks.map(({ who, task }) => (
              <dd>
                <b>{who}.</b> {raw(locale.markdown.inline(task))}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}

const offsetWords = ({ t }: Locale, { offset }: PlanDay): string => {
  if (offset === 0) return t('campaigns.day-itself')
  return offset < 0 ? t('campaigns.before', { count: -offset }) : t('campaigns.after', { count: offset })
}

const Hashtags = ({ locale, day }: { locale: Locale; day: MainDay }) => {
  const { t } = locale
  return (
    <section class="flow" aria-labelledby="hashtags">
      <h2 id="hashtags">{t('campaigns.hashtags')}</h2>
      <p>{t(day.hashtags.length ? 'campaigns.hashtags-note' : 'campaigns.no-hashtags')}</p>
      {day.hashtags.length ? (
        <ul class="prose-list">
          {day.hashtags.map((h) => (
            <li>
              <b>{h.tag}</b>, {t('campaigns.hashtag', { year: String(h.year) })}
              <br />
              <span class="small">
                <Rests locale={locale} source={h.source} sure={h.sure} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

const Archive = ({ locale, years, themed, day }: { locale: Locale; years: readonly PastYear[]; themed: boolean; day: MainDay }) => {
  const { t } = locale
  return (
    <section class="flow" aria-labelledby="archive">
      <h2 id="archive">{t('campaigns.archive')}</h2>
      <p>{t('campaigns.archive-note')}</p>
      <div>
        {years.map((past) => (
          <section class="entry" aria-labelledby={`year-${past.year}`}>
            <h3 id={`year-${past.year}`}>{past.year}</h3>
            {past.theme ? (
              <div>
                <p>{t('campaigns.theme-line', { theme: past.theme.text })}</p>
                <ThemeRests locale={locale} day={day} theme={past.theme} />
              </div>
            ) : themed ? (
              <p>{t('campaigns.no-theme')}</p>
            ) : null}
            {past.events.map((event) => (
              <Done locale={locale} event={event} />
            ))}
            {locale.pack.news
              .filter((article) => article.date === past.date?.from.toString())
              .map((article) => (
                <p>
                  {t('campaigns.news')} <a href={`/news/${article.slug}`}>{article.title}</a>
                </p>
              ))}
          </section>
        ))}
      </div>
    </section>
  )
}

const Done = ({ locale, event }: { locale: Locale; event: CampaignEvent }) => (
  <div>
    <p>{locale.t('campaigns.done', { area: locale.pack.partnership.area, what: event.what })}</p>
    {event.lesson ? <p>{locale.t('campaigns.lesson', { lesson: event.lesson })}</p> : null}
    <p class="small">
      <Rests locale={locale} source={event.source} sure={event.sure} />
    </p>
  </div>
)
