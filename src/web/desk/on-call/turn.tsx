import type { Child } from 'hono/jsx'
import type { RotaShift } from '../../../commands/on-call-now.ts'
import { covers, isOver } from '../../../domain/rota/shift.ts'
import { telOf } from '../components/contact.tsx'
import { Message } from '../components/message.tsx'
import type { Member } from '../context/page.ts'
import { policeOf } from './police.ts'
import { dayAndHours, nameOf, until } from './when.ts'

/** In one view: is it the turn of whoever asks, who is called if not, and when is it theirs next. */
export const Turn = ({ member, mine }: { member: Member; mine: readonly RotaShift[] }) => {
  const { t, me, now } = member
  const { first, rungs } = me.onCall
  const holds = rungs.find(({ standing, shift }) => standing === 'agreed' && shift?.person === me.person)
  const other = rungs.find(({ standing, shift }) => standing === 'agreed' && shift?.person !== me.person)?.shift
  const next = mine.find((shift) => shift.answer === 'agreed' && !covers(shift, now) && !isOver(shift, now))
  const later = next ? <p>{t('turn.next', { when: dayAndHours(member, next) })}</p> : null
  if (holds?.shift) {
    const words = { until: until(member, holds.shift) }
    return (
      <Message kind="now" id="turn" heading={t(holds.rung === 1 ? 'turn.first' : 'turn.second', words)}>
        <p>{beside(member, holds.rung, other ? nameOf(member, other) : null)}</p>
      </Message>
    )
  }
  const called = rungs.find(({ rung }) => rung === first)?.shift
  const waits = mine.some((shift) => shift.answer === null && covers(shift, now))
  return (
    <Message kind={waits || !called ? 'warn' : 'wait'} id="turn" heading={t(waits ? 'turn.asked' : 'turn.not')}>
      <p>{called ? <Called member={member} shift={called} /> : <CallPolice member={member} />}</p>
      {later}
    </Message>
  )
}

/** Who else there is, for whoever is on call. */
const beside = ({ t }: Pick<Member, 't'>, rung: 1 | 2, name: string | null): string => {
  if (name === null) return t(rung === 1 ? 'turn.first-police' : 'turn.second-first')
  return t(rung === 1 ? 'turn.first-second' : 'turn.second-text', { name })
}

const Called = ({ member, shift }: { member: Member; shift: RotaShift }) => {
  const { phone } = shift
  const words = { name: nameOf(member, shift), until: until(member, shift) }
  if (!phone) return <>{member.t('turn.call-none', words)}</>
  return (
    <>
      {member.t.rich<Child>('turn.call', {
        ...words,
        number: phone,
        b: (inner) => <b>{inner}</b>,
        a: (inner) => <a href={telOf(phone)}>{inner}</a>,
      })}
    </>
  )
}

const CallPolice = ({ member }: { member: Member }) => {
  const { police, emergency } = policeOf(member.desk)
  if (!police || !emergency) return <>{member.t('on-call.not-first')}</>
  return (
    <>
      {member.t.rich<Child>('turn.call-police', {
        police: police.display,
        emergency: emergency.display,
        p: (inner) => <a href={`tel:${police.dial}`}>{inner}</a>,
        e: (inner) => <a href={`tel:${emergency.dial}`}>{inner}</a>,
      })}
    </>
  )
}
