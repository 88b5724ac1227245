import type { AttendEvent } from '../../commands/attend/read-event.ts'
import { clock, longDate } from '../../format/when.ts'
import type { RenderContext } from '../context/types.ts'

/** Which event it is, for whoever has its code. */
export const EventLine = ({ context: { locale, local }, event }: { context: RenderContext; event: AttendEvent }) => {
  const { t, pack } = locale
  const [from, to] = [event.starts, event.ends].map((at) => at.toZonedDateTimeISO(local.timeZoneId)) as [
    Temporal.ZonedDateTime,
    Temporal.ZonedDateTime,
  ]
  const tier = pack.course.tiers.find(({ id }) => id === event.tier)?.name ?? event.tier
  return (
    <div class="flow">
      <p class="lead">{t('in.event', { tier, date: longDate(from.toPlainDate()), from: clock(from), to: clock(to) })}</p>
      <p>
        {event.online
          ? t('in.event-online', { partner: event.partner })
          : t('in.event-place', { place: event.place, partner: event.partner })}
      </p>
    </div>
  )
}
