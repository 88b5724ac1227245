import type { PackFlow } from '../../../../content/flows.ts'
import type { WordId } from '../../../../content/word-ids.ts'
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
import { alarmsOf, type Unsaid, unsaidOf, unsaidPages } from '../said/alarms.ts'
import type { Besides } from '../said/carried.ts'
import { answerText, askedText, readersOf, sharingChosen, walledOf } from '../said/content.ts'
import { Alarms, WhoToCall } from './alarms.tsx'
import { NotSent, type NotSentBecause } from './not-sent.tsx'
import { MadeUp, Promised, reportPage, StepForm } from './parts.tsx'
import { WalledTold, WorkerTold } from './readers.tsx'

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
  const refused = why === 'no-reader'
  const alarms = alarmsOf(answers, besides.found)
  const who = readersOf(answers, besides.found)
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
      {why ? <NotSent context={context} why={why} partners={walled} sent={notSent !== null} /> : null}
      <StepForm field={field} files={takesPictures}>
        <div class="stack">
          <div class="head">
            <p class="step">{t('report-form.page', { number: flow.flow.questions.length + 1 })}</p>
            <h1>{t(refused ? 'report-form.no-reader-wrote' : 'report-form.check')}</h1>
            {notSent ? null : <p class="lead">{t('report-form.check-lead')}</p>}
          </div>
          <Alarms context={context} alarms={alarms} reports={reports} walled={walled} refused={refused} />
          <WhoToCall context={context} answers={answers} besides={besides} />
          {why === null ? (
            <div class="flow">
              <p>{t('report-form.readers', { who })}</p>
              <WorkerTold locale={locale} answers={answers} reports={reports} />
              <Button name={sendButton} value="yes" text={t('report-form.send')} />
              <p>{t('report-form.send-first')}</p>
              <NotAsked context={context} answers={answers} />
            </div>
          ) : null}
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
          <section class="flow" aria-labelledby={refused ? undefined : 'send'}>
            {refused ? null : <h2 id="send">{t('report-form.send-title')}</h2>}
            {takesPictures ? <PictureField locale={locale} fault={pictures?.fault ?? null} again={pictures?.chosen ?? false} /> : null}
            {refused ? null : (
              <>
                <Promised locale={locale} reports={reports} />
                <p>
                  {t('report-form.readers', { who })} {t('report-form.send-who', { choice: sharingChosen(answers) })}
                </p>
                <WalledTold locale={locale} walled={walled} />
              </>
            )}
            <div class="acts">
              {refused ? null : <Button name={sendButton} value="yes" text={t('report-form.send')} />}
              <Button name={flowButtons.back} value="check" text={t('report-form.back')} classes="govuk-button--secondary" />
            </div>
            <p class="small">{t('report-form.close-tab')}</p>
          </section>
        </div>
      </StepForm>
    </div>,
    why !== null || Boolean(pictures?.fault),
  )
}

const notAsked = {
  urgency: 'report-form.not-asked-urgency',
  you: 'report-form.not-asked-you',
  self: 'report-form.not-asked-self',
  'under-18': 'report-form.not-asked-under-18',
  contact: 'report-form.not-asked-contact',
  safe: 'report-form.not-asked-safe',
} as const satisfies Record<Unsaid, WordId>

/** Who went to Send from an early page was never asked if a child is in it: asked here, each with the way to its page. And how they can be reached. */
const NotAsked = ({ context: { locale }, answers }: { context: RenderContext; answers: Answers }) => {
  const { t } = locale
  const { missing } = unsaidOf(answers)
  if (!missing.length) return null
  return (
    <section class="flow" aria-labelledby="not-asked">
      <h2 id="not-asked">{t('report-form.not-asked')}</h2>
      <ul class="report-not-asked">
        {missing.map((id) => (
          <li>
            <span>{t(notAsked[id])}</span>
            <button
              class="link"
              type="submit"
              name={flowButtons.change}
              value={unsaidPages[id]}
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
  const rows = question.entries.flatMap((entry) => {
    const value = answers[entry.id]
    // A way to be reached that will not be used is not sent.
    const unused = answers['answer-by'] === 'code' && (entry.id === 'contact' || entry.id === 'safe-times')
    if (value === undefined || unused) return []
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
