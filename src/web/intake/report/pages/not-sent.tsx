import type { WordId } from '../../../../content/word-ids.ts'
import { Tell } from '../../../components/tell.tsx'
import type { RenderContext } from '../../../context/types.ts'
import type { FramedPage } from '../../frame.ts'
import { partnersText, reportPage } from './parts.tsx'

/** Why a report was not sent: the database did not answer, nobody reads now, it is too long, or everyone who could read it works for whom it is about. */
export type NotSentBecause = 'gone' | 'closed' | 'too-large' | 'no-reader'

const said = {
  gone: 'report-form.gone',
  closed: 'report-form.closed',
  'too-large': 'report-form.too-large',
} as const satisfies Record<Exclude<NotSentBecause, 'no-reader'>, WordId>

/** Said at once and before all else, with who to call; what was written is still there. */
export const NotSent = ({
  context,
  why,
  partners = [],
  sent = false,
}: {
  context: RenderContext
  why: NotSentBecause
  partners?: readonly string[]
  /** Was it to be sent? */
  sent?: boolean
}) => {
  const { locale } = context
  const { t } = locale
  const refused = why === 'no-reader'
  return (
    <section class="note flow report-not-sent" role="alert" aria-labelledby="not-sent">
      <h2 id="not-sent">{t(refused ? 'report-form.no-reader-title' : sent ? 'report-form.closed-title' : 'report-form.closed-start')}</h2>
      <p>
        {why === 'no-reader'
          ? t('report-form.no-reader', { partners: partnersText(locale, partners), sent: sent ? 'yes' : 'no' })
          : t(said[why])}
      </p>
      {why === 'too-large' ? null : <Tell context={context} sector={null} first={refused ? [locale.pack.roles.helpline] : []} />}
    </section>
  )
}

/** Whoever asks for the form's first page when it has just closed: no field, and who to call. */
export const closedPage = (context: RenderContext): FramedPage => {
  const { locale } = context
  const { t } = locale
  return reportPage(
    locale,
    t('report-form.history-closed'),
    <div class="report-first stack">
      <div class="head">
        <h1>{t('report-form.closed-start')}</h1>
        <p class="lead">{t('report-form.closed-start-text')}</p>
      </div>
      <Tell context={context} sector={null}>
        <p>
          <a href="/get-help">{t('home.all-numbers')}</a>
        </p>
      </Tell>
    </div>,
  )
}
