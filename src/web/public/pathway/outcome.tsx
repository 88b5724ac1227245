import type { WordId } from '../../../content/word-ids.ts'
import type { Answers } from '../../../domain/flow/answers.ts'
import type { Question, Time } from '../../../domain/flow/flow.ts'
import type { Reached, ReachedAction } from '../../../domain/flow/route.ts'
import { byTime, summaryOf } from '../../../domain/flow/summary.ts'
import { actionWords } from '../../../domain/flow/words.ts'
import type { Moment, Site } from '../../context/site.ts'
import { Button } from '../../govuk/button.tsx'
import { hole } from '../../http/page-template.ts'
import { clock, fullDate } from '../../words/when.ts'
import type { PageParts } from '../layout/shell.tsx'
import { ActionEntry, stepsForm } from './action.tsx'
import { pathwayAddress, pathwayOf, pathwayPage, StepForm } from './frame.tsx'
import { outcomeText } from './text.ts'
import { Where } from './where.tsx'

const more = [
  ['explain', 'pathway.link-explain'],
  ['prepare', 'pathway.link-prepare'],
  ['who-may-refer', 'pathway.link-who'],
  ['dates', 'pathway.link-dates'],
  ['map', 'pathway.link-map'],
] as const satisfies readonly (readonly [string, WordId])[]

/**
 * What to do: actions beside one another, in order. It says nothing of who asked: its hole is for what was answered and the sealed field.
 */
export const outcomePage = (moment: Moment, reached: Reached, asked: ReadonlySet<string>): PageParts => {
  const { site } = moment
  const { say } = site
  const words = pathwayOf(site).words.outcomes.get(reached.id)
  const groups = byTime(reached.actions)
  // A list of one or two is its own summary, and of one time needs no heading.
  const [long, timed] = [reached.actions.length > 2, groups.length > 1]
  const numbers = new Map(reached.actions.map(({ id }, at) => [id, at + 1]))
  return pathwayPage(
    site,
    say('pathway.history-outcome'),
    <>
      <div class="head">
        <div>
          <h1>{words?.title}</h1>
          <p class="lead">{words?.lead}</p>
          <p class="small">{say('get-help.when', { day: fullDate(moment.local.toPlainDate()), time: clock(moment.local) })}</p>
        </div>
      </div>
      {long ? <Summary site={site} actions={reached.actions} numbers={numbers} /> : null}
      <div id="steps-list" class="acts-of">
        {groups.map(({ when, actions }) => (
          <section aria-labelledby={when && timed ? `due-${when}` : undefined}>
            {when && timed ? <h2 id={`due-${when}`}>{say(timeWords[when])}</h2> : null}
            <ul class="acts-list">
              {actions.map((action) => (
                <ActionEntry
                  moment={moment}
                  action={action}
                  number={reached.actions.length > 1 ? (numbers.get(action.id) ?? null) : null}
                  level={timed ? 3 : 2}
                  asked={asked}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {long ? (
        <p class="screen">
          <a class="to-summary" href="#first-things">
            {say('pathway.to-summary')}
          </a>
        </p>
      ) : null}
      {hole}
      <div class="screen flow">
        <p>{say('pathway.paper')}</p>
        <Button name="text" value="yes" text={say('pathway.copy')} classes="govuk-button--secondary" attributes={{ form: stepsForm }} />
        <h2>{say('pathway.links')}</h2>
        <ul class="prose-list">
          {more.map(([path, words]) => (
            <li>
              <a href={`${pathwayAddress}/${path}`}>{say(words)}</a>
            </li>
          ))}
          <li>
            <a href={pathwayAddress}>{say('check.again')}</a>
          </li>
        </ul>
      </div>
    </>,
    { acts: true },
  )
}

const timeWords = { now: 'pathway.now', today: 'pathway.today', leaving: 'pathway.leaving' } as const satisfies Record<Time, WordId>

/** The few steps that matter most, each leading to its card; on paper the titles of all, so that the first sheet shows what there is. */
const Summary = ({ site, actions, numbers }: { site: Site; actions: readonly ReachedAction[]; numbers: ReadonlyMap<string, number> }) => {
  const { say } = site
  const first = summaryOf(actions)
  const more = actions.length - first.length
  const line = (action: ReachedAction) => {
    const words = actionWords(pathwayOf(site).words, action)
    return words?.short ?? words?.title
  }
  return (
    <section class="summary" aria-labelledby="first-things">
      <h2 id="first-things">{say('pathway.summary')}</h2>
      <dl>
        {byTime(first).map(({ when, actions: due }) => (
          <div>
            <dt>{when ? say(timeWords[when]) : ''}</dt>
            {due.map((action) => (
              <dd>
                <a href={`#${action.id}`}>
                  {numbers.get(action.id)}. {line(action)}
                </a>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {more > 0 ? (
        <p class="screen">
          <a href="#steps-list">{say('pathway.and-more', { number: more })}</a>
        </p>
      ) : null}
      <div class="paper">
        <h2>{say('pathway.all-steps')}</h2>
        <ul>
          {actions.map((action) => (
            <li>
              {numbers.get(action.id)}. {actionWords(pathwayOf(site).words, action)?.title}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

export type Said = {
  answers: Answers
  questions: readonly Question[]
  /** Where the report is made and where the person is, as they count now. */
  givens: Readonly<Record<string, string>>
  sealed: string
}

/** For the hole: what was answered, each answer to be changed, and where it happened. */
export const YouSaid = ({ moment, said: { answers, questions, givens, sealed } }: { moment: Moment; said: Said }) => {
  const { site } = moment
  const { say } = site
  const { words } = pathwayOf(site)
  // In danger the flow ends at its first question: whoever is safe again goes on from there.
  const danger = questions.length === 1 ? questions[0] : undefined
  return (
    <form method="post" action={pathwayAddress} id={stepsForm} class="flow said" novalidate>
      <input type="hidden" name="so-far" value={sealed} />
      {danger ? (
        <Button name="safe" value={danger.id} text={say('pathway.safe')} classes="screen" />
      ) : (
        <>
          <h2>{say('pathway.answers')}</h2>
          <dl class="terms">
            {questions.map(({ id }) => (
              <div>
                <dt>{words.questions.get(id)?.title}</dt>
                <dd>
                  <Chosen options={optionsOf(moment, answers, id)} />
                  <button
                    class="link screen"
                    type="submit"
                    name="change"
                    value={id}
                    aria-label={say('pathway.change-of', { question: words.questions.get(id)?.title ?? '' })}
                  >
                    {say('pathway.change')}
                  </button>
                </dd>
              </div>
            ))}
          </dl>
          <div class="screen flow">
            <Where site={site} givens={givens} />
            <Button name="where" value="yes" text={say('pathway.change-where')} classes="govuk-button--secondary" />
          </div>
        </>
      )}
    </form>
  )
}

const Chosen = ({ options }: { options: readonly string[] }) =>
  options.length === 1 ? (
    <>{options}</>
  ) : (
    <ul>
      {options.map((option) => (
        <li>{option}</li>
      ))}
    </ul>
  )

/** The same as text, for a case file: a page of its own, since an outcome is long enough without everything in it twice. */
export const outcomeAsText = (moment: Moment, reached: Reached, said: Said): PageParts => {
  const { site } = moment
  const { say } = site
  const { words } = pathwayOf(site)
  const answers = said.questions.map(({ id }) => `- ${words.questions.get(id)?.title} ${optionsOf(moment, said.answers, id).join('; ')}\n`)
  return pathwayPage(
    site,
    say('pathway.history-text'),
    <>
      <div class="head">
        <h1>
          <label for="text">{say('pathway.copy')}</label>
        </h1>
        <p class="lead" id="text-hint">
          {say('pathway.copy-hint')}
        </p>
      </div>
      <textarea id="text" class="as-text" readonly rows={8} aria-describedby="text-hint">
        {outcomeText(moment, reached, answers.join(''))}
      </textarea>
      <StepForm sealed={said.sealed} classes="screen">
        <Button name="resume" value="yes" text={say('pathway.to-steps')} />
      </StepForm>
    </>,
    { acts: true },
  )
}

/** What the answers to a question are called; where nothing was ticked, that. */
const optionsOf = ({ site }: Moment, answers: Answers, question: string): string[] => {
  const { flow, words } = pathwayOf(site)
  const entry = flow.questions.find(({ id }) => id === question)?.entries[0]?.id ?? ''
  const answer = answers[entry]
  const chosen = Array.isArray(answer) ? answer.map(String) : answer === undefined ? [] : [String(answer)]
  const called = chosen.map((option) => words.entries.get(entry)?.options?.[option] ?? option)
  return called.length ? called : [site.say('pathway.none-ticked')]
}
