import { type OpenJob, readJobs } from '../../../../commands/jobs/read-jobs.ts'
import { retryJob } from '../../../../commands/jobs/retry-job.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { clock, fullDate } from '../../../../format/when.ts'
import { PostButton } from '../../components/buttons.tsx'
import { Empty } from '../../components/list.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Column, Rows } from '../../components/rows.tsx'
import { Tag } from '../../components/tag.tsx'
import { keyFor } from '../../context/form-key.ts'
import type { Member, MemberPage } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { jobWords, whyWords } from './job-words.ts'

const tolds = { retry: 'jobs.retried', gone: 'jobs.gone' } as const satisfies Record<string, DeskId>

/** Work in the background that has failed or waits, by kind and age. */
const jobsPage: MemberPage = {
  path: '/desk/jobs',
  here: 'home',
  show: async (member) => {
    const { t, local } = member
    const { jobs } = (await member.perform(readJobs, {})).done
    const at = t('desk.minute', { time: clock(local), day: fullDate(local.toPlainDate()) })
    const told = tolds[member.query('told') as keyof typeof tolds]
    const failed = jobs.filter((job) => job.failed)
    const waiting = jobs.filter((job) => !job.failed)
    return {
      title: t('jobs.title'),
      body: (
        <>
          <PageHead title={t('jobs.title')} sub={at} back={{ href: '/desk', text: t('place.home') }} />
          {told ? <Message kind="told" id="told" heading={t(told)} /> : null}
          <p>{t('jobs.what')}</p>
          {jobs.length ? (
            <Rows
              caption={t('jobs.title')}
              columns={columnsOf(member)}
              groups={[
                { heading: t('jobs.group-failed', { count: failed.length }), rows: failed },
                { heading: t('jobs.group-waiting', { count: waiting.length }), rows: waiting },
              ].filter(({ rows }) => rows.length)}
            />
          ) : (
            <Empty heading={t('jobs.none')}>
              <p>{t('jobs.none-why', { at })}</p>
            </Empty>
          )}
        </>
      ),
    }
  },
}

const columnsOf = (member: Member): [Column<OpenJob>, ...Column<OpenJob>[]] => {
  const { t, viewer } = member
  const may = mayAny(viewer, 'change', 'job')
  return [
    { id: 'kind', label: t('jobs.kind'), cell: (job) => jobWords(t, job) },
    {
      id: 'state',
      label: t('jobs.state'),
      cell: ({ failed, why, next }) => (
        <>
          {failed ? <Tag state="late">{t('jobs.is-failed')}</Tag> : <Tag state="in-time">{t('jobs.is-waiting')}</Tag>}
          {failed || why !== null ? <> {whyWords(t, why)}</> : null}
          {!failed && why !== null ? <> {t('jobs.next', { when: momentWords(member, next) })}</> : null}
        </>
      ),
    },
    { id: 'since', label: t('jobs.made'), cell: ({ made }) => momentWords(member, made) },
    ...(may
      ? [
          {
            id: 'act',
            label: t('jobs.act'),
            cell: (job: OpenJob) =>
              job.failed || job.why !== null ? (
                <PostButton
                  action="/desk/jobs/retry"
                  fields={{ key: keyFor(member, job.id), job: job.id }}
                  look="quiet"
                  of={jobWords(t, job)}
                >
                  {t('jobs.retry')}
                </PostButton>
              ) : null,
          },
        ]
      : []),
  ]
}

const retriedJobPage: MemberPage = {
  path: '/desk/jobs/retry',
  here: 'home',
  send: async (member, fields) => {
    const outcome = await member.perform(retryJob, { job: fields.text('job') ?? '' }, member.key)
    return { to: 'fault' in outcome ? '/desk/jobs?told=gone' : '/desk/jobs?told=retry' }
  },
}

export const jobsPages: readonly MemberPage[] = [jobsPage, retriedJobPage]
