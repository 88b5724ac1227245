import type { Child } from 'hono/jsx'
import { archiveOf } from '../../../../domain/campaigns/archive.ts'
import { type Campaigns, isMain, type MainDay } from '../../../../domain/campaigns/campaign.ts'
import { nextDate, type Occurrence } from '../../../../domain/campaigns/dates.ts'
import { type Plan, planFor } from '../../../../domain/campaigns/plan.ts'
import { Lines } from '../../../components/lines.tsx'
import { Ring999 } from '../../../components/ring-999.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { Masthead } from '../../layout/masthead.tsx'
import type { PageContent, PagesOf } from '../../layout/page.ts'
import { Archive } from './archive.tsx'
import { Deeds, Kit, Steps } from './do.tsx'
import { fullDate } from './full-date.ts'
import { CampaignList, calendarName } from './list.tsx'
import { Purpose } from './purpose.tsx'
import { Rests } from './rests.tsx'
import { Hashtags, Messages } from './say.tsx'

/** A campaign day: when it is next, what it is for, what to say and do, the plan, and what past years brought. */
export const campaignPage = (context: RenderContext, day: MainDay, campaigns: Campaigns): PageContent => {
  const { locale } = context
  const { t, pack } = locale
  const today = context.local.toPlainDate()
  const next = nextDate(day, today)
  const plan = next && planFor(day, next, pack.calendar)
  const year = next?.year ?? today.year
  const years = archiveOf(day, campaigns.history, today)
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
            <Purpose locale={locale} day={day} year={year} />
            <Messages locale={locale} day={day} />
            {next ? <Kit context={context} day={day} next={next} /> : null}
            <Deeds locale={locale} day={day} />
            {plan ? <Steps locale={locale} plan={plan} /> : null}
            <Hashtags locale={locale} day={day} />
            <Archive locale={locale} years={years} themed={day.themes.length > 0} />
            <section class="flow screen">
              <h2 id="others">{t('campaigns.others')}</h2>
              <CampaignList context={context} days={campaigns.days.filter((other) => other.id !== day.id)} />
            </section>
            <Rests locale={locale} day={day} year={year} years={years} />
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

const When = ({ locale, next, plan, today }: { locale: Locale; next: Occurrence; plan: Plan; today: Temporal.PlainDate }) => {
  const { t } = locale
  const date = (inner: Child) => (
    <b>
      <time datetime={next.from.toString()}>{inner}</time>
    </b>
  )
  return (
    <section class="flow">
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
