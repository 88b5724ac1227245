import type { PackFlow } from '../../../../content/flows.ts'
import { leavesReader } from '../../../../domain/concerns/intake-open.ts'
import type { Answers } from '../../../../domain/flow/answers.ts'
import type { Question } from '../../../../domain/flow/flow.ts'
import { Problems } from '../../../components/problems.tsx'
import type { RenderContext } from '../../../context/types.ts'
import { flowButtons } from '../../../flow/buttons.ts'
import { Button } from '../../../govuk/button.tsx'
import type { FramedPage } from '../../frame.ts'
import { PictureField, pictureFaultText } from '../../pictures/field.tsx'
import { type PicturesFault, pictureField } from '../../pictures/read.ts'
import type { Reports } from '../../watch.ts'
import { alarmsOf, unsaidOf } from '../said/alarms.ts'
import type { Besides } from '../said/carried.ts'
import { answerText, askedText, contactOf, sharingChosen, walledOf } from '../said/content.ts'
import { Alarms, WhoToCall } from './alarms.tsx'
import { NotSent, type NotSentBecause } from './not-sent.tsx'
import { MadeUp, Promised, partnersText, reportPage, StepForm } from './parts.tsx'

/** The name of the button that sends the report, and of the one that takes the pathway's answers off it. */
export const sendButton = 'send'
export const withoutPathway = 'without-pathway'

type Checked = {
  flow: PackFlow
  answers: Answers
  besides: Besides
  field: string
  reports: Reports
  /** It was sent, and not taken in. */
  notSent?: NotSentBecause | null
  /** Pictures were chosen before, and must be chosen again; what is wrong with them. */
  pictures?: { chosen: boolean; fault: PicturesFault | null }
}

/** The last page: all that was said, each page of it to be changed; who will read it, by when; Send. */
export const checkPage = (
  context: RenderContext,
  { flow, answers, besides, field, reports, notSent = null, pictures }: Checked,
): FramedPage => {
  const { locale } = context
  const { t } = locale
  const walled = walledOf(answers)
  const noReader = reports.standing !== null && !leavesReader(reports.standing.coordinators, walled)
  const why = notSent ?? (reports.open ? (noReader && walled.length ? 'no-reader' : null) : reports.standing ? 'closed' : 'gone')
  const takesPictures = why === null || why === 'gone' || why === 'too-large'
  return reportPage(
    locale,
    t('report-form.history-check'),
    <div class="report-check stack">
      <MadeUp locale={locale} />
      <Problems
        locale={locale}
        errors={pictures?.fault ? [{ text: pictureFaultText(locale, pictures.fault), href: `#${pictureField}` }] : []}
      />
      {why ? <NotSent context={context} why={why} partners={walled} sent={notSent !== null || why === 'no-reader'} /> : null}
      <StepForm field={field} files={takesPictures}>
        <div class="stack">
          <div class="head">
            <p class="step">{t('report-form.page', { number: flow.flow.questions.length + 1 })}</p>
            <h1>{t('report-form.check')}</h1>
            {notSent ? null : <p class="lead">{t('report-form.check-lead')}</p>}
          </div>
          {why === null ? (
            <div class="flow">
              <Button name={sendButton} value="yes" text={t('report-form.send')} />
              <p>{t('report-form.send-first')}</p>
              <NotAsked context={context} answers={answers} />
            </div>
          ) : null}
          <Alarms context={context} alarms={alarmsOf(answers, besides.found)} reports={reports} />
          <WhoToCall context={context} answers={answers} besides={besides} />
          <section class="flow" aria-labelledby="said">
            <h2 id="said">{t('report-form.said')}</h2>
            <dl class="report-said">
              {flow.flow.questions.map((question) => (
                <Said context={context} flow={flow} question={question} answers={answers} />
              ))}
              {besides.pathway ? (
                <div>
                  <dt>{t('report-form.pathway')}</dt>
                  <dd>
                    <ul class="prose-list">
                      {besides.pathway.map(({ asked, answer }) => (
                        <li>
                          {asked} <b>{answer}</b>
                        </li>
                      ))}
                    </ul>
                    <button class="link" type="submit" name={withoutPathway} value="yes" aria-label={t('report-form.remove-of')}>
                      {t('report-form.remove')}
                    </button>
                  </dd>
                </div>
              ) : null}
            </dl>
          </section>
          <section class="flow" aria-labelledby="send">
            <h2 id="send">{t('report-form.send-title')}</h2>
            {takesPictures ? <PictureField locale={locale} fault={pictures?.fault ?? null} again={pictures?.chosen ?? false} /> : null}
            <Promised locale={locale} reports={reports} />
            <p>{t('report-form.send-who', { choice: sharingChosen(answers) })}</p>
            {walled.length && !noReader ? <p>{t('report-form.walled', { partners: partnersText(locale, walled) })}</p> : null}
            <div class="acts">
              {why === 'no-reader' ? null : <Button name={sendButton} value="yes" text={t('report-form.send')} />}
              <Button name={flowButtons.back} value="check" text={t('report-form.back')} classes="govuk-button--secondary" />
            </div>
          </section>
        </div>
      </StepForm>
    </div>,
    why !== null || Boolean(pictures?.fault),
  )
}

const notAsked = { urgency: 'report-form.not-asked-urgency', you: 'report-form.not-asked-you' } as const

/** Who went to Send from an early page was never asked if a child is in it: asked here, each with the way to its page. */
const NotAsked = ({ context: { locale }, answers }: { context: RenderContext; answers: Answers }) => {
  const { t } = locale
  const { questions } = unsaidOf(answers)
  if (!questions.length) return null
  return (
    <section class="flow" aria-labelledby="not-asked">
      <h2 id="not-asked">{t('report-form.not-asked')}</h2>
      <ul class="report-not-asked">
        {questions.map((id) => (
          <li>
            <span>{t(notAsked[id])}</span>
            <button
              class="link"
              type="submit"
              name={flowButtons.change}
              value={id}
              aria-label={t('report-form.change-of', { question: t(notAsked[id]) })}
            >
              {t('report-form.change')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One page of the form with what was answered on it, or that nothing was. */
const Said = ({ context, flow, question, answers }: { context: RenderContext; flow: PackFlow; question: Question; answers: Answers }) => {
  const { t } = context.locale
  const title = flow.words.questions.get(question.id)?.title ?? question.id
  const contact = contactOf(answers)
  const rows = question.entries.flatMap((entry) => {
    const value = answers[entry.id]
    // A way to be reached that will not be used is not sent.
    if (value === undefined || ((entry.id === 'contact' || entry.id === 'safe-times') && !contact)) return []
    const text = answerText(flow, entry, value)
    return text ? [{ asked: question.entries.length === 1 ? null : askedText(flow, entry, question), text }] : []
  })
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {rows.length ? (
          rows.map(({ asked, text }) => (
            <p>
              {asked ? <span class="report-asked">{asked}</span> : null}
              <span class="report-text">{text}</span>
            </p>
          ))
        ) : (
          <p>{t('report-form.no-answer')}</p>
        )}
        <button
          class="link"
          type="submit"
          name={flowButtons.change}
          value={question.id}
          aria-label={t('report-form.change-of', { question: title })}
        >
          {t('report-form.change')}
        </button>
      </dd>
    </div>
  )
}
