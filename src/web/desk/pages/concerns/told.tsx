import type { DeskId } from '../../../../content/word-ids.ts'
import { telOf } from '../../components/contact.tsx'
import { Message } from '../../components/message.tsx'
import type { Member } from '../../context/page.ts'

/** What was just done with a concern, by the word of the address that it led back to. */
const tolds: Readonly<Record<string, DeskId>> = {
  noted: 'concern-told.noted',
  'taken-back': 'concern-told.taken-back',
  'taken-back-reopened': 'concern-told.taken-back-reopened',
  'gone-out': 'concern-told.gone-out',
  closed: 'concern-told.closed',
  reopened: 'concern-told.reopened',
  marked: 'concern-told.marked',
  details: 'concern-told.details',
  linked: 'concern-told.linked',
  'not-linked': 'concern-told.not-linked',
  unlinked: 'concern-told.unlinked',
  merged: 'concern-told.merged',
  unmerged: 'concern-told.unmerged',
  feedback: 'concern-told.feedback',
  'feedback-due': 'concern-told.feedback-due',
  'handed-over': 'owner-told.handed-over',
  accepted: 'owner-told.accepted',
  taken: 'owner-told.taken',
  withdrawn: 'owner-told.withdrawn',
  over: 'owner-told.over',
  'closed-already': 'owner-told.closed-already',
  'kept-out': 'owner-told.kept-out',
  'wall-lifted': 'owner-told.wall-lifted',
  urgent: 'owner-told.urgent',
  'not-danger': 'owner-told.not-danger',
  'not-child': 'owner-told.not-child',
  held: 'kept.told-held',
  lifted: 'kept.told-lifted',
  erasing: 'kept.told-erasing',
  'not-erasing': 'kept.told-not-erasing',
}

/** Whoever has agreed to be on call now, with their numbers. */
const CallThem = ({ member: { t, me } }: { member: Member }) => {
  const there = me.onCall.rungs.flatMap(({ standing, shift }) =>
    standing === 'agreed' && shift?.phone && shift.person !== me.person ? [shift] : [],
  )
  return (
    <>
      <p>{t('owner-told.urgent-call')}</p>
      {there.map(({ name, phone }) =>
        phone ? (
          <p>
            {name}: <a href={telOf(phone)}>{phone}</a>
          </p>
        ) : null,
      )}
    </>
  )
}

/** What is to be known besides. */
const mores: Readonly<Record<string, DeskId>> = {
  held: 'kept.told-held-text',
  lifted: 'kept.told-lifted-text',
  erasing: 'kept.told-erasing-text',
  'taken-back': 'concern-told.taken-back-text',
  'taken-back-reopened': 'concern-told.taken-back-reopened-text',
  'handed-over': 'owner-told.handed-over-text',
  'not-danger': 'owner-told.not-text',
  'not-child': 'owner-told.not-text',
}

export const Told = ({ member }: { member: Member }) => {
  const said = member.query('told') ?? ''
  // Where no email goes out, nobody has been told of it by it.
  const unsent = said === 'urgent' && !member.desk.parts.mails
  const told = unsent ? 'owner-told.urgent-no-mail' : Object.hasOwn(tolds, said) ? tolds[said] : undefined
  if (!told) return null
  const more = mores[said]
  return (
    <Message kind={said === 'gone-out' || said === 'not-linked' ? 'warn' : 'told'} id="told" heading={member.t(told)}>
      {more ? <p>{member.t(more)}</p> : null}
      {unsent ? <CallThem member={member} /> : null}
    </Message>
  )
}
