import type { Child } from 'hono/jsx'
import type { RotaShift } from '../../../commands/on-call-now.ts'
import type { Rota } from '../../../commands/rota/read-rota.ts'
import { covers, isOver } from '../../../domain/rota/shift.ts'
import { LinkButton } from '../components/buttons.tsx'
import { telOf } from '../components/contact.tsx'
import { Message } from '../components/message.tsx'
import type { Member } from '../context/page.ts'
import { policeOf } from './police.ts'
import { dayAndHours, nameOf, until } from './when.ts'

/** The rung on which whoever asks is on call now: they have agreed. */
export const holdsNow = ({ me }: Member) =>
  me.onCall.rungs.find(({ standing, shift }) => standing === 'agreed' && shift?.person === me.person)

/** In one view: is it the turn of whoever asks, who is called if not, and when is it theirs next. */
export const Turn = ({ member, mine, swaps }: Pick<Rota, 'mine' | 'swaps'> & { member: Member }) => {
  const { t, me, now } = member
  const { first, rungs } = me.onCall
  const holds = holdsNow(member)
  const other = rungs.find(({ standing, shift }) => standing === 'agreed' && shift?.person !== me.person)?.shift
  const next = mine.find((shift) => shift.answer === 'agreed' && !covers(shift, now) && !isOver(shift, now))
  const later = next ? (
    <>
      <p>{t('turn.next', { when: dayAndHours(member, next) })}</p>
      <AskOther member={member} shift={next} swaps={swaps} />
    </>
  ) : null
  if (holds?.shift) {
    const words = { until: until(member, holds.shift) }
    return (
      <Message kind="now" id="turn" heading={t(holds.rung === 1 ? 'turn.first' : 'turn.second', words)}>
        <p>{beside(member, holds.rung, other ?? null)}</p>
        <AskOther member={member} shift={holds.shift} swaps={swaps} />
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
const beside = ({ t }: Pick<Member, 't'>, rung: 1 | 2, other: RotaShift | null): Child => {
  if (other === null) return t(rung === 1 ? 'turn.first-police' : 'turn.second-first')
  const name = nameOf({ t }, other)
  if (rung === 2) return t('turn.second-text', { name })
  const { phone } = other
  if (!phone) return t('turn.first-second-none', { name })
  return t.rich<Child>('turn.first-second', { name, number: phone, a: (inner) => <a href={telOf(phone)}>{inner}</a> })
}

/** The way on for whoever cannot come: it is six screens down on a phone, where the rota has their turn. */
const AskOther = ({ member: { t, me }, shift, swaps }: Pick<Rota, 'swaps'> & { member: Member; shift: RotaShift }) => (
  <p>
    <LinkButton href={`/desk/rota/swap/${shift.id}`} look="text">
      {t(swaps.some((swap) => swap.shift.id === shift.id && swap.from === me.person) ? 'rota.withdraw' : 'rota.swap')}
    </LinkButton>
  </p>
)

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
