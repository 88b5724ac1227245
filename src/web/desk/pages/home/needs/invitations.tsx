import { readLateInvitations } from '../../../../../commands/home/read-late-invitations.ts'
import { mayAny } from '../../../../../domain/access/table.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Tag } from '../../../components/tag.tsx'
import { momentWords } from '../../../context/time-words.ts'
import type { Provider } from './need.ts'

/** Somebody was invited and has not come: for whoever can invite them again. */
export const invitationNeeds: Provider = async (member) => {
  const { t, viewer, now } = member
  if (!mayAny(viewer, 'add', 'invitation')) return []
  const { done } = await member.perform(readLateInvitations, {})
  return done.map(({ person, name, ends }) => {
    const over = Temporal.Instant.compare(ends, now) <= 0
    const when = momentWords(member, ends)
    const title = t(over ? 'home.invitation-over' : 'home.invitation-ends', { name })
    return {
      rank: over ? 'late' : 'due',
      by: ends,
      group: 'invitations',
      mark: <Tag state={over ? 'late' : 'due'}>{t(over ? 'home.ended' : 'home.until', { when })}</Tag>,
      title,
      href: `/desk/people/${person}`,
      why: t(over ? 'home.invitation-over-why' : 'home.invitation-ends-why'),
      act: (
        <LinkButton href={`/desk/people/${person}`} look="quiet" of={name}>
          {t('home.invitation-open')}
        </LinkButton>
      ),
    }
  })
}
