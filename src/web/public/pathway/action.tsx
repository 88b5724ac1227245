import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { WordId } from '../../../content/word-ids.ts'
import type { Leaving } from '../../../domain/flow/flow.ts'
import type { ReachedAction } from '../../../domain/flow/route.ts'
import { actionWords } from '../../../domain/flow/words.ts'
import { besideAll, lineUpAt } from '../../components/contact-list.ts'
import { Lines } from '../../components/lines.tsx'
import { Beside } from '../../components/service.tsx'
import type { Moment, Site } from '../../context/site.ts'
import { Button } from '../../govuk/button.tsx'
import { partialDate } from '../../words/when.ts'
import { pathwayOf } from './frame.tsx'

/** The form of an outcome that takes the answers along. */
export const stepsForm = 'steps'

/** One thing to do: who, by when, who to call as it is now, what to say, the form, and why; closed under it, where this comes from. */
export const ActionEntry = ({
  moment,
  action,
  number,
  level,
  asked,
}: {
  moment: Moment
  action: ReachedAction
  /** Null where it is the only one. */
  number: number | null
  /** Of its heading: cards that no time groups stand right under the title of the page. */
  level: 2 | 3
  /** The questions of the way here: only their answers can be changed. */
  asked: ReadonlySet<string>
}) => {
  const { site } = moment
  const { say } = site
  const words = actionWords(pathwayOf(site).words, action)
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
            <span class="sure dashed">{say('site.unsure')}</span>
          </p>
        ) : null}
        <ActionLines moment={moment} services={action.services} body={action.body} level={level === 2 ? 3 : 4} />
        <dl class="terms">
          <Term term={say('pathway.who')}>{words.who}</Term>
          <Term term={say('pathway.by')}>{words.by}</Term>
        </dl>
      </div>
      <div class="act-do">
        <ul class="prose-list">
          {words.do.map((step) => (
            <li>{raw(site.markdown.inline(step))}</li>
          ))}
        </ul>
        {action.lists === 'sharing-reasons' ? <Reasons site={site} /> : null}
        {words.say ? (
          <p>
            <b>{say('pathway.say')}:</b> {raw(site.markdown.inline(words.say))}
          </p>
        ) : null}
        {action.form ? (
          <p>
            <b>{say('pathway.form')}:</b> <a href={action.form}>{say('pathway.form-name')}</a>
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
        <p class="why">{raw(site.markdown.inline(words.why))}</p>
        <WhereFrom site={site} of={[action]} />
      </div>
    </li>
  )
}

/** The reasons for sharing without agreement: one is chosen and written down. */
const Reasons = ({ site }: { site: Site }) => (
  <>
    <h4>{site.say('pathway.reasons')}</h4>
    <ul class="prose-list reasons">
      {site.pack.sharingReasons.map(({ text, decides, note }) => (
        <li>
          <b>{text}</b> {site.say('pathway.decides', { decides })} {note}
        </li>
      ))}
    </ul>
    <WhereFrom site={site} of={site.pack.sharingReasons} name={site.say('pathway.reasons-from')} />
  </>
)

type Fact = Pick<Leaving, 'source' | 'source_date' | 'sure'>

/** Sources and doubts, closed until somebody wants them: each source once. */
const WhereFrom = ({ site, of, name }: { site: Site; of: readonly Fact[]; name?: string }) => (
  <details class="from">
    <summary>{name ?? site.say('site.from')}</summary>
    {[...new Map(of.map((fact) => [`${fact.source} ${fact.sure}`, fact])).values()].map(({ source, source_date, sure }) => (
      <p>
        {site.say('pathway.source', { source })}{' '}
        {source_date && source_date !== 'unknown' ? `${site.say('pathway.source-date', { date: partialDate(source_date) })} ` : ''}
        {site.say(sureWords[sure])}
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
export const reachedBy = (site: Site, { services, body }: { services: readonly string[]; body?: string | undefined }) => {
  const found = body === undefined ? undefined : site.pack.bodies.find(({ id }) => id === body)
  return { ids: [...services, ...(found?.services ?? [])], note: found?.note }
}

/** The lines of an action; beside them one that is open, where none of them is. */
export const ActionLines = ({
  moment,
  services,
  body,
  level,
}: {
  moment: Moment
  services: readonly string[]
  body?: string | undefined
  /** Of the headings of the lines: one below the card's. */
  level: 3 | 4
}) => {
  const { site } = moment
  const { ids, note } = reachedBy(site, { services, body })
  const ordered = lineUpAt(moment, ids)
  const beside = besideAll(ordered)
  return (
    <>
      {ids.length ? <Lines moment={moment} ids={ordered.map(({ service }) => service.id)} classes="lines" level={level} /> : null}
      {beside ? <Beside site={site} service={beside} /> : null}
      {note ? <p>{raw(site.markdown.inline(note))}</p> : null}
    </>
  )
}

const Term = ({ term, children }: { term: string; children: Child }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)
