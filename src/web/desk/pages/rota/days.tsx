import type { Rota } from '../../../../commands/rota/read-rota.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { gaps, onDay } from '../../../../domain/rota/gaps.ts'
import { covers, isOver, type Span } from '../../../../domain/rota/shift.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { type Day, type DayLine, Days } from '../../components/days.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Member } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { AnswerTag } from '../../on-call/answer-tag.tsx'
import { dayAndHours, dayWord, hours, nameOf, rungWord } from '../../on-call/when.ts'

type Props = { member: Member; rota: Rota; first: Temporal.PlainDate; days: number; within: Span }

/** The rota day by day: a shift is on the day on which it begins, the first day has what is still running. */
export const RotaDays = ({ member, rota, first, days, within }: Props) => {
  const { t, local } = member
  const zone = local.timeZoneId
  const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDate()
  const none = gaps(rota.shifts, within).filter(({ kind }) => kind === 'nobody')
  const listed = Array.from({ length: days }, (_, after): Day => {
    const day = first.add({ days: after })
    const lines: (Span & DayLine)[] = [
      ...rota.shifts
        .filter(({ starts }) => dayOf(starts).equals(day) || (after === 0 && Temporal.PlainDate.compare(dayOf(starts), day) < 0))
        .map((shift) => ({ ...shift, ...lineOf(member, rota, shift) })),
      ...none.flatMap((gap) => {
        const part = onDay(gap, day, zone)
        return part ? [{ ...part, ...gapLine(member, part, day) }] : []
      }),
    ]
    const today = day.equals(local.toPlainDate())
    const heading = dayWord(day)
    return { heading: today ? t('rota.today', { day: heading }) : heading, today, lines: lines.toSorted(byBeginning) }
  })
  return <Days days={listed} />
}

/** It runs, and began on an earlier day than the one that it stands under. */
const began = ({ local, now }: Member, shift: Span): boolean =>
  covers(shift, now) && !shift.starts.toZonedDateTimeISO(local.timeZoneId).toPlainDate().equals(local.toPlainDate())

const byBeginning = (a: Span, b: Span): number => Temporal.Instant.compare(a.starts, b.starts)

const lineOf = (member: Member, rota: Rota, shift: Rota['shifts'][number]): DayLine => {
  const { t, me, viewer, now } = member
  const mine = shift.person === me.person
  const swap = rota.swaps.find((one) => one.shift.id === shift.id)
  const open = shift.answer !== 'refused' && !isOver(shift, now)
  const of = dayAndHours(member, shift)
  return {
    mine: mine && shift.answer !== 'refused',
    when: began(member, shift)
      ? t('on-call.running', { from: momentWords(member, shift.starts), to: momentWords(member, shift.ends) })
      : hours(member, shift),
    who: (
      <>
        <b>{nameOf(member, shift)}</b>
        {mine ? ` (${t('rota.mine')})` : null}, {rungWord(member, shift.rung).toLowerCase()}
        {covers(shift, now) ? `, ${t('on-call.now').toLowerCase()}` : null}{' '}
        {swap ? <Tag state="asked">{t('rota.swapping', { name: swap.toName ?? t('on-call.someone') })}</Tag> : null}
      </>
    ),
    state: (
      <>
        <AnswerTag asked={member} shift={shift} />
      </>
    ),
    acts: (
      <>
        {mine && open && shift.answer === 'agreed' ? (
          <LinkButton href={`/desk/rota/swap/${shift.id}`} look="text" of={of}>
            {swap ? t('rota.withdraw') : t('rota.swap')}
          </LinkButton>
        ) : null}
        {mayAny(viewer, 'change', 'shift') && !isOver(shift, now) ? (
          <LinkButton href={`/desk/rota/shift/${shift.id}`} look="text" of={of}>
            {t('rota.end')}
          </LinkButton>
        ) : null}
      </>
    ),
  }
}

const gapLine = (member: Member, part: Span, day: Temporal.PlainDate): DayLine => {
  const { t, viewer, local } = member
  const zone = local.timeZoneId
  const whole = day
    .toZonedDateTime(zone)
    .until(day.add({ days: 1 }).toZonedDateTime(zone))
    .total('minutes')
  return {
    when: part.starts.until(part.ends).total('minutes') === whole ? t('on-call.all-day') : hours(member, part),
    who: t('rota.gap'),
    acts: mayAny(viewer, 'add', 'shift') ? (
      <LinkButton href={`/desk/rota/ask?day=${day}`} look="text" of={dayWord(day)}>
        {t('rota.ask')}
      </LinkButton>
    ) : null,
  }
}
