import type { Child } from 'hono/jsx'
import type { Answers } from '../../../../domain/flow/answers.ts'
import { Lines } from '../../../components/lines.tsx'
import { Ring999, RingLine } from '../../../components/ring-999.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { Details } from '../../../govuk/details.tsx'
import type { Reports } from '../../watch.ts'
import { type Alarming, alarmsOf, unsaidOf } from '../said/alarms.ts'
import type { Besides } from '../said/carried.ts'

type AlarmsProps = {
  context: RenderContext
  alarms: Alarming
  reports: Pick<Reports, 'standing'>
  /** Partners that are kept out. */
  walled: readonly string[]
  /** It cannot be taken in: nothing is passed on. */
  refused?: boolean
  /** The report is with us. */
  sent?: boolean
  /** Said on an earlier page: one line, which opens. */
  folded?: boolean
}

const safety = (inner: Child): Child => <a href="/your-safety">{inner}</a>
const rights = (inner: Child): Child => <a href="/your-rights#crime">{inner}</a>

/** What must not wait for us, from the page on which it was said: 999, children's services, Childline. */
export const Alarms = ({ folded = false, ...props }: AlarmsProps) => {
  const { danger, child, young } = props.alarms
  const { t } = props.context.locale
  if (!danger && !child && !young) return null
  const boxes = (
    <>
      {danger || child ? <Urgent {...props} /> : null}
      {young ? <Young {...props} /> : null}
    </>
  )
  return (
    <div class="report-alarms">
      {folded ? <Details summaryText={t(young ? 'report-form.young-fold' : 'report-form.urgent-fold')}>{boxes}</Details> : boxes}
    </div>
  )
}

const Urgent = ({ context, alarms: { child, young }, reports, walled, refused = false }: AlarmsProps) => {
  const { locale } = context
  const { roles } = locale.pack
  return (
    <section class="note flow" aria-labelledby="urgent">
      <h2 id="urgent">{locale.t('report-form.urgent')}</h2>
      <Ring999 locale={locale} words="report-form.urgent-text" />
      {child ? <p>{locale.t('report-form.urgent-child')}</p> : null}
      {child && !young && !refused ? <ChildTold locale={locale} you={false} reports={reports} walled={walled} /> : null}
      <Lines context={context} ids={[roles.emergency, ...(child || young ? roles.children : [])]} classes="lines" />
      {young ? null : <Seen locale={locale} />}
    </section>
  )
}

const Young = ({ context, alarms: { danger, child }, reports, walled, refused = false, sent = false }: AlarmsProps) => {
  const { locale } = context
  const { t, pack } = locale
  return (
    <section class="note flow" aria-labelledby="young">
      <h2 id="young">{t('report-form.young')}</h2>
      <p>
        {t('report-form.young-talk')} {sent || refused ? null : t('report-form.young-on')}
      </p>
      {refused ? null : <ChildTold locale={locale} you reports={reports} walled={walled} />}
      <p>{t('report-form.young-parents')}</p>
      <p>{t.rich('report-form.young-law', { a: rights })}</p>
      <Lines context={context} ids={[pack.roles.young, ...(danger || child ? [] : pack.roles.children)]} classes="lines" />
      <Seen locale={locale} />
    </section>
  )
}

/** Somebody may look through their phone. */
const Seen = ({ locale: { t } }: { locale: Locale }) => (
  <p>
    {t('get-help.bill')} {t.rich('report-form.seen', { a: safety })}
  </p>
)

/** Who is told of a child, in the same words wherever it is said: nobody finds it out after sending. `you`: whoever writes is under 18. */
export const ChildTold = ({
  locale: { t, pack },
  you,
  reports,
  walled,
}: {
  locale: Locale
  you: boolean
} & Pick<AlarmsProps, 'reports' | 'walled'>) => {
  // Whoever is kept out reads nothing here.
  const police = new Set(pack.partners.flatMap(({ id, kind }) => (kind === 'police' && !walled.includes(id) ? [id] : [])))
  const reading = reports.standing?.coordinators.some((partner) => police.has(partner)) ?? false
  // Whoever is on call may be of any partner, and may be handed what is about a child.
  return <p>{t('report-form.child-told', { you: you ? 'yes' : 'no', police: reading ? 'some' : police.size ? 'may' : 'none' })}</p>
}

/** Whoever did not say that they are under 18, or that someone is in danger, may be so: a line each, whatever they skipped. */
export const WhoToCall = ({ context: { locale }, answers, besides }: { context: RenderContext; answers: Answers; besides: Besides }) => {
  const [unsaid, alarms, { roles }] = [unsaidOf(answers), alarmsOf(answers, besides.found), locale.pack]
  const [young, danger] = [unsaid.young, unsaid.danger && !alarms.danger && !alarms.child]
  if (!young && !danger) return null
  return (
    <div class="report-unsaid">
      {young ? <RingLine locale={locale} id={roles.young} words="report-form.unsaid-young" /> : null}
      {danger ? <Ring999 locale={locale} words="report-form.unsaid-danger" /> : null}
    </div>
  )
}
