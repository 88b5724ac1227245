import type { Listed } from '../../../../../commands/concerns/list.ts'
import { needsShown, readConcernNeeds } from '../../../../../commands/home/read-concern-needs.ts'
import { reference } from '../../../../../domain/concerns/concern.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import type { Member } from '../../../context/page.ts'
import { hasInbox } from '../../../context/places.ts'
import { momentWords } from '../../../context/time-words.ts'
import { PromiseOf, UrgencyOf } from '../../concerns/list-columns.tsx'
import { titleOf } from '../../concerns/words.ts'
import type { HomeNeed, Provider } from './need.ts'

/** Concerns of whoever asks that nobody has read, and those to which the reporter added something: danger before all else on the page. */
export const concernNeeds: Provider = async (member) => {
  if (!hasInbox(member)) return []
  const { t, now } = member
  const { unread, added } = (await member.perform(readConcernNeeds, null)).done
  const shown = [
    ...unread.slice(0, needsShown).map((row) =>
      needOf(member, row, 'unread', {
        title: t('home.concern-unread', { title: titleOf(member, row) }),
        why: t('home.concern-unread-why', { came: momentWords(member, row.received) }),
      }),
    ),
    ...added
      .slice(0, needsShown)
      .map((row) =>
        needOf(member, row, 'added', { title: t('home.concern-added', { title: titleOf(member, row) }), why: t('home.concern-added-why') }),
      ),
  ]
  if (unread.length <= needsShown && added.length <= needsShown) return shown
  return [
    ...shown,
    {
      // After all of them.
      rank: 'soon',
      by: now.add({ hours: 24 * 400 }),
      mark: null,
      title: t('home.concern-more'),
      href: '/desk/concerns?view=mine',
      why: t('home.concern-more-why', { count: needsShown }),
      act: (
        <LinkButton href="/desk/concerns?view=mine" look="quiet" of={t('home.concern-more')}>
          {t('home.concern-more-open')}
        </LinkButton>
      ),
    },
  ]
}

const needOf = (member: Member, row: Listed, because: 'unread' | 'added', said: Pick<HomeNeed, 'title' | 'why'>): HomeNeed => {
  const { t, now } = member
  const href = `/desk/concerns/${row.id}`
  return {
    ...said,
    opens: { concern: row.id, because },
    rank: rankOf(row, now),
    by: row.due ?? row.received,
    mark: (
      <>
        <UrgencyOf member={member} row={row} />
        <PromiseOf member={member} row={row} />
        <span class="ref">{reference(row.number)}</span>
      </>
    ),
    href,
    act: (
      <LinkButton href={href} look={row.danger ? 'full' : 'quiet'} of={`${titleOf(member, row)}, ${reference(row.number)}`}>
        {t('home.concern-open')}
      </LinkButton>
    ),
  }
}

const rankOf = ({ danger, child, due }: Listed, now: Temporal.Instant): HomeNeed['rank'] => {
  if (danger) return 'danger'
  if (child) return 'child'
  if (due && Temporal.Instant.compare(due, now) < 0) return 'late'
  return due && now.until(due).total('hours') < 24 ? 'due' : 'soon'
}
