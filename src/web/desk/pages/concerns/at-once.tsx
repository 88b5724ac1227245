import type { Child } from 'hono/jsx'
import { readSharing } from '../../../../commands/concerns/sharing/read-sharing.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { Message } from '../../components/message.tsx'
import type { Member } from '../../context/page.ts'
import { policeOf } from '../../on-call/police.ts'
import type { ConcernPart } from './part.ts'
import { atOncePath, shareTo } from './sharing-words.ts'

/** The number to call first, as a phone takes it. */
export const EmergencyLine = ({
  member,
  id,
}: {
  member: Member
  id: 'at-once.call' | 'at-once.call-record' | 'passed.danger' | 'sharing-told.shared-call'
}) => {
  const { emergency } = policeOf(member.desk)
  if (!emergency) return null
  return (
    <>
      {member.t.rich<Child>(id, {
        number: emergency.display,
        a: (inner) => (
          <a href={`tel:${emergency.dial}`}>
            <b>{inner}</b>
          </a>
        ),
      })}
    </>
  )
}

/** Danger now: what is to be done first, and who has been told already. */
export const atOncePart: ConcernPart = async (member, concern) => {
  if (!concern.danger || (concern.state !== 'new' && concern.state !== 'open')) return null
  const { t, me } = member
  const read = await member.perform(readSharing, { concern: concern.id, glance: true })
  const shares = 'done' in read ? read.done.shares.filter(({ ended }) => !ended) : []
  const names = [...new Set(shares.map((share) => shareTo(member, share)))]
  return {
    side: 'top',
    id: 'at-once',
    body: (
      <Message
        kind="warn"
        id="at-once-heading"
        heading={t('at-once.heading')}
        act={concern.owner.id === me.person ? <LinkButton href={atOncePath(concern)}>{t('at-once.share')}</LinkButton> : undefined}
      >
        <p>
          <EmergencyLine member={member} id="at-once.call" />
        </p>
        <p>{names.length ? `${t('at-once.called')} ${t('sharing.part-shared', { names: names.join('; ') })}` : t('sharing.part-none')}</p>
      </Message>
    ),
  }
}
