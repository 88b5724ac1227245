import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { WordId } from '../../../../content/word-ids.ts'
import type { Leaving } from '../../../../domain/flow/flow.ts'
import type { ReachedAction } from '../../../../domain/flow/route.ts'
import { actionWords } from '../../../../domain/flow/words.ts'
import { partialDate } from '../../../../format/when.ts'
import { besideAll, contactListAt } from '../../../components/contact-list.ts'
import { Lines } from '../../../components/lines.tsx'
import { Beside } from '../../../components/service.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { Button } from '../../../govuk/button.tsx'
import { pathwayOf } from './frame.tsx'

/** The form of an outcome that takes the answers along. */
export const stepsForm = 'steps'

/** One thing to do: who, by when, who to call as it is now, what to say, the form, and why; closed under it, where this comes from. */
export const ActionEntry = ({
  context,
  action,
  number,
  level,
  asked,
}: {
  context: RenderContext
  action: ReachedAction
  /** Null where it is the only one. */
  number: number | null
  /** Of its heading: cards that no time groups stand right under the title of the page. */
  level: 2 | 3
  /** The questions of the way here: only their answers can be changed. */
  asked: ReadonlySet<string>
}) => {
  const { locale } = context
  const { t } = locale
  const words = actionWords(pathwayOf(locale).words, action)
  if (!words) return null
  const Heading = `h${level}` as const
  return (
    <li class="act" id={action.id}>
      <Heading>
        {number === null ? '' : `${number}. `}
        {words.title}
      </Heading>
      <div class="act-who">
        {action.sure === 'C' || action.sure === '?' ? (
          <p>
            <span class="sure dashed">{t('site.unsure')}</span>
          </p>
        ) : null}
        <ActionLines context={context} services={action.services} body={action.body} level={level === 2 ? 3 : 4} />
        <dl class="terms">
          <Term term={t('pathway.who')}>{words.who}</Term>
          <Term term={t('pathway.by')}>{words.by}</Term>
        </dl>
      </div>
      <div class="act-do">
        <ul class="prose-list">
          {words.do.map((step) => (
            <li>{raw(locale.markdown.inline(step))}</li>
          ))}
        </ul>
        {action.lists === 'sharing-reasons' ? <Reasons locale={locale} /> : null}
        {words.say ? (
          <p>
            <b>{t('pathway.say')}:</b> {raw(locale.markdown.inline(words.say))}
          </p>
        ) : null}
        {action.form ? (
          <p>
            <b>{t('pathway.form')}:</b> <a href={action.form}>{t('pathway.form-name')}</a>
          </p>
        ) : null}
        {action.changes && words.change && asked.has(action.changes) ? (
          <p class="screen">
            <Button
              name="change"
              value={action.changes}
              text={words.change}
              classes="govuk-button--secondary"
              attributes={{ form: stepsForm }}
            />
          </p>
        ) : null}
        <p class="why">{raw(locale.markdown.inline(words.why))}</p>
        <WhereFrom locale={locale} of={[action]} />
      </div>
    </li>
  )
}

/** The reasons for sharing without agreement: one is chosen and written down. */
const Reasons = ({ locale }: { locale: Locale }) => (
  <>
    <h4>{locale.t('pathway.reasons')}</h4>
    <ul class="prose-list reasons">
      {locale.pack.sharingReasons.map(({ text, decides, note }) => (
        <li>
          <b>{text}</b> {locale.t('pathway.decides', { decides })} {note}
        </li>
      ))}
    </ul>
    <WhereFrom locale={locale} of={locale.pack.sharingReasons} name={locale.t('pathway.reasons-from')} />
  </>
)

type Fact = Pick<Leaving, 'source' | 'source_date' | 'sure'>

/** Sources and doubts, closed until someone wants them: each source once. */
const WhereFrom = ({ locale, of, name }: { locale: Locale; of: readonly Fact[]; name?: string }) => (
  <details class="from">
    <summary>{name ?? locale.t('site.from')}</summary>
    {[...new Map(of.map((fact) => [`${fact.source} ${fact.sure}`, fact])).values()].map(({ source, source_date, sure }) => (
      <p>
        {locale.t('pathway.source', { source })}{' '}
        {source_date && source_date !== 'unknown' ? `${locale.t('pathway.source-date', { date: partialDate(source_date) })} ` : ''}
        {locale.t(sureWords[sure])}
      </p>
    ))}
  </details>
)

export const sureWords = {
  A: 'pathway.sure-official',
  B: 'pathway.sure-secondary',
  C: 'pathway.sure-general',
  '?': 'pathway.sure-none',
} as const satisfies Record<Leaving['sure'], WordId>

/** The services of an action with the one of its body, and what is known of how that body is reached. */
export const reachedBy = (locale: Locale, { services, body }: { services: readonly string[]; body?: string | undefined }) => {
  const found = body === undefined ? undefined : locale.pack.bodies.find(({ id }) => id === body)
  return { ids: [...services, ...(found?.services ?? [])], note: found?.note }
}

/** The lines of an action; beside them one that is open, where none of them is. */
export const ActionLines = ({
  context,
  services,
  body,
  level,
}: {
  context: RenderContext
  services: readonly string[]
  body?: string | undefined
  /** Of the headings of the lines: one below the card's. */
  level: 3 | 4
}) => {
  const { locale } = context
  const { ids, note } = reachedBy(locale, { services, body })
  const ordered = contactListAt(context, ids)
  const beside = besideAll(ordered)
  return (
    <>
      {ids.length ? <Lines context={context} ids={ordered.map(({ service }) => service.id)} classes="lines" level={level} /> : null}
      {beside ? <Beside locale={locale} service={beside} /> : null}
      {note ? <p>{raw(locale.markdown.inline(note))}</p> : null}
    </>
  )
}

const Term = ({ term, children }: { term: string; children: Child }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)
