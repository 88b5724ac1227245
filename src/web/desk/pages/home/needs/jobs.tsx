import { readJobs } from '../../../../../commands/jobs/read-jobs.ts'
import { mayAny } from '../../../../../domain/access/table.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Tag } from '../../../components/tag.tsx'
import { momentWords } from '../../../context/time-words.ts'
import { whyWords } from '../../jobs/job-words.ts'
import type { HomeNeed, Provider } from './need.ts'

/** For so many hours it is said that a clock was set, or that the database was away: then whoever must know has seen it. */
const hours = 24

/** Jobs that failed, mail that does not go out, a clock that was set, a database that was away: what whoever runs the server should see to. */
export const jobNeeds: Provider = async (member) => {
  const { t, viewer, now } = member
  if (!mayAny(viewer, 'read', 'job')) return []
  const { jobs, mailDown, health } = (await member.perform(readJobs, {})).done
  const when = (instant: Temporal.Instant): string => momentWords(member, instant)
  const recent = (instant: Temporal.Instant): boolean => Math.abs(now.since(instant).total('hours')) < hours
  const look = (of: string) => (
    <LinkButton href="/desk/jobs" look="quiet" of={of}>
      {t('jobs.look')}
    </LinkButton>
  )
  const needs: HomeNeed[] = []
  const failed = jobs.filter((job) => job.failed)
  const [first] = failed
  if (mailDown)
    needs.push({
      rank: 'late',
      by: mailDown.since,
      mark: <Tag state="late">{t('jobs.since', { when: when(mailDown.since) })}</Tag>,
      title: t('jobs.mail-down'),
      href: '/desk/jobs',
      why: `${whyWords(t, mailDown.why)} ${t('jobs.mail-down-why')}`,
      act: look(t('jobs.mail-down')),
    })
  if (first)
    needs.push({
      rank: 'late',
      by: first.made,
      mark: <Tag state="late">{t('jobs.since', { when: when(first.made) })}</Tag>,
      title: t('jobs.failed', { count: failed.length }),
      href: '/desk/jobs',
      why: whyWords(t, first.why),
      act: look(t('jobs.failed', { count: failed.length })),
    })
  if (health.databaseLost && recent(health.databaseLost))
    needs.push({
      rank: 'soon',
      by: health.databaseLost,
      mark: <Tag state="due">{when(health.databaseLost)}</Tag>,
      title: t('jobs.database'),
      href: '/desk/jobs',
      why: t('jobs.database-why'),
      act: look(t('jobs.database')),
    })
  if (health.clockStep && recent(health.clockStep.to))
    needs.push({
      rank: 'due',
      by: health.clockStep.to,
      mark: <Tag state="due">{when(health.clockStep.to)}</Tag>,
      title: t('jobs.clock'),
      href: '/desk/jobs',
      why: t('jobs.clock-why', { from: when(health.clockStep.from), to: when(health.clockStep.to) }),
      act: look(t('jobs.clock')),
    })
  return needs
}
