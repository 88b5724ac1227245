import { invitationDays } from '../../../../commands/people/invitation.ts'
import type { Person } from '../../../../commands/people/read-person.ts'
import { longDate } from '../../../../format/when.ts'
import { Message } from '../../components/message.tsx'
import type { Member } from '../../context/page.ts'

type Said = { heading: string; text?: string | undefined }

/** What the last form did, by the code in the address; said only where the person is as it says: an address can be made up. */
const saidOf = ({ t }: Member, told: string, person: Person): Said | null => {
  const { name, email, state, leavesOn, partner, invitation } = person
  const all: Readonly<Record<string, Said | null>> = {
    invited:
      invitation?.state === 'open'
        ? { heading: t('told-person.invited'), text: t('told-person.invited-text', { email, days: invitationDays }) }
        : null,
    'role-given': { heading: t('told-person.role-given') },
    'role-ended': { heading: t('told-person.role-ended') },
    profile: { heading: t('told-person.profile') },
    moved: { heading: t('told-person.moved', { name, partner: partner.name }), text: t('told-person.moved-text') },
    'last-day': leavesOn
      ? {
          heading: t('told-person.last-day'),
          text: t('told-person.last-day-text', { day: longDate(Temporal.PlainDate.from(leavesOn)) }),
        }
      : null,
    'last-day-clear': leavesOn ? null : { heading: t('told-person.last-day-clear') },
    withdrawn:
      invitation?.state === 'withdrawn' ? { heading: t('told-person.withdrawn'), text: t('told-person.withdrawn-text', { name }) } : null,
    'sign-ins': { heading: t('told-person.sign-ins'), text: t('told-person.sign-ins-text', { name }) },
    ended: state === 'ended' ? { heading: t('told-person.ended', { name }), text: t('told-person.ended-text') } : null,
    nothing: { heading: t('told-person.nothing') },
  }
  return Object.hasOwn(all, told) ? (all[told] ?? null) : null
}

export const Told = ({ member, person }: { member: Member; person: Person }) => {
  const said = saidOf(member, member.query('told') ?? '', person)
  if (!said) return null
  return (
    <Message kind="told" id="told" heading={said.heading}>
      {said.text ? <p>{said.text}</p> : null}
    </Message>
  )
}
