import type { Child } from 'hono/jsx'
import type { WordId } from '../../../../content/word-ids.ts'
import { leavesReader } from '../../../../domain/concerns/intake-open.ts'
import { NumberBoard } from '../../../components/board.tsx'
import { Ring999 } from '../../../components/ring-999.tsx'
import { nameOf, phoneOf } from '../../../components/service.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { Button } from '../../../govuk/button.tsx'
import type { FramedPage } from '../../frame.ts'
import type { Reports } from '../../watch.ts'
import { bold, MadeUp, partnersText, promiseText, reportPage, StepForm } from './parts.tsx'

/** Where it was begun, of which answers are taken along. */
export type Taken = 'signs' | 'pathway'
/** What was answered elsewhere on the site, sealed; `work`: by a professional. Nothing of it was taken where it could not be. */
type Brought = { taken: Taken | null; field: string; work: boolean }

/** What someone must know before they write anything: not for emergencies, by when it is read, who reads it, what we cannot keep to ourselves. */
export const firstPage = ({ locale }: RenderContext, reports: Reports, brought: Brought | null = null): FramedPage => {
  const { t } = locale
  const coordinators = reports.standing?.coordinators ?? []
  return reportPage(
    locale,
    t('report-form.history-start'),
    <div class="report-first stack">
      <div class="head">
        <h1>{t('report-form.title')}</h1>
        <p class="lead">{t('report-form.lead')}</p>
      </div>
      <MadeUp locale={locale} />
      <NotForEmergencies locale={locale} />
      {brought ? <Added locale={locale} brought={brought} /> : null}
      <div class="report-duo">
        <section class="report-part flow" aria-labelledby="when">
          <h2 id="when">{t('report-form.when')}</h2>
          {reports.promise ? <p>{t.rich('report-form.read-by', { promise: promiseText(locale, reports.promise), b: bold })}</p> : null}
          <h3>{t('report-form.who')}</h3>
          <p>{t('report-form.who-reads', { partners: partnersText(locale, coordinators) })}</p>
          {/* Keeping that partner out would leave nobody: then it is not for this form, and nobody finds it out after writing. */}
          {coordinators
            .filter((partner) => !leavesReader(coordinators, [partner]))
            .map((partner) => (
              <p>
                <b>{t('report-form.only-one', { partner: partnersText(locale, [partner]) })}</b>
              </p>
            ))}
        </section>
        <section class="report-part flow" aria-labelledby="must">
          <h2 id="must">{t('report-form.must-tell')}</h2>
          <p>{t('report-form.must-tell-text')}</p>
          <ul class="prose-list">
            <li>{t('report-form.must-child')}</li>
            <li>{t('report-form.must-life')}</li>
            <li>{t('report-form.must-court')}</li>
          </ul>
        </section>
      </div>
      <section class="flow" aria-labelledby="happens">
        <h2 id="happens">{t('report-form.happens')}</h2>
        <ol class="steps">
          {(['report-form.step-pages', 'report-form.step-code', 'report-form.step-back'] as const).map((step) => (
            <li>
              <span>{t(step)}</span>
            </li>
          ))}
        </ol>
        <StepForm field={brought?.field ?? null}>
          <Button name="start" value="yes" text={t('report-form.start')} />
        </StepForm>
        <p>
          <a href="/report/code">{t('report-form.have-code')}</a>
        </p>
        <p class="small">
          {t.rich('report-form.privacy', {
            privacy: (inner: Child) => <a href="/privacy#reports">{inner}</a>,
            safety: (inner: Child) => <a href="/your-safety">{inner}</a>,
          })}
        </p>
      </section>
      <p>{t.rich('report-form.talk', { a: (inner: Child) => <a href="/get-help">{inner}</a> })}</p>
    </div>,
  )
}

/** What goes along, or that it cannot; and what whoever does this at work must know. */
const Added = ({ locale: { t }, brought: { taken, work } }: { locale: Locale; brought: Brought }) => (
  <section class="note flow">
    <p>{t(taken ? added[taken] : 'report-form.added-none')}</p>
    {work ? <p>{t('report-form.added-work')}</p> : null}
  </section>
)
const added = { signs: 'report-form.added-signs', pathway: 'report-form.added-pathway' } as const satisfies Record<Taken, WordId>

const NotForEmergencies = ({ locale }: { locale: Locale }) => {
  const service = locale.site.services.get(locale.pack.roles.emergency)
  const phone = service && phoneOf(service)
  return (
    <section class="danger" aria-labelledby="danger">
      <h2 id="danger">{locale.t('report-form.danger')}</h2>
      {phone ? <NumberBoard locale={locale} name={nameOf(locale, locale.pack.roles.emergency)} phone={phone} look="sun" /> : null}
      <Ring999 locale={locale} words="report-form.not-emergency" />
    </section>
  )
}
