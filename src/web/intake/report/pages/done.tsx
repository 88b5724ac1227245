import type { Child } from 'hono/jsx'
import { feedbackDays } from '../../../../content/concern-waits.ts'
import type { Answers } from '../../../../domain/flow/answers.ts'
import { dayAndMonth } from '../../../../format/when.ts'
import type { RenderContext } from '../../../context/types.ts'
import { Button } from '../../../govuk/button.tsx'
import type { FramedPage } from '../../frame.ts'
import type { Reports } from '../../watch.ts'
import { alarmsOf } from '../said/alarms.ts'
import type { Besides } from '../said/carried.ts'
import { contactOf, walledOf, whoWrites } from '../said/content.ts'
import { Alarms, WhoToCall } from './alarms.tsx'
import { bold, endButton, MadeUp, promiseText, reportPage, StepForm } from './parts.tsx'

/** The code, large, in order and in one line; what happens next; how to keep it. On paper: the words and one address. */
export const donePage = (
  context: RenderContext,
  {
    code,
    promise,
    answers,
    besides,
    reports,
    pictures,
    field,
  }: {
    code: readonly string[]
    promise: Temporal.Instant
    answers: Answers
    besides: Besides
    reports: Reports
    pictures: number
    field: string
  },
): FramedPage => {
  const { locale } = context
  const { t } = locale
  const address = `${new URL(locale.site.publishing.origin).host}/code`
  const contact = contactOf(answers)
  const toCode = (inner: Child): Child => <a href="/report/code">{inner}</a>
  // Whoever sends answers of the pathway has referred someone: the desk counts from when it was read, which is by then.
  const { timezone } = locale.pack.partnership
  const until = promise.toZonedDateTimeISO(timezone).add({ days: feedbackDays(locale.pack) })
  const feedback = besides.pathway ? dayAndMonth(until.toPlainDate()) : null
  return reportPage(
    locale,
    t('report-form.history-done'),
    <div class="report-done">
      <div class="stack">
        <div class="head screen">
          <h1>{pictures ? t('report-form.done-pictures', { count: pictures }) : t('report-form.done')}</h1>
          <p class="lead">{t('report-form.done-lead')}</p>
        </div>
        <MadeUp locale={locale} />
        <section class="report-key flow" aria-labelledby="words">
          <h2 id="words" class="screen">
            {t('report-form.words')}
          </h2>
          <ol class="report-code">
            {code.map((word) => (
              <li>{word}</li>
            ))}
          </ol>
          <p class="screen">{t('report-form.one-line')}</p>
          <p class="report-line screen">{code.join(' ')}</p>
          <p class="paper">{address}</p>
          <p class="small screen">{t('report-form.print')}</p>
        </section>
        <div class="screen">
          <Alarms context={context} alarms={alarmsOf(answers, besides.found)} reports={reports} walled={walledOf(answers)} sent />
          <WhoToCall context={context} answers={answers} besides={besides} />
        </div>
        <section class="flow screen" aria-labelledby="next">
          <h2 id="next">{t('report-form.next')}</h2>
          <ol class="steps">
            <li>
              <span>{t.rich('report-form.next-read', { promise: promiseText(locale, promise), b: bold })}</span>
            </li>
            <li>
              <span>
                {t.rich('report-form.next-reply', { address, a: toCode })}{' '}
                {contact ? t(contact.safe ? 'report-form.next-contact' : 'report-form.next-contact-when') : ''}
              </span>
            </li>
            {feedback ? (
              <li>
                <span>
                  {contact
                    ? t.rich('report-form.next-feedback', { day: feedback, b: bold })
                    : t.rich('report-form.next-feedback-code', { day: feedback, b: bold, address, a: toCode })}
                </span>
              </li>
            ) : null}
            <li>
              <span>{t('report-form.next-lost')}</span>
            </li>
          </ol>
        </section>
        <section class="flow screen" aria-labelledby="safe">
          <h2 id="safe">{t('report-form.safe')}</h2>
          <p>{t('report-form.safe-who')}</p>
          <p>{t('report-form.safe-not', { who: whoWrites(answers, besides) })}</p>
          <p>{t('report-form.safe-once')}</p>
          <StepForm field={field}>
            <Button classes="govuk-button--secondary" name={endButton} value="yes" text={t('report-form.end')} />
          </StepForm>
          <p>{t.rich('report-form.safe-clear', { a: (inner: Child) => <a href="/your-safety">{inner}</a> })}</p>
        </section>
      </div>
    </div>,
  )
}
