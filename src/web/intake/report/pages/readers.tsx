import type { Child } from 'hono/jsx'
import type { Answers } from '../../../../domain/flow/answers.ts'
import type { Locale } from '../../../context/types.ts'
import type { Reports } from '../../watch.ts'
import { isWorker, walledOf } from '../said/content.ts'
import { partnersText } from './parts.tsx'

/** A worker may fear one of those for whom coordinators work, or for their status: said again where they choose who reads it, and before Send. */
export const WorkerTold = ({ locale, answers, reports }: { locale: Locale; answers: Answers; reports: Pick<Reports, 'standing'> }) => {
  const { t } = locale
  if (!isWorker(answers)) return null
  const walled = walledOf(answers)
  const partners = (reports.standing?.coordinators ?? []).filter((partner) => !walled.includes(partner))
  return (
    <p>
      {partners.length ? t('report-form.worker', { partners: partnersText(locale, partners) }) : null}{' '}
      {t.rich('report-form.worker-rights', { a: (inner: Child) => <a href="/your-rights#immigration">{inner}</a> })}
    </p>
  )
}

/** What keeping someone out can promise, and what it cannot. */
export const WalledTold = ({ locale, walled }: { locale: Locale; walled: readonly string[] }) => {
  if (!walled.length) return null
  const police = locale.pack.partners.some(({ id, kind }) => kind === 'police' && walled.includes(id))
  return <p>{locale.t('report-form.walled', { partners: partnersText(locale, walled), police: police ? 'yes' : 'no' })}</p>
}
