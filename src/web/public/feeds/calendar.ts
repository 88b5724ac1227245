import { themeOf } from '../../../domain/campaigns/archive.ts'
import { type CampaignDay, type Campaigns, isMain } from '../../../domain/campaigns/campaign.ts'
import { datesOf, type Occurrence } from '../../../domain/campaigns/dates.ts'
import { type AllDay, icalendar } from '../../../domain/time/icalendar.ts'
import { dayOf } from '../../../domain/time/validity.ts'
import { longDate } from '../../../format/when.ts'
import type { Locale } from '../../context/types.ts'
import type { FinishedPage } from '../../http/page-cache.ts'
import { calendarName } from '../pages/campaigns/list.tsx'

/** The main and supporting days of the three years from `today` whose date is known, in order. */
export const campaignEvents = (locale: Locale, { days }: Campaigns, today: Temporal.PlainDate): AllDay[] =>
  days
    .filter((day) => day.use !== 'remember')
    .flatMap((day) => datesOf(day, today, today.add({ years: 3 })).map((occurrence) => ({ day, occurrence })))
    .sort((a, b) => Temporal.PlainDate.compare(a.occurrence.from, b.occurrence.from) || a.day.id.localeCompare(b.day.id))
    .map(({ day, occurrence }) => eventOf(locale, day, occurrence))

const eventOf = (
  {
    t,
    pack,
    site: {
      publishing: { origin },
    },
  }: Locale,
  day: CampaignDay,
  { year, from, to }: Occurrence,
): AllDay => {
  const theme = themeOf(day, year)
  const checked = Temporal.PlainDate.from(day.checked)
  return {
    uid: `${day.id}-${year}@${pack.partnership.id}.waymark`,
    stamp: checked,
    first: from,
    last: to,
    summary: day.name,
    description: [
      ...(theme ? [`${t('campaigns.theme-line', { theme: theme.text })}. ${t('campaigns.how-sure', { sure: theme.sure })}.`] : []),
      day.purpose,
      `${t('site.checked', { date: longDate(checked, t.locale), source: day.source })} ${t('campaigns.how-sure', { sure: day.sure })}.`,
    ].join('\n'),
    url: isMain(day) ? `${origin}/campaigns/${day.id}` : undefined,
  }
}

/** GET /campaigns.ics: made anew each day, since "the next three years" begin a day later. */
export const calendarFile = (locale: Locale, campaigns: Campaigns): [string, FinishedPage] => [
  '/campaigns.ics',
  {
    type: 'text/calendar; charset=utf-8',
    open: true,
    make: (now) => {
      const { timezone } = locale.pack.partnership
      const body = icalendar(calendarName(locale), campaignEvents(locale, campaigns, now.toZonedDateTimeISO(timezone).toPlainDate()))
      return { body, valid: dayOf(now, timezone) }
    },
  },
]
