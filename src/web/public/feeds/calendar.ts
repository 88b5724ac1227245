import { themeOf } from '../../../domain/campaigns/archive.ts'
import { type CampaignDay, type Campaigns, isMain } from '../../../domain/campaigns/campaign.ts'
import { datesOf, type Occurrence } from '../../../domain/campaigns/dates.ts'
import { type AllDay, icalendar } from '../../../domain/time/icalendar.ts'
import { dayOf } from '../../../domain/time/validity.ts'
import type { Site } from '../../context/site.ts'
import type { Finished } from '../../http/page-cache.ts'
import { longDate } from '../../words/when.ts'
import { calendarName } from '../pages/campaigns.tsx'

/** The main and supporting days of the three years from `today` whose date is known, in order. */
export const campaignEvents = (site: Site, { days }: Campaigns, today: Temporal.PlainDate): AllDay[] =>
  days
    .filter((day) => day.use !== 'remember')
    .flatMap((day) => datesOf(day, today, today.add({ years: 3 })).map((occurrence) => ({ day, occurrence })))
    .sort((a, b) => Temporal.PlainDate.compare(a.occurrence.from, b.occurrence.from) || a.day.id.localeCompare(b.day.id))
    .map(({ day, occurrence }) => eventOf(site, day, occurrence))

const eventOf = ({ say, pack, origin }: Site, day: CampaignDay, { year, from, to }: Occurrence): AllDay => {
  const theme = themeOf(day, year)
  const checked = Temporal.PlainDate.from(day.checked)
  return {
    uid: `${day.id}-${year}@${pack.partnership.id}.waymark`,
    stamp: checked,
    first: from,
    last: to,
    summary: day.name,
    description: [
      ...(theme ? [`${say('campaigns.theme-line', { theme: theme.text })}. ${say('campaigns.how-sure', { sure: theme.sure })}.`] : []),
      day.purpose,
      `${say('site.checked', { date: longDate(checked, say.locale), source: day.source })} ${say('campaigns.how-sure', { sure: day.sure })}.`,
    ].join('\n'),
    url: isMain(day) ? `${origin}/campaigns/${day.id}` : undefined,
  }
}

/** GET /campaigns.ics: made anew each day, since "the next three years" begin a day later. */
export const calendarFile = (site: Site, campaigns: Campaigns): [string, Finished] => [
  '/campaigns.ics',
  {
    type: 'text/calendar; charset=utf-8',
    open: true,
    make: (now) => {
      const { timezone } = site.pack.partnership
      const body = icalendar(calendarName(site), campaignEvents(site, campaigns, now.toZonedDateTimeISO(timezone).toPlainDate()))
      return { body, valid: dayOf(now, timezone) }
    },
  },
]
