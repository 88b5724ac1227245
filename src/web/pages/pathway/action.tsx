import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Action, Leaving } from '../../../domain/flow/flow.ts'
import { groupOf } from '../../../domain/services/arrange.ts'
import { Button } from '../../govuk/button.tsx'
import { Lines } from '../../parts/lines.tsx'
import { Beside } from '../../parts/service.tsx'
import type { Moment, Site } from '../../site.ts'
import { lineUpAt } from '../../words/line-up.ts'
import { pathwayOf } from './frame.tsx'

/** The form of an outcome that takes the answers along. */
export const stepsForm = 'steps'

/** One thing to do: who, by when, whom to ring as it is now, what to say, the form, why and from where. */
export const ActionEntry = ({ moment, action }: { moment: Moment; action: Action }) => {
  const { site } = moment
  const { say } = site
  const words = pathwayOf(site).words.actions.get(action.id)
  if (!words) return null
  return (
    <li class="act" id={action.id}>
      <h2>{words.title}</h2>
      <dl class="terms">
        <Term term={say('pathway.who')}>{words.who}</Term>
        <Term term={say('pathway.by')}>{words.by}</Term>
      </dl>
      <ActionLines moment={moment} services={action.services} body={action.body} />
      <ul class="prose-list">
        {words.do.map((step) => (
          <li>{raw(site.markdown.inline(step))}</li>
        ))}
      </ul>
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
      {action.changes && words.change ? (
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
      <p class="why small">
        {raw(site.markdown.inline(words.why))} <Source site={site} action={action} />
      </p>
    </li>
  )
}

/** The services of an action with the one of its body, and what is known of how that body is reached. */
export const reachedBy = (site: Site, { services, body }: { services: readonly string[]; body?: string | undefined }) => {
  const found = body === undefined ? undefined : site.pack.bodies.find(({ id }) => id === body)
  return { ids: [...services, ...(found?.service ? [found.service] : [])], note: found?.note }
}

/** The lines of an action; beside them one that is open, where none of them is. */
export const ActionLines = ({ moment, services, body }: { moment: Moment; services: readonly string[]; body?: string | undefined }) => {
  const { site } = moment
  const { ids, note } = reachedBy(site, { services, body })
  const ordered = lineUpAt(moment, ids)
  const open = ordered.some(({ state }) => groupOf(state) === 'open')
  const beside = ordered[0]?.beside
  return (
    <>
      {ids.length ? <Lines moment={moment} ids={ordered.map(({ service }) => service.id)} classes="lines" /> : null}
      {!open && beside ? <Beside site={site} service={beside} /> : null}
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

const Source = ({ site, action }: { site: Site; action: Action | Leaving }) => (
  <span class="from">
    {action.sure === 'A' ? null : (
      <>
        <span class="sure dashed">{site.say('site.unsure')}</span>{' '}
      </>
    )}
    {site.say('pathway.source', { source: action.source })}
  </span>
)
