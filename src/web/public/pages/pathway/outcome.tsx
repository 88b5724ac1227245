import type { Child } from 'hono/jsx'
import type { WordId } from '../../../../content/word-ids.ts'
import type { Answers } from '../../../../domain/flow/answers.ts'
import type { Question, Time } from '../../../../domain/flow/flow.ts'
import type { Reached, ReachedAction } from '../../../../domain/flow/route.ts'
import { byTime, summaryOf } from '../../../../domain/flow/summary.ts'
import { actionWords } from '../../../../domain/flow/words.ts'
import { clock, fullDate } from '../../../../format/when.ts'
import { HandOver } from '../../../components/hand-over.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { Button } from '../../../govuk/button.tsx'
import { slot } from '../../../http/page-template.ts'
import type { PageParts } from '../../layout/page.ts'
import { ActionEntry, stepsForm } from './action.tsx'
import { pathwayAddress, pathwayOf, pathwayParts, StepForm } from './frame.tsx'
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
 * What to do: actions beside one another, in order. It says nothing of who asked: its slot is for what was answered and the sealed field.
 */
export const outcomePage = (context: RenderContext, reached: Reached, asked: ReadonlySet<string>): PageParts => {
  const { locale } = context
  const { t } = locale
  const words = pathwayOf(locale).words.outcomes.get(reached.id)
  const groups = byTime(reached.actions)
  // A list of one or two is its own summary, and of one time needs no heading.
  const [long, timed] = [reached.actions.length > 2, groups.length > 1]
  const numbers = new Map(reached.actions.map(({ id }, at) => [id, at + 1]))
  return pathwayParts(
    locale,
    t('pathway.history-outcome', { number: reached.actions.length, outcome: words?.history_title ?? words?.title ?? '' }),
    <>
      <div class="head">
        <div>
          <h1>{words?.title}</h1>
          <p class="lead">{words?.lead}</p>
          <p class="small">{t('get-help.when', { day: fullDate(context.local.toPlainDate()), time: clock(context.local) })}</p>
        </div>
      </div>
      {long ? <Summary locale={locale} actions={reached.actions} numbers={numbers} /> : null}
      <div id="steps-list" class="acts-of">
        {groups.map(({ when, actions }) => (
          <section>
            {when && timed ? <h2>{t(timeWords[when])}</h2> : null}
            <ul class="acts-list">
              {actions.map((action) => (
                <ActionEntry
                  context={context}
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
            {t('pathway.to-summary')}
          </a>
        </p>
      ) : null}
      {slot}
      <div class="screen flow">
        <p>{t('pathway.paper')}</p>
        <Button name="text" value="yes" text={t('pathway.copy')} classes="govuk-button--secondary" attributes={{ form: stepsForm }} />
        <h2>{t('pathway.links')}</h2>
        <ul class="prose-list">
          {more.map(([path, words]) => (
            <li>
              <a href={`${pathwayAddress}/${path}`}>{t(words)}</a>
            </li>
          ))}
          <li>
            <a href={pathwayAddress}>{t('check.again')}</a>
          </li>
        </ul>
      </div>
    </>,
    { acts: true },
  )
}

const timeWords = { now: 'pathway.now', today: 'pathway.today', leaving: 'pathway.leaving' } as const satisfies Record<Time, WordId>

/** The few steps that matter most, each leading to its card; on paper the titles of all, so that the first sheet shows what there is. */
const Summary = ({
  locale,
  actions,
  numbers,
}: {
  locale: Locale
  actions: readonly ReachedAction[]
  numbers: ReadonlyMap<string, number>
}) => {
  const { t } = locale
  const first = summaryOf(actions)
  const more = actions.length - first.length
  const line = (action: ReachedAction) => {
    const words = actionWords(pathwayOf(locale).words, action)
    return words?.short ?? words?.title
  }
  return (
    <section class="summary" aria-labelledby="first-things">
      <h2 id="first-things">{t('pathway.summary')}</h2>
      <dl>
        {byTime(first).map(({ when, actions: due }) => (
          <div>
            <dt>{when ? t(timeWords[when]) : ''}</dt>
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
          <a href="#steps-list">{t('pathway.and-more', { number: more })}</a>
        </p>
      ) : null}
      <div class="paper">
        <h2>{t('pathway.all-steps')}</h2>
        <ul>
          {actions.map((action) => (
            <li>
              {numbers.get(action.id)}. {actionWords(pathwayOf(locale).words, action)?.title}
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

/** For the slot: what was answered, each answer to be changed, and where it happened. */
export const AnswersGiven = ({ context, said: { answers, questions, givens, sealed } }: { context: RenderContext; said: Said }) => {
  const { locale } = context
  const { t } = locale
  const { words } = pathwayOf(locale)
  // In danger the flow ends at its first question: whoever is safe again goes on from there.
  const danger = questions.length === 1 ? questions[0] : undefined
  return (
    <>
      <form method="post" action={pathwayAddress} id={stepsForm} class="flow said" novalidate>
        <input type="hidden" name="so-far" value={sealed} />
        {danger ? (
          <Button name="safe" value={danger.id} text={t('pathway.safe')} classes="screen" />
        ) : (
          <>
            <h2>{t('pathway.answers')}</h2>
            <dl class="terms">
              {questions.map(({ id }) => (
                <div>
                  <dt>{words.questions.get(id)?.title}</dt>
                  <dd>
                    {chosen(optionsOf(context, answers, id))}
                    <button
                      class="link screen"
                      type="submit"
                      name="change"
                      value={id}
                      aria-label={t('pathway.change-of', { question: words.questions.get(id)?.title ?? '' })}
                    >
                      {t('pathway.change')}
                    </button>
                  </dd>
                </div>
              ))}
            </dl>
            <div class="screen flow">
              <Where locale={locale} givens={givens} />
              <Button name="where" value="yes" text={t('pathway.change-where')} classes="govuk-button--secondary" />
            </div>
          </>
        )}
      </form>
      <HandOver locale={locale} from="pathway" sealed={sealed} />
    </>
  )
}

const chosen = (options: readonly string[]): Child =>
  options.length === 1 ? (
    options[0]
  ) : (
    <ul>
      {options.map((option) => (
        <li>{option}</li>
      ))}
    </ul>
  )

/** The same as text, for a case file: a page of its own, since an outcome is long enough without everything in it twice. */
export const outcomeAsText = (context: RenderContext, reached: Reached, said: Said): PageParts => {
  const { locale } = context
  const { t } = locale
  const { words } = pathwayOf(locale)
  const answers = said.questions.map(({ id }) => `- ${words.questions.get(id)?.title} ${optionsOf(context, said.answers, id).join('; ')}\n`)
  return pathwayParts(
    locale,
    t('pathway.history-text'),
    <>
      <div class="head">
        <h1>
          <label for="text">{t('pathway.copy')}</label>
        </h1>
        <p class="lead" id="text-hint">
          {t('pathway.copy-hint')}
        </p>
      </div>
      <textarea id="text" class="as-text" readonly rows={8} aria-describedby="text-hint">
        {outcomeText(context, reached, answers.join(''))}
      </textarea>
      <StepForm sealed={said.sealed} classes="screen">
        <Button name="resume" value="yes" text={t('pathway.to-steps')} />
      </StepForm>
    </>,
    { acts: true },
  )
}

/** What the answers to a question are called; where nothing was ticked, that. */
const optionsOf = ({ locale }: RenderContext, answers: Answers, question: string): string[] => {
  const { flow, words } = pathwayOf(locale)
  const entry = flow.questions.find(({ id }) => id === question)?.entries[0]?.id ?? ''
  const answer = answers[entry]
  const chosen = Array.isArray(answer) ? answer.map(String) : answer === undefined ? [] : [String(answer)]
  const called = chosen.map((option) => words.entries.get(entry)?.options?.[option] ?? option)
  return called.length ? called : [locale.t('pathway.none-ticked')]
}
