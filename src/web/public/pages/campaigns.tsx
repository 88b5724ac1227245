import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { archiveOf, type PastYear, themeOf } from '../../../domain/campaigns/archive.ts'
import {
  type CampaignDay,
  type CampaignEvent,
  type Campaigns,
  isMain,
  type MainDay,
  type Message,
  type Theme,
} from '../../../domain/campaigns/campaign.ts'
import { kitFile, nextDate, type Occurrence } from '../../../domain/campaigns/dates.ts'
import { type Plan, type PlanDay, planFor } from '../../../domain/campaigns/plan.ts'
import { NamedFile } from '../../components/file-link.tsx'
import { Lines } from '../../components/lines.tsx'
import { Ring999 } from '../../components/ring-999.tsx'
import type { Moment, Site } from '../../context/site.ts'
import { dayAndMonth, longDate, partialDate, weekday } from '../../words/when.ts'
import type { PageParts } from '../layout/shell.tsx'
import { Masthead } from './intro.tsx'

/** A campaign day: when it is next, what it is for, what to say and do, the plan, and what past years brought. */
export const campaignPage = (moment: Moment, day: MainDay, campaigns: Campaigns): PageParts => {
  const { site } = moment
  const { say, pack } = site
  const today = moment.local.toPlainDate()
  const next = nextDate(day, today)
  const plan = next && planFor(day, next, pack.calendar)
  return {
    title: day.name,
    description: day.lead,
    path: `/campaigns/${day.id}`,
    nav: 'news',
    exit: true,
    rest: true,
    daily: true,
    head: <link rel="alternate" type="text/calendar" title={calendarName(site)} href="/campaigns.ics" />,
    body: (
      <>
        <Masthead site={site} title={day.name} lead={day.lead} drawing={day.drawing} />
        <div class="wrap body two">
          <div class="stack">
            {next && plan ? <When site={site} next={next} plan={plan} today={today} /> : null}
            <Purpose site={site} day={day} year={next?.year ?? today.year} />
            <Messages site={site} day={day} />
            {next ? <Kit moment={moment} day={day} next={next} /> : null}
            <Deeds site={site} day={day} />
            {plan ? <Steps site={site} plan={plan} /> : null}
            <Hashtags site={site} day={day} />
            <Archive site={site} years={archiveOf(day, campaigns.history, today)} themed={day.themes.length > 0} day={day} />
            <section class="flow screen" aria-labelledby="others">
              <h2 id="others">{say('campaigns.others')}</h2>
              <CampaignList moment={moment} days={campaigns.days.filter((other) => other.id !== day.id)} />
            </section>
          </div>
          <aside class="tell" aria-labelledby="tell">
            <h2 id="tell">{say('sector.tell')}</h2>
            <Ring999 site={site} words="sector.danger" />
            <Lines moment={moment} ids={pack.tellSomebody} />
            <p>
              <a href="/get-help">{say('home.all-numbers')}</a>
            </p>
          </aside>
        </div>
      </>
    ),
  }
}

/** What the calendar file is called. */
export const calendarName = ({ say, pack }: Site): string => say('campaigns.calendar-name', { area: pack.partnership.area })

const order = (next: Occurrence | null): string => next?.from.toString() ?? '9999'

/** Campaign days, the next one first, each with its next date where that is known. It grows old at midnight. */
export const CampaignList = ({ moment, days }: { moment: Moment; days: readonly CampaignDay[] }) => {
  const { site } = moment
  const rows = days
    .filter((day) => day.use !== 'remember')
    .map((day) => ({ day, next: nextDate(day, moment.local.toPlainDate()) }))
    .sort((a, b) => order(a.next).localeCompare(order(b.next)))
  return (
    <>
      <ul class="list">
        {rows.map(({ day, next }) => (
          <li>
            {isMain(day) ? <a href={`/campaigns/${day.id}`}>{day.name}</a> : day.name}
            <br />
            <span class="small">
              {next ? <time datetime={next.from.toString()}>{fullDate(site, next.from)}</time> : site.say('campaigns.no-date')}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href="/campaigns.ics">{site.say('campaigns.calendar')}</a>
      </p>
    </>
  )
}

/** `Friday 30 July 2027`. */
const fullDate = ({ say }: Site, date: Temporal.PlainDate): string =>
  say('campaigns.date', { day: weekday(date, say.locale), date: longDate(date, say.locale) })

const When = ({ site, next, plan, today }: { site: Site; next: Occurrence; plan: Plan; today: Temporal.PlainDate }) => {
  const { say } = site
  const date = (inner: Child) => (
    <b>
      <time datetime={next.from.toString()}>{inner}</time>
    </b>
  )
  return (
    <section class="flow" aria-labelledby="when">
      <h2 id="when">{say('campaigns.when')}</h2>
      <p class="lead">
        {site.still
          ? say.rich('still.campaign', { year: String(next.year), date: fullDate(site, next.from), b: date })
          : say.rich(next.from.equals(today) ? 'campaigns.today' : 'campaigns.next', { date: fullDate(site, next.from), b: date })}
      </p>
      {plan.postFrom === null ? (
        <p>{say('campaigns.not-moved-unknown')}</p>
      ) : plan.postFrom.equals(plan.date) ? null : (
        <p>{say('campaigns.not-moved', { date: fullDate(site, plan.postFrom) })}</p>
      )}
      <p>
        <a href="/campaigns.ics">{say('campaigns.calendar')}</a>
      </p>
    </section>
  )
}

const Purpose = ({ site, day, year }: { site: Site; day: MainDay; year: number }) => {
  const { say } = site
  const theme = themeOf(day, year)
  const rows = [
    [say('campaigns.set-by'), day.set_by],
    [say('campaigns.led-by'), day.led_by],
    [say('campaigns.since'), day.first_year === 'unknown' ? say('site.not-known') : String(day.first_year)],
  ]
  return (
    <section class="flow" aria-labelledby="for">
      <h2 id="for">{say('campaigns.for')}</h2>
      {theme ? (
        <>
          <h3>{say('campaigns.theme', { year: String(year) })}</h3>
          <p class="lead">{theme.text}</p>
          <ThemeRests site={site} day={day} theme={theme} />
        </>
      ) : (
        <p class="note">
          {say('campaigns.theme-unknown', { year: String(year) })} {day.themes.find((t) => t.year === year)?.note}
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
        <Rests site={site} source={day.source} date={day.source_date} sure={day.sure} />
      </p>
    </section>
  )
}

/** What a sentence rests on, and how sure that is. Dashed: not an official text. */
const Rests = ({ site, source, date, sure }: { site: Site; source: string; date?: string | undefined; sure: CampaignEvent['sure'] }) => {
  const { say } = site
  const dated = date !== undefined && date !== 'unknown'
  return (
    <>
      {dated ? say('campaigns.source-dated', { source, date: partialDate(date, say.locale) }) : say('campaigns.source', { source })}{' '}
      <span class={sure === 'A' ? 'sure' : 'sure dashed'}>{say('campaigns.how-sure', { sure })}</span>
    </>
  )
}

const ThemeRests = ({ site, day, theme }: { site: Site; day: MainDay; theme: Theme }) => (
  <p class="small">
    {theme.note} <Rests site={site} source={day.themes_source ?? day.source} sure={theme.sure} />
  </p>
)

const Messages = ({ site, day }: { site: Site; day: MainDay }) => (
  <section aria-labelledby="messages">
    <h2 id="messages">{site.say('campaigns.messages')}</h2>
    <ul class="signs">
      {day.messages.map((message) => (
        <li id={message.id}>
          <span>
            {raw(site.markdown.inline(message.text))}
            {sourcesOf(site, message).map((rest) => (
              <>
                <br />
                <span class="small">
                  <Rests site={site} {...rest} />
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
const Kit = ({ moment, day, next }: { moment: Moment; day: MainDay; next: Occurrence }) => {
  const { say, pack } = moment.site
  return (
    <section class="flow screen" aria-labelledby="kit">
      <h2 id="kit">{say('campaigns.kit')}</h2>
      <p>{say('campaigns.kit-what')}</p>
      <div class="prose">
        <ul>
          <li>{say('campaigns.kit-pictures', { sizes: pack.pictures.filter(({ of }) => of === 'messages').length })}</li>
          <li>{say('campaigns.kit-posts', { networks: new Intl.ListFormat(say.locale).format(pack.networks.map(({ name }) => name)) })}</li>
          <li>{say('campaigns.kit-texts')}</li>
          <li>{say('campaigns.kit-plan')}</li>
        </ul>
      </div>
      <p>
        <NamedFile moment={moment} file={kitFile(day, next)}>
          {say('campaigns.kit-file', { year: String(next.year) })}
        </NamedFile>
      </p>
    </section>
  )
}

type Rest = { source: string; date?: string; sure: CampaignEvent['sure'] }

/** The texts that a message rests on; of its figures, each source once. */
const sourcesOf = ({ pack }: Site, message: Message): Rest[] => {
  if (!('figures' in message)) return [{ source: message.source, date: message.source_date, sure: message.sure }]
  const figures = message.figures.flatMap((id) => pack.figures.find((f) => f.id === id) ?? [])
  const title = (id: string) => pack.sources.find((s) => s.id === id)?.title ?? id
  return [...new Map(figures.map((f) => [f.source, { source: title(f.source), date: f.source_date, sure: f.sure }])).values()]
}

const Deeds = ({ site, day }: { site: Site; day: MainDay }) => (
  <section class="flow" aria-labelledby="do">
    <h2 id="do">{site.say('campaigns.do')}</h2>
    {day.do.map(({ who, steps }) => (
      <>
        <h3>{who}</h3>
        <div class="prose">
          <ul>
            {steps.map((step) => (
              <li>{raw(site.markdown.inline(step))}</li>
            ))}
          </ul>
        </div>
      </>
    ))}
  </section>
)

const Steps = ({ site, plan }: { site: Site; plan: Plan }) => {
  const { say } = site
  return (
    <section class="flow" aria-labelledby="plan">
      <h2 id="plan">{say('campaigns.plan')}</h2>
      <p>{say('campaigns.plan-note')}</p>
      {plan.days.some((d) => d.date === null) ? <p class="note">{say('campaigns.plan-unknown')}</p> : null}
      <dl class="who">
        {plan.days.map((d) => (
          <div>
            <dt>
              {d.date ? (
                <>
                  <time datetime={d.date.toString()}>{dayAndMonth(d.date, say.locale)}</time> ·{' '}
                </>
              ) : null}
              {offsetWords(site, d)}
            </dt>
            {d.tasks.map(({ who, task }) => (
              <dd>
                <b>{who}.</b> {raw(site.markdown.inline(task))}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}

const offsetWords = ({ say }: Site, { offset }: PlanDay): string => {
  if (offset === 0) return say('campaigns.day-itself')
  return offset < 0 ? say('campaigns.before', { count: -offset }) : say('campaigns.after', { count: offset })
}

const Hashtags = ({ site, day }: { site: Site; day: MainDay }) => {
  const { say } = site
  return (
    <section class="flow" aria-labelledby="hashtags">
      <h2 id="hashtags">{say('campaigns.hashtags')}</h2>
      <p>{say(day.hashtags.length ? 'campaigns.hashtags-note' : 'campaigns.no-hashtags')}</p>
      {day.hashtags.length ? (
        <ul class="prose-list">
          {day.hashtags.map((h) => (
            <li>
              <b>{h.tag}</b>, {say('campaigns.hashtag', { year: String(h.year) })}
              <br />
              <span class="small">
                <Rests site={site} source={h.source} sure={h.sure} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

const Archive = ({ site, years, themed, day }: { site: Site; years: readonly PastYear[]; themed: boolean; day: MainDay }) => {
  const { say } = site
  return (
    <section class="flow" aria-labelledby="archive">
      <h2 id="archive">{say('campaigns.archive')}</h2>
      <p>{say('campaigns.archive-note')}</p>
      <div>
        {years.map((past) => (
          <section class="entry" aria-labelledby={`year-${past.year}`}>
            <h3 id={`year-${past.year}`}>{past.year}</h3>
            {past.theme ? (
              <div>
                <p>{say('campaigns.theme-line', { theme: past.theme.text })}</p>
                <ThemeRests site={site} day={day} theme={past.theme} />
              </div>
            ) : themed ? (
              <p>{say('campaigns.no-theme')}</p>
            ) : null}
            {past.events.map((event) => (
              <Done site={site} event={event} />
            ))}
            {site.pack.news
              .filter((article) => article.date === past.date?.from.toString())
              .map((article) => (
                <p>
                  {say('campaigns.news')} <a href={`/news/${article.slug}`}>{article.title}</a>
                </p>
              ))}
          </section>
        ))}
      </div>
    </section>
  )
}

const Done = ({ site, event }: { site: Site; event: CampaignEvent }) => (
  <div>
    <p>{site.say('campaigns.done', { area: site.pack.partnership.area, what: event.what })}</p>
    {event.lesson ? <p>{site.say('campaigns.lesson', { lesson: event.lesson })}</p> : null}
    <p class="small">
      <Rests site={site} source={event.source} sure={event.sure} />
    </p>
  </div>
)
