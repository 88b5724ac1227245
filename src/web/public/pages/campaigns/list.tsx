import { type CampaignDay, isMain } from '../../../../domain/campaigns/campaign.ts'
import { nextDate, type Occurrence } from '../../../../domain/campaigns/dates.ts'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { fullDate } from './full-date.ts'

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
