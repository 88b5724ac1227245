import type { Child } from 'hono/jsx'
import type { OnCallNow } from '../../../commands/on-call-now.ts'
import { Telephone } from '../components/contact.tsx'
import { Ladder, type Rung } from '../components/ladder.tsx'
import { Tag } from '../components/tag.tsx'
import type { Member } from '../context/page.ts'
import { AnswerTag } from './answer-tag.tsx'
import { policeOf } from './police.ts'
import { nameOf, until } from './when.ts'

/** Who is called now, one after the other: the home page, the directory and the rota show the same. */
export const OnCallLadder = ({ asked, now }: { asked: Member; now: OnCallNow }) => {
  const { t, desk, me } = asked
  const { police, emergency } = policeOf(desk)
  const rungs = now.rungs.map(({ rung, standing, shift }): Rung => {
    if (!shift) return { who: t('on-call.nobody'), when: t(rung === 1 ? 'on-call.not-first' : 'on-call.not-second') }
    const words = { until: until(asked, shift) }
    const name = nameOf(asked, shift)
    const when = rung === 1 ? 'on-call.first-when' : now.first === 2 ? 'on-call.second-first' : 'on-call.second-when'
    return {
      now: now.first === rung,
      who: [shift.person === me.person ? t('turn.mine', { name }) : name, shift.partner].filter(Boolean).join(', '),
      when: standing === 'refused' ? t(rung === 1 ? 'on-call.not-first' : 'on-call.not-second') : t(when, words),
      state: <AnswerTag asked={asked} shift={shift} />,
      ways:
        standing === 'refused' ? null : shift.phone ? <Telephone number={shift.phone} /> : <Tag state="late">{t('on-call.no-number')}</Tag>,
    }
  })
  const last: Rung = {
    now: now.first === 'police',
    who: police ? <a href={`tel:${police.dial}`}>{t('on-call.police', { number: police.display })}</a> : t('on-call.nobody'),
    when: emergency
      ? t.rich<Child>('on-call.police-when', { emergency: emergency.display, a: (inner) => <a href={`tel:${emergency.dial}`}>{inner}</a> })
      : null,
  }
  return <Ladder rungs={[...rungs, last]} />
}
