import type { ByCode, ReplyToRead } from '../../../../commands/intake/by-code.ts'
import { readBy } from '../../../../domain/concerns/promise.ts'
import { Problems } from '../../../components/problems.tsx'
import { RingLine } from '../../../components/ring-999.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { Button } from '../../../govuk/button.tsx'
import { Textarea } from '../../../govuk/textarea.tsx'
import type { FramedPage } from '../../frame.ts'
import { MadeUp } from '../../report/pages/parts.tsx'
import { CodeForm, codeAddress, InDanger, momentIn, WhoToCall } from './parts.tsx'
import { lastDayAfter, MustStill, mustStill } from './taken-back.tsx'

export type AnswerFault = 'empty' | 'too-long' | 'gone' | 'full' | 'withdrawn'

export type Showing = {
  sealed: string
  report: ByCode
  /** Earlier replies stand behind a button: somebody may look over their shoulder. */
  earlier?: boolean
  /** Something they wrote was just taken in. */
  added?: boolean
  fault?: AnswerFault
  draft?: string
}

/** What whoever has the words may see: never what they wrote, which whoever finds the words could read as well. */
export const reportPage = (
  context: RenderContext,
  { sealed, report, earlier = false, added = false, fault, draft = '' }: Showing,
): FramedPage => {
  const { locale } = context
  const { t } = locale
  const [newest, ...older] = report.replies
  const wrong = fault ? faultWords(locale, fault, draft !== '') : null
  const open = report.state !== 'withdrawn'
  const must = mustStill(report)
  const { reports } = locale.pack.partnership
  const readNext = added && reports ? readBy(reports, context.now, locale.pack.calendar) : null
  return {
    title: wrong ? `${t('check.error-prefix')}: ${t('code.title-open')}` : t('code.title-open'),
    description: t('code.description'),
    path: codeAddress,
    faulty: wrong !== null,
    body: (
      <div class="wrap two by-code">
        <div class="stack">
          <div>
            <Problems locale={locale} errors={wrong ? [{ text: wrong, href: open ? '#text' : '#main' }] : []} />
            {added ? (
              <div class="note" role="status">
                <p>
                  <b>{t('code.added')}</b>
                </p>
                <p>{t(readNext ? 'code.added-by' : 'code.added-text', { when: readNext ? momentIn(context, readNext) : '' })}</p>
              </div>
            ) : null}
            <div class="head">
              <h1>{t(headingOf(report))}</h1>
            </div>
            <MadeUp locale={locale} />
            <div class="flow">
              <Standing context={context} report={report} />
              <InDanger context={context} />
              {!open && must ? null : <TheirLine locale={locale} report={report} />}
            </div>
          </div>
          {!open && must ? <MustStill context={context} why={must} /> : null}
          <Outcome locale={locale} report={report} />
          {newest && open ? <Reply context={context} reply={newest} newest /> : null}
          {open && !newest ? <p>{t('code.none-yet')}</p> : null}
          {isLate(context, report) ? <WhoToCall context={context} /> : null}
          {open ? <Answer locale={locale} sealed={sealed} wrong={wrong} draft={draft} /> : null}
          {older.length && earlier ? (
            <section class="flow">
              <h2>{t('code.earlier-title')}</h2>
              {older.map((reply) => (
                <Reply context={context} reply={reply} />
              ))}
            </section>
          ) : null}
          {older.length && !earlier ? (
            <CodeForm sealed={sealed}>
              <Button classes="govuk-button--secondary" name="do" value="earlier" text={t('code.earlier', { count: older.length })} />
            </CodeForm>
          ) : null}
          <p class="small">{t('code.not-shown')}</p>
          {open ? (
            <section class="flow" aria-labelledby="withdraw">
              <h2 id="withdraw">{t('code.withdraw')}</h2>
              <p>{t(must ? 'code.withdraw-text-must' : 'code.withdraw-text')}</p>
              <WhoHasIt locale={locale} report={report} />
              <CodeForm sealed={sealed}>
                <Button classes="govuk-button--secondary stop" name="do" value="withdraw" text={t('code.withdraw-button')} />
              </CodeForm>
            </section>
          ) : (
            <WhoHasIt locale={locale} report={report} alone />
          )}
        </div>
        <Leaving locale={locale} sealed={sealed} />
      </div>
    ),
  }
}

const headingOf = ({ state, replies, readAt }: ByCode) => {
  if (state === 'withdrawn') return 'code.is-withdrawn'
  if (state === 'closed') return 'code.is-closed'
  if (replies.length) return 'code.has-reply'
  return readAt ? 'code.has-read' : 'code.not-read'
}

const isLate = ({ now }: RenderContext, { state, readAt, readBy }: ByCode): boolean =>
  state === 'new' && readAt === null && Temporal.Instant.compare(readBy, now) < 0

/** Where it stands, each with its time. */
const Standing = ({ context, report }: { context: RenderContext; report: ByCode }) => {
  const { t } = context.locale
  const { state, received, readAt, readBy, answerBy, feedbackBy, closedAt, withdrawnAt, waits, added, pictures } = report
  const at = (instant: Temporal.Instant): { when: string } => ({ when: momentIn(context, instant) })
  const ahead = (instant: Temporal.Instant): boolean => Temporal.Instant.compare(instant, context.now) > 0
  return (
    <>
      <p>{t('code.received', at(received))}</p>
      {pictures && state !== 'withdrawn' ? <p>{t('code.pictures', { count: pictures })}</p> : null}
      {readAt ? <p>{t('code.read-at', at(readAt))}</p> : null}
      {added && state !== 'withdrawn' ? <p>{t('code.added-at', { count: added.count, ...at(added.last) })}</p> : null}
      {state === 'new' && !readAt ? <p>{t(isLate(context, report) ? 'code.read-late' : 'code.read-by', at(readBy))}</p> : null}
      {state === 'open' && answerBy ? <p>{t(ahead(answerBy) ? 'code.answer-by' : 'code.answer-late', at(answerBy))}</p> : null}
      {state === 'open' && feedbackBy && ahead(feedbackBy) ? <p>{t('code.feedback-by', at(feedbackBy))}</p> : null}
      {state === 'closed' && closedAt ? <p>{t('code.closed-at', at(closedAt))}</p> : null}
      {state === 'withdrawn' && withdrawnAt ? (
        <p>
          {t('code.withdrawn-at', at(withdrawnAt))} {waits ? null : <Erased context={context} report={report} />}
        </p>
      ) : null}
    </>
  )
}

/** Until when what was taken back can still be opened. */
const Erased = ({ context, report }: { context: RenderContext; report: ByCode }) => {
  const { t } = context.locale
  const day = lastDayAfter(context, report, report.closedAt)
  return <>{day ? t('code.erased-after', { day }) : t('code.erased-later')}</>
}

/** Whose number they may need, in words that tell whoever finds the page nothing of them. */
const TheirLine = ({ locale, report: { young, self } }: { locale: Locale; report: ByCode }) => {
  if (young) return <RingLine locale={locale} id={locale.pack.roles.young} words="code.young-line" />
  return self ? <RingLine locale={locale} id={locale.pack.roles.helpline} words="code.helpline-line" /> : null
}

/** What came of it, in the sentence that the pack has for its reporter. */
const Outcome = ({ locale: { t, pack }, report: { state, outcome } }: { locale: Locale; report: ByCode }) => {
  const said = state === 'closed' ? pack.concernOutcomes.find(({ id }) => id === outcome)?.reporter : undefined
  if (said === undefined) return null
  return (
    <section class="flow" aria-labelledby="outcome">
      <h2 id="outcome">{t('code.outcome')}</h2>
      <p>{said}</p>
    </section>
  )
}

const Reply = ({ context, reply, newest = false }: { context: RenderContext; reply: ReplyToRead; newest?: boolean }) => {
  const when = momentIn(context, reply.at)
  return (
    <article class="reply flow" aria-label={newest ? undefined : when} aria-labelledby={newest ? 'newest' : undefined}>
      {newest ? <h2 id="newest">{context.locale.t('code.newest')}</h2> : null}
      <p class="small">{when}</p>
      <div class="words-of">{reply.text}</div>
    </article>
  )
}

const Answer = ({ locale, sealed, wrong, draft }: { locale: Locale; sealed: string; wrong: string | null; draft: string }) => {
  const { t } = locale
  return (
    <CodeForm sealed={sealed} classes="words">
      <Textarea
        name="text"
        id="text"
        value={draft}
        autocomplete="off"
        label={{ text: t('code.answer'), isHeading: true }}
        hint={{ text: t('code.answer-hint') }}
        {...(wrong ? { errorMessage: { text: wrong, visuallyHiddenText: t('check.error-prefix') } } : {})}
      />
      <Button name="do" value="add" text={t('code.send')} />
    </CodeForm>
  )
}

const faultWords = ({ t }: Locale, fault: AnswerFault, drafted: boolean): string =>
  fault === 'gone' && drafted ? t('code-fault.gone-draft') : t(`code-fault.${fault}`)

/** By role, partner and kind, not by name: who works there is not for whoever finds the words. `alone`: under no heading of a part. */
export const WhoHasIt = ({ locale, report: { readAt, shared }, alone = false }: { locale: Locale; report: ByCode; alone?: boolean }) => {
  const { t } = locale
  const Heading = alone ? 'h2' : 'h3'
  const who = [
    ...(readAt ? [t('code.who-coordinators')] : []),
    ...shared.owners.map((partner) => t('code.who-deals', { partner })),
    ...shared.partners,
    ...shared.outside.map((kind) => t(`code-outside.${kind}`)),
  ]
  return (
    <div class="flow">
      <Heading>{t('code.who')}</Heading>
      {who.length ? (
        <ul class="prose-list">
          {who.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      ) : (
        <p>{t('code.who-none')}</p>
      )}
      <p class="small">{t('code.who-held-back')}</p>
    </div>
  )
}

/** What becomes of the page, and the way to close it. */
const Leaving = ({ locale, sealed }: { locale: Locale; sealed: string }) => {
  const { t } = locale
  return (
    <aside class="aside flow" aria-labelledby="leaving">
      <h2 id="leaving">{t('code.leaving')}</h2>
      <p>{t('code.leaving-text')}</p>
      <CodeForm sealed={sealed}>
        <Button classes="govuk-button--secondary" name="do" value="end" text={t('code.end')} />
      </CodeForm>
    </aside>
  )
}
