import type { RotaShift } from '../../../../../commands/on-call-now.ts'
import { mayAny } from '../../../../../domain/access/table.ts'
import { gaps } from '../../../../../domain/rota/gaps.ts'
import type { Span } from '../../../../../domain/rota/shift.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Tag } from '../../../components/tag.tsx'
import type { Member } from '../../../context/page.ts'
import { momentWords } from '../../../context/time-words.ts'
import { policeOf } from '../../../on-call/police.ts'
import { dayAndHours, nameOf, rungWord } from '../../../on-call/when.ts'
import type { HomeNeed, Provider } from './need.ts'

/** How far ahead it presses that nobody is on call, in hours. */
export const ahead = 24

/** What someone is asked to take and has not answered; for coordinators also the next night for which nobody has agreed. */
export const rotaNeeds: Provider = async (member, { rota }) => {
  const { t, viewer, now, me, desk } = member
  const police = policeOf(desk).police?.display ?? ''
  const within = { starts: now, ends: now.add({ hours: ahead }) }
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
        ...line(member, gap, title, t('home.rota')),
        rank: gap.kind === 'nobody' && gap.starts.equals(now) ? 'now' : 'due',
        mark: <Tag state={gap.kind === 'nobody' ? 'late' : 'asked'}>{t('home.until', { when: momentWords(member, gap.ends) })}</Tag>,
        why: gap.kind === 'nobody' ? t('home.gap-nobody-why', { police }) : t('home.gap-asked-why'),
      }
    }),
    ...asked.map(
      (shift): HomeNeed => ({
        ...line(member, shift, t('home.shift-asked'), t('home.answer'), dayAndHours(member, shift)),
        why: t('home.shift-asked-why', wordsOf(member, shift)),
      }),
    ),
    ...swaps.map(({ shift }): HomeNeed => {
      const name = nameOf(member, shift)
      return {
        ...line(member, shift, t('home.swap-asked', { name }), t('home.answer'), dayAndHours(member, shift)),
        why: t('home.swap-asked-why', { ...wordsOf(member, shift), name }),
      }
    }),
  ]
}

const wordsOf = (member: Member, shift: RotaShift) => ({ when: dayAndHours(member, shift), rung: rungWord(member, shift.rung) })

/** It must be done before the shift begins, or now if it has begun: all of it is done on the rota. `of`: what the button is for, for who hears it. */
const line = (member: Member, { starts, ends }: Span, title: string, act: string, of = title): Omit<HomeNeed, 'why'> => {
  const { t, now } = member
  const begun = Temporal.Instant.compare(starts, now) <= 0
  return {
    rank: begun ? 'now' : now.until(starts).total('hours') < ahead ? 'due' : 'soon',
    by: starts,
    mark: (
      <Tag state={begun ? 'late' : 'asked'}>
        {begun ? t('home.now-until', { when: momentWords(member, ends) }) : t('home.before', { when: momentWords(member, starts) })}
      </Tag>
    ),
    title,
    href: '/desk/rota',
    act: (
      <LinkButton href="/desk/rota" look="quiet" of={of}>
        {act}
      </LinkButton>
    ),
  }
}
