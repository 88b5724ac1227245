import { clock, dayAndMonth } from '../../../format/when.ts'
import type { Asked } from './page.ts'

/** "8:52am today", "9am on Monday 30 November": a moment as the partnership's clocks have it. */
export const momentWords = ({ t, local }: Pick<Asked, 't' | 'local'>, instant: Temporal.Instant): string => {
  const at = instant.toZonedDateTimeISO(local.timeZoneId)
  const time = clock(at)
  const days = local.toPlainDate().until(at.toPlainDate()).days
  if (days === 0) return t('when.today', { time })
  if (days === 1) return t('when.tomorrow', { time })
  if (days === -1) return t('when.yesterday', { time })
  return t('when.day', { time, day: dayAndMonth(at.toPlainDate()) })
}
