import type { Leave } from '../../../domain/rota/clashes.ts'
import type { RungNumber, Shift, Span } from '../../../domain/rota/shift.ts'
import { clock, dayAndMonth, fullDate } from '../../../format/when.ts'
import type { Asked } from '../context/page.ts'

type In = Pick<Asked, 't' | 'local'>

const there = ({ local }: In, instant: Temporal.Instant): Temporal.ZonedDateTime => instant.toZonedDateTimeISO(local.timeZoneId)

/** "Tuesday 1 December". */
export const dayWord = (day: Temporal.PlainDate): string => dayAndMonth(day)
/** "5:30pm". */
export const timeWord = (time: Temporal.PlainTime): string => clock(time)

/** "Wednesday 2 December 2026 to Wednesday 9 December 2026", or the one day. */
export const leaveDays = ({ t }: Pick<In, 't'>, { first, last }: Pick<Leave, 'first' | 'last'>): string =>
  first.equals(last) ? fullDate(first) : t('leave.line', { first: fullDate(first), last: fullDate(last) })

/** "5:30pm to 8am": it ends within a day, and nobody takes it for more. Else with the day on which it ends. */
export const hours = (asked: In, { starts, ends }: Span): string => {
  const [from, to] = [there(asked, starts), there(asked, ends)]
  const short = from.toPlainDate().equals(to.toPlainDate()) || starts.until(ends).total('hours') < 18
  const words = { from: clock(from), to: clock(to) }
  return short ? asked.t('on-call.span', words) : asked.t('on-call.span-until', { ...words, day: dayAndMonth(to.toPlainDate()) })
}

/** "Tuesday 1 December, 5:30pm to 8am". */
export const dayAndHours = (asked: In, span: Span): string =>
  `${dayAndMonth(there(asked, span.starts).toPlainDate())}, ${hours(asked, span)}`

/** "until 8am" today, "until 8am tomorrow", or with the day. Midnight ends the day before it. */
export const until = (asked: In, { ends }: Pick<Span, 'ends'>): string => {
  const to = there(asked, ends)
  const day = to.subtract({ nanoseconds: 1 }).toPlainDate()
  const days = asked.local.toPlainDate().until(day).days
  const time = clock(to)
  if (days <= 0) return asked.t('on-call.until', { time })
  return days === 1 ? asked.t('on-call.until-tomorrow', { time }) : asked.t('on-call.until-day', { time, day: dayAndMonth(day) })
}

export const rungWord = ({ t }: Pick<In, 't'>, rung: RungNumber): string => t(rung === 1 ? 'on-call.first' : 'on-call.second')
export const answerWord = ({ t }: Pick<In, 't'>, { answer }: Pick<Shift, 'answer'>): string => t(`on-call.${answer ?? 'asked'}`)
export const nameOf = ({ t }: Pick<In, 't'>, { name }: { name: string | null }): string => name ?? t('on-call.someone')
