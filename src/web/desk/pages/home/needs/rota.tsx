import type { RotaShift } from '../../../../../commands/on-call-now.ts'
import { readRota } from '../../../../../commands/rota/read-rota.ts'
import { mayAny } from '../../../../../domain/access/table.ts'
import { gaps } from '../../../../../domain/rota/gaps.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Tag } from '../../../components/tag.tsx'
import type { Member } from '../../../context/page.ts'
import { momentWords } from '../../../context/time-words.ts'
import { policeOf } from '../../../on-call/police.ts'
import { dayAndHours, nameOf, rungWord } from '../../../on-call/when.ts'
import type { HomeNeed, Provider } from './need.ts'

/** How far ahead it presses that nobody is on call, in hours. */
const ahead = 24

/** What someone is asked to take and has not answered; for coordinators also the next night for which nobody has agreed. */
export const rotaNeeds: Provider = async (member) => {
  const { t, viewer, now, me, desk } = member
  const police = policeOf(desk).police?.display ?? ''
  const within = { starts: now, ends: now.add({ hours: ahead }) }
  const { done: rota } = await member.perform(readRota, within)
  const asked = rota.mine.filter(({ answer }) => answer === null)
  const swaps = rota.swaps.filter(({ to }) => to === me.person)
  const all = mayAny(viewer, 'add', 'shift') ? gaps(rota.shifts, within) : []
  // Who sees to the first sees the others on the rota.
  const open = (['nobody', 'asked'] as const).flatMap((kind) => all.find((gap) => gap.kind === kind) ?? [])
  return [
    ...open.map((gap): HomeNeed => {
      const whole = gap.starts.equals(within.starts) && gap.ends.equals(within.ends)
      const when = whole ? t('home.gap-day') : dayAndHours(member, gap)
      const title = t(`home.gap-${gap.kind}`, { when })
      return {
        ...line(member, gap.starts, title, t('home.rota')),
        rank: gap.kind === 'nobody' && gap.starts.equals(now) ? 'now' : 'due',
        mark: <Tag state={gap.kind === 'nobody' ? 'late' : 'asked'}>{t('home.until', { when: momentWords(member, gap.ends) })}</Tag>,
        why: gap.kind === 'nobody' ? t('home.gap-nobody-why', { police }) : t('home.gap-asked-why'),
      }
    }),
    ...asked.map(
      (shift): HomeNeed => ({
        ...line(member, shift.starts, t('home.shift-asked'), t('home.answer')),
        why: t('home.shift-asked-why', wordsOf(member, shift)),
      }),
    ),
    ...swaps.map(({ shift }): HomeNeed => {
      const name = nameOf(member, shift)
      return {
        ...line(member, shift.starts, t('home.swap-asked', { name }), t('home.answer')),
        why: t('home.swap-asked-why', { ...wordsOf(member, shift), name }),
      }
    }),
  ]
}

const wordsOf = (member: Member, shift: RotaShift) => ({ when: dayAndHours(member, shift), rung: rungWord(member, shift.rung) })

/** By when it must be done is when the shift begins: all of it is done on the rota. */
const line = (member: Member, by: Temporal.Instant, title: string, act: string): Omit<HomeNeed, 'why'> => ({
  rank: member.now.until(by).total('hours') < ahead ? 'due' : 'soon',
  by,
  mark: <Tag state="asked">{member.t('home.before', { when: momentWords(member, by) })}</Tag>,
  title,
  href: '/desk/rota',
  act: (
    <LinkButton href="/desk/rota" look="quiet" of={title}>
      {act}
    </LinkButton>
  ),
})
