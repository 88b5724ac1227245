import { clock, longDate } from '../../../../format/when.ts'
import type { Asked } from '../../context/page.ts'

/** `30 November 2026, 2:35am`, on the clocks of the partnership. */
export const whenIn = ({ local }: Pick<Asked, 'local'>, instant: Temporal.Instant): string => {
  const there = instant.toZonedDateTimeISO(local.timeZoneId)
  return `${longDate(there.toPlainDate())}, ${clock(there)}`
}

export const dayIn = ({ local }: Pick<Asked, 'local'>, instant: Temporal.Instant): string =>
  longDate(instant.toZonedDateTimeISO(local.timeZoneId).toPlainDate())
