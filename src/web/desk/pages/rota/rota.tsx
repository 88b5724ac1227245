import { answerShift } from '../../../../commands/rota/answer-shift.ts'
import { answerSwap } from '../../../../commands/rota/answer-swap.ts'
import { readRota } from '../../../../commands/rota/read-rota.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { gapDays, gaps } from '../../../../domain/rota/gaps.ts'
import { later } from '../../../../domain/rota/shift.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { Empty, Paging } from '../../components/list.tsx'
import { Message } from '../../components/message.tsx'
import { Box, Columns, PageHead, Part } from '../../components/page-head.tsx'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { OnCallLadder } from '../../on-call/ladder.tsx'
import { Turn } from '../../on-call/turn.tsx'
import { dayAndHours, dayWord } from '../../on-call/when.ts'
import { dayIn } from './day-in.ts'
import { RotaDays } from './days.tsx'
import { ToldMessage, type Wrong, wrongOf } from './told.tsx'
import { AskedOfMe, SwapOfMe } from './waiting.tsx'

/** The most turns that one button answers: a form cannot ask for more. */
const mostAnswered = 60

/** Who is on call: whose turn it is, what waits for an answer, and the next 14 days. */
export const rotaPage: MemberPage = {
  path: '/desk/rota',
  here: 'rota',
  show: (member) => rotaShown(member),
  send: async (member, fields) => {
    const answer = fields.choice('answer', ['agreed', 'refused'])
    const shifts = [...new Set((fields.text('shifts', 40 * mostAnswered) ?? '').split(',').filter(Boolean))]
    if (!answer || !shifts.length || shifts.length > mostAnswered) return rotaShown(member, 'which', 400)
    const outcome = await member.perform(answerShift, { shifts, answer }, member.key)
    return 'done' in outcome ? { to: `/desk/rota?told=${outcome.done}` } : rotaShown(member, wrongOf(outcome.fault), 409)
  },
}

export const answerSwapPage: MemberPage = {
  path: '/desk/rota/answer-swap',
  here: 'rota',
  send: async (member, fields) => {
    const answer = fields.choice('answer', ['taken', 'refused'])
    if (!answer) return rotaShown(member, 'which', 400)
    const outcome = await member.perform(answerSwap, { swap: fields.text('swap', 100) ?? '', answer }, member.key)
    if ('done' in outcome) return { to: `/desk/rota?told=${outcome.done === 'taken' ? 'taken' : 'swap-refused'}` }
    return rotaShown(member, wrongOf(outcome.fault), 409)
  },
}

export const rotaShown = async (member: Member, fault: Wrong | null = null, status = 200): Promise<Shown> => {
  const { t, me, viewer, local, now, query } = member
  const today = local.toPlainDate()
  const first = dayIn(query('from'), today)
  const last = first.add({ days: gapDays - 1 })
  const zone = local.timeZoneId
  const within = {
    starts: later(now, first.toZonedDateTime(zone).toInstant()),
    ends: first.add({ days: gapDays }).toZonedDateTime(zone).toInstant(),
  }
  const { done: rota } = await member.perform(readRota, within)
  const asked = rota.mine.filter(({ answer }) => answer === null)
  const open = gaps(rota.shifts, within)
  const coordinates = mayAny(viewer, 'add', 'shift')
  const from = (days: number) => `/desk/rota?from=${first.add({ days })}`
  return {
    status,
    title: t('rota.title'),
    body: (
      <>
        <PageHead
          title={t('rota.title')}
          act={
            <>
              {coordinates ? <LinkButton href="/desk/rota/ask">{t('rota.ask')}</LinkButton> : null}
              <LinkButton href="/desk/rota/leave" look="quiet">
                {t('rota.leave')}
              </LinkButton>
              <LinkButton href="/desk/rota/people" look="quiet">
                {t('rota.people')}
              </LinkButton>
            </>
          }
        />
        <ToldMessage asked={member} fault={fault} people={rota.people} />
        <Turn member={member} mine={rota.mine} swaps={rota.swaps} />
        <AskedOfMe member={member} shifts={asked} />
        {rota.swaps
          .filter(({ to }) => to === me.person)
          .map((swap) => (
            <SwapOfMe member={member} swap={swap} />
          ))}
        <Columns
          sideFirst
          side={
            <Box id="now" heading={t('on-call.now')}>
              <OnCallLadder asked={member} now={rota.now} />
            </Box>
          }
        >
          <Part id="days" heading={t('rota.days')}>
            <p class="small">{t('rota.sub', { from: dayWord(first), to: dayWord(last) })}</p>
            {rota.people.length ? null : (
              <Empty heading={t('rota.empty')}>
                <p>{t('rota.empty-text')}</p>
              </Empty>
            )}
            {coordinates && rota.people.length && open[0] ? (
              <Message kind="warn" id="gaps" heading={t('rota.gaps-title', { count: open.length })}>
                <p>{t('rota.gaps-text', { when: dayAndHours(member, open[0]) })}</p>
              </Message>
            ) : null}
            {open.length ? null : <p>{t('rota.gaps-none')}</p>}
            <RotaDays member={member} rota={rota} first={first} days={gapDays} within={within} />
            <Paging
              t={t}
              said={t('rota.sub', { from: dayWord(first), to: dayWord(last) })}
              earlier={first.equals(today) ? null : { href: from(-gapDays), text: t('rota.earlier') }}
              later={{ href: from(gapDays), text: t('rota.later') }}
            />
          </Part>
        </Columns>
      </>
    ),
  }
}
