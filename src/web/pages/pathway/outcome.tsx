import type { WordId } from '../../../content/word-ids.ts'
import type { Answers } from '../../../domain/flow/answers.ts'
import type { Question } from '../../../domain/flow/flow.ts'
import type { Reached } from '../../../domain/flow/route.ts'
import { hole } from '../../front/holed.ts'
import { Button } from '../../govuk/button.tsx'
import type { PageParts } from '../../layout/shell.tsx'
import type { Moment } from '../../site.ts'
import { clock, fullDate } from '../../words/when.ts'
import { ActionEntry, stepsForm } from './action.tsx'
import { pathwayAddress, pathwayOf, pathwayPage } from './frame.tsx'
import { outcomeText } from './text.ts'

const more = [
  ['explain', 'pathway.link-explain'],
  ['prepare', 'pathway.link-prepare'],
  ['who-may-refer', 'pathway.link-who'],
  ['dates', 'pathway.link-dates'],
  ['map', 'pathway.link-map'],
] as const satisfies readonly (readonly [string, WordId])[]

/**
 * What to do: actions beside one another, in order, and the same as text. It says nothing of who asked: its first hole is for what was
 * answered and the sealed field, its second for the answers as text.
 */
export const outcomePage = (moment: Moment, reached: Reached): PageParts => {
  const { site } = moment
  const { say } = site
  const words = pathwayOf(site).words.outcomes.get(reached.id)
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
      <ol class="acts-list">
        {reached.actions.map((action) => (
          <ActionEntry moment={moment} action={action} />
        ))}
      </ol>
      {hole}
      <div class="screen flow">
        <p>{say('pathway.paper')}</p>
        <h2>
          <label for="text">{say('pathway.copy')}</label>
        </h2>
        <p id="text-hint">{say('pathway.copy-hint')}</p>
        <textarea id="text" class="as-text" readonly rows={8} aria-describedby="text-hint">
          {outcomeText(moment, reached, hole)}
        </textarea>
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

export type Said = { answers: Answers; questions: readonly Question[]; sealed: string }

/** For the first hole: what was answered, each answer to be changed, and where it happened. */
export const YouSaid = ({ moment, said: { answers, questions, sealed } }: { moment: Moment; said: Said }) => {
  const { site } = moment
  const { say } = site
  const { flow, words } = pathwayOf(site)
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
                  {optionOf(moment, answers, id)}
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
          {flow.givens.map(({ id, options, default: usual }) => {
            const now = String(answers[id] ?? usual)
            const name = (option: string) => words.entries.get(id)?.options?.[option] ?? option
            return (
              <div class="acts screen">
                <p>{say('pathway.nation', { nation: name(now) })}</p>
                {options.flatMap((option) =>
                  option === now ? [] : [<Button name={id} value={option} text={name(option)} classes="govuk-button--secondary" />],
                )}
              </div>
            )
          })}
        </>
      )}
    </form>
  )
}

/** For the second hole: the same as text, a line each. */
export const answersText = (moment: Moment, { answers, questions }: Said): string =>
  questions.map(({ id }) => `- ${pathwayOf(moment.site).words.questions.get(id)?.title} ${optionOf(moment, answers, id)}\n`).join('')

/** What the answer to a question is called. */
const optionOf = ({ site }: Moment, answers: Answers, question: string): string => {
  const { flow, words } = pathwayOf(site)
  const entry = flow.questions.find(({ id }) => id === question)?.entries[0]?.id ?? ''
  return words.entries.get(entry)?.options?.[String(answers[entry])] ?? ''
}
