import type { ConcernHead } from '../../../../commands/concerns/head.ts'
import { readHead } from '../../../../commands/concerns/read-head.ts'
import { reopenConcern } from '../../../../commands/concerns/reopen-concern.ts'
import { Confirm } from '../../components/confirm.tsx'
import type { Member, MemberPage } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { OfConcern } from './head.tsx'
import { pathOf, reporterReads } from './words.ts'

/** What the reporter has been told by now, and what they see once it is open again, before it is. */
export const reopenPage: MemberPage = {
  path: '/desk/concerns/:id/reopen',
  here: 'inbox',
  show: async (member) => {
    const { t, key } = member
    const { done: head } = await member.perform(readHead, { concern: member.param('id') })
    if (head.state !== 'closed' || head.mergedInto) return { to: pathOf(head) }
    const title = t('closing.reopen-title')
    return {
      title,
      body: (
        <>
          <OfConcern member={member} concern={head} title={title} />
          <Confirm
            will={{ heading: t('closing.reopen-told'), items: [toldWords(member, head)] }}
            cannot={{
              heading: t('closing.reopen-after'),
              items: [...(head.code ? [t('closing.reopen-after-code')] : []), t('closing.reopen-after-list')],
            }}
            action={`${pathOf(head)}/reopen`}
            hidden={{ key }}
            final={t('closing.reopen-go')}
            keep={{ href: pathOf(head), text: t('closing.reopen-keep') }}
          />
        </>
      ),
    }
  },
  send: async (member) => {
    const concern = member.param('id')
    // Opened twice is open.
    await member.perform(reopenConcern, { concern }, member.key)
    return { to: `${pathOf({ id: concern })}?told=reopened` }
  },
}

/** They looked after it was closed. */
const hasRead = ({ closedAt, codeSeenAt }: ConcernHead): boolean =>
  closedAt !== null && codeSeenAt !== null && Temporal.Instant.compare(codeSeenAt, closedAt) >= 0

const toldWords = (member: Member, head: ConcernHead): string => {
  const { t } = member
  if (!head.code) return t('closing.reopen-no-code')
  const text = head.outcome === null ? t('closing.no-outcome') : reporterReads(member, head.outcome)
  return hasRead(head) && head.codeSeenAt
    ? t('closing.reopen-read', { when: momentWords(member, head.codeSeenAt), text })
    : t('closing.reopen-unread', { text })
}
