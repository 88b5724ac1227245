import type { DeskId } from '../../../../content/word-ids.ts'
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
  'not-urgent': 'owner-told.not-urgent',
}

/** What is to be known besides. */
const mores: Readonly<Record<string, DeskId>> = {
  'taken-back': 'concern-told.taken-back-text',
  'taken-back-reopened': 'concern-told.taken-back-reopened-text',
  'handed-over': 'owner-told.handed-over-text',
}

export const Told = ({ member }: { member: Member }) => {
  const said = member.query('told') ?? ''
  const told = Object.hasOwn(tolds, said) ? tolds[said] : undefined
  if (!told) return null
  const more = mores[said]
  return (
    <Message kind={said === 'gone-out' || said === 'not-linked' ? 'warn' : 'told'} id="told" heading={member.t(told)}>
      {more ? <p>{member.t(more)}</p> : null}
    </Message>
  )
}
