import type { Listed } from '../../../../../commands/concerns/list.ts'
import { needsShown, readConcernNeeds } from '../../../../../commands/home/read-concern-needs.ts'
import { reference } from '../../../../../domain/concerns/concern.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import type { Member } from '../../../context/page.ts'
import { hasInbox } from '../../../context/places.ts'
import { momentWords } from '../../../context/time-words.ts'
import { PromiseOf, UrgencyOf } from '../../concerns/list-columns.tsx'
import { titleOf } from '../../concerns/words.ts'
import { moreNeed } from './more.tsx'
import type { HomeNeed, Provider } from './need.ts'
import { ofConcern } from './of-concern.tsx'

/** What was taken back and must be dealt with all the same; concerns of whoever asks that nobody has read, and those to which the reporter added something: danger before all else on the page. */
export const concernNeeds: Provider = async (member) => {
  if (!hasInbox(member)) return []
  const { t } = member
  const { takenBack, unread, added } = (await member.perform(readConcernNeeds, null)).done
  const [moreBack, moreUnread, moreAdded] = [takenBack.length > needsShown, unread.length > needsShown, added.length > needsShown]
  const shown = [
    ...takenBack.slice(0, needsShown).map((row) => ({
      ...needOf(member, row, 'taken-back', {
        title: t(row.state === 'new' ? 'home.concern-taken-back-unread' : 'home.concern-taken-back', { title: titleOf(member, row) }),
        why: t('home.concern-taken-back-why'),
      }),
      cut: moreBack,
    })),
    ...unread.slice(0, needsShown).map((row) => ({
      ...needOf(member, row, 'unread', {
        title: t('home.concern-unread', { title: titleOf(member, row) }),
        why: t('home.concern-unread-why', { came: momentWords(member, row.received) }),
      }),
      cut: moreUnread,
    })),
    ...added.slice(0, needsShown).map((row) => ({
      ...needOf(member, row, 'added', {
        title: t('home.concern-added', { title: titleOf(member, row) }),
        why: t('home.concern-added-why'),
      }),
      cut: moreAdded,
    })),
  ]
  if (!moreBack && !moreUnread && !moreAdded) return shown
  return [...shown, moreNeed(member, { title: t('home.concern-more'), why: t('home.concern-more-why', { count: needsShown }) })]
}

const needOf = (
  member: Member,
  row: Listed,
  because: 'taken-back' | 'unread' | 'added',
  said: Pick<HomeNeed, 'title' | 'why'>,
): HomeNeed => {
  const { t, now } = member
  const href = `/desk/concerns/${row.id}`
  return ofConcern(member, row, {
    ...said,
    opens: { concern: row.id, because },
    rank: rankOf(row, now),
    // Danger that nobody has read is due at once, whatever its reporter was promised.
    by: row.danger && because === 'unread' ? row.received : (row.due ?? row.received),
    // What was taken back is never folded away.
    ...(because === 'taken-back' ? {} : { group: because }),
    mark: (
      <>
        {row.danger || row.child ? null : <UrgencyOf member={member} row={row} />}
        <PromiseOf member={member} row={row} />
      </>
    ),
    href,
    act: (
      <LinkButton href={href} look={row.danger ? 'full' : 'quiet'} of={`${titleOf(member, row)}, ${reference(row.number)}`}>
        {t('home.concern-open')}
      </LinkButton>
    ),
  })
}

const rankOf = ({ due }: Listed, now: Temporal.Instant): HomeNeed['rank'] => {
  if (due && Temporal.Instant.compare(due, now) < 0) return 'late'
  return due && now.until(due).total('hours') < 24 ? 'due' : 'soon'
}
