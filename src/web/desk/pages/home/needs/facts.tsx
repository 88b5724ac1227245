import { readFacts } from '../../../../../commands/facts/read-facts.ts'
import { holds } from '../../../../../domain/access/roles.ts'
import { factDue, isInView } from '../../../../../domain/facts/due.ts'
import { longDate } from '../../../../../format/when.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Tag } from '../../../components/tag.tsx'
import type { Member } from '../../../context/page.ts'
import type { HomeNeed, Provider } from './need.ts'

/** Facts of the pack that somebody says are wrong, or that should have been checked: one line each for the coordinators, who see to the list. */
export const factNeeds: Provider = async (member) => {
  const { t, viewer, desk, local, now } = member
  if (!holds(viewer, 'coordinator')) return []
  const { done: checks } = await member.perform(readFacts, {})
  const byFact = Map.groupBy(checks, ({ list, fact }) => `${list}/${fact}`)
  const { facts } = desk.locale.pack
  const all = facts.map((fact) => factDue(fact, byFact.get(`${fact.list}/${fact.id}`) ?? [], local.toPlainDate()))
  const wrong = all.filter(({ doubts }) => doubts.includes('denied')).length
  const overdue = all.filter((due) => isInView(due, 'overdue')).map(({ fact }) => fact.review)
  const [oldest] = overdue.toSorted()
  const since = oldest === undefined ? null : Temporal.PlainDate.from(oldest)
  const needs: HomeNeed[] = []
  if (wrong)
    needs.push({
      ...line(member, 'doubtful', t('home.facts-wrong', { count: wrong })),
      rank: 'late',
      by: now,
      mark: <Tag state="late">{t('home.now')}</Tag>,
      why: t('home.facts-wrong-why'),
    })
  if (since)
    needs.push({
      ...line(member, 'overdue', t('home.facts-overdue', { count: overdue.length })),
      rank: 'soon',
      by: since.toZonedDateTime(local.timeZoneId).toInstant(),
      mark: <Tag state="late">{t('home.since', { day: longDate(since) })}</Tag>,
      why: t('home.facts-overdue-why'),
    })
  return needs
}

const line = ({ t }: Member, view: 'doubtful' | 'overdue', title: string) => ({
  title,
  href: `/desk/facts?view=${view}`,
  act: (
    <LinkButton href={`/desk/facts?view=${view}`} look="quiet" of={title}>
      {t('home.facts-open')}
    </LinkButton>
  ),
})
