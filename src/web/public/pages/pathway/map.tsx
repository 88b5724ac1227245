import type { Condition } from '../../../../domain/flow/condition.ts'
import type { Action, Question } from '../../../../domain/flow/flow.ts'
import { conditionWords } from '../../../../format/condition.ts'
import { NamedFile } from '../../../components/file-link.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { Masthead } from '../../layout/masthead.tsx'
import type { Page, PageContent } from '../../layout/page.ts'
import { pathwayAddress, pathwayOf } from './frame.tsx'

/**
 * The pathway at a glance: its questions down the page, the answers on the ways that lead from each, and what is to be done at the end of
 * each way. A drawing made of text, so that it can be heard, made larger and printed. A site of files has no steps: there it stands at
 * /pathway too.
 */
const pathwayMap = (context: RenderContext): PageContent => {
  const { locale } = context
  const { t } = locale
  const { flow } = pathwayOf(locale)
  return {
    harmless: true,
    description: t('pathway.map-description'),
    exit: true,
    rest: true,
    sheet: 'beside',
    body: (
      <>
        <Masthead locale={locale} title={t('pathway.map')} lead={t('pathway.map-description')} />
        <div class="wrap body stack">
          {locale.site.publishing.static ? null : (
            <p>
              <a href={pathwayAddress}>{t('pathway.start')}</a>
            </p>
          )}
          <ol class="map">
            {flow.questions.map((question, at) => (
              <li id={question.id}>
                <Asked locale={locale} question={question} number={at + 1} />
                <Ways locale={locale} question={question} />
              </li>
            ))}
          </ol>
          <ul class="list screen">
            <li>
              <NamedFile context={context} file="flowchart-adult.pdf">
                {t('pathway.sheet-adult')}
              </NamedFile>
            </li>
            <li>
              <NamedFile context={context} file="flowchart-child.pdf">
                {t('pathway.sheet-child')}
              </NamedFile>
            </li>
          </ul>
          <section class="outcomes">
            <h2 id="what-follows">{t('pathway.map-outcomes')}</h2>
            <Outcomes locale={locale} />
          </section>
        </div>
      </>
    ),
  }
}

export const pathwayMapPage: Page = { path: `${pathwayAddress}/map`, title: ({ t }) => t('pathway.map'), render: pathwayMap }

const titleOf = (locale: Locale, id: string): string => {
  const { flow, words } = pathwayOf(locale)
  const at = flow.questions.findIndex((question) => question.id === id)
  return at < 0 ? (words.outcomes.get(id)?.title ?? id) : `${at + 1}. ${words.questions.get(id)?.title ?? id}`
}

const Asked = ({ locale, question: { id, ask_if }, number }: { locale: Locale; question: Question; number: number }) => (
  <div class={ask_if ? 'map-ask dashed' : 'map-ask'}>
    <span class="step">{locale.t('pathway.question', { number })}</span>
    <b>{pathwayOf(locale).words.questions.get(id)?.title}</b>
    {ask_if ? <p>{locale.t('pathway.map-asked', { when: conditionWords(locale.t, pathwayOf(locale), ask_if) })}</p> : null}
  </div>
)

/** The question whose answer alone decides a way. */
const decidedBy = (locale: Locale, condition: Condition | undefined): Question | undefined =>
  condition && 'answer' in condition
    ? pathwayOf(locale).flow.questions.find(({ entries }) => entries.some(({ id }) => id === condition.answer))
    : undefined

/** The answers that no way names, where they are few enough to be said: the last way is theirs. */
const restOf = (locale: Locale, { go }: Question, by: Question): string | null => {
  const [entry] = by.entries
  if (go.length < 2 || entry?.kind !== 'choice') return null
  const named = new Set(go.flatMap((way) => (way.if ? optionsNamed(way.if, entry.id) : [])))
  const rest = (entry.options ?? []).filter((option) => !named.has(option))
  return rest.length && rest.length <= 3 ? conditionWords(locale.t, pathwayOf(locale), { answer: entry.id, one_of: rest }, by) : null
}

const optionsNamed = (condition: Condition, entry: string): readonly string[] => {
  if (!('answer' in condition) || condition.answer !== entry) return []
  if ('is' in condition) return [condition.is]
  return 'one_of' in condition && typeof condition.one_of !== 'string' ? condition.one_of : []
}

/** The ways from a question, each with its answer; those that an earlier answer decides stand under that question's name. */
const Ways = ({ locale, question }: { locale: Locale; question: Question }) => {
  const { t } = locale
  const groups: { by: Question; ways: Question['go'][number][] }[] = []
  for (const way of question.go) {
    const last = groups.at(-1)
    const by = decidedBy(locale, way.if) ?? last?.by ?? question
    if (last?.by === by) last.ways.push(way)
    else groups.push({ by, ways: [way] })
  }
  return (
    <div class="map-ways">
      {groups.map(({ by, ways }) => (
        <>
          {by === question ? null : <p>{titleOf(locale, by.id)}</p>}
          <ul>
            {ways.map(({ if: when, to }) => (
              <li>
                <span>
                  {when
                    ? conditionWords(t, pathwayOf(locale), when, by)
                    : (restOf(locale, question, by) ?? t(question.go.length > 1 ? 'pathway.otherwise' : 'pathway.always'))}
                </span>
                <a href={`#${to}`}>{titleOf(locale, to)}</a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </div>
  )
}

/** Steps of nearly every outcome are told once, before those of each. */
const Outcomes = ({ locale }: { locale: Locale }) => {
  const { t } = locale
  const { flow } = pathwayOf(locale)
  const widest = Math.max(...flow.actions.map(({ on }) => on.length))
  const shared = flow.actions.filter(({ on }) => on.length === widest)
  const sharing = new Set(shared.flatMap(({ on }) => on))
  return (
    <>
      <section class="flow">
        <h3 id="for-everyone">{t('pathway.map-every')}</h3>
        <Steps locale={locale} actions={shared} />
      </section>
      {flow.outcomes.map(({ id }) => (
        <section class="flow">
          <h3 id={id}>{titleOf(locale, id)}</h3>
          {sharing.has(id) ? <p>{t('pathway.map-also')}</p> : null}
          <Steps locale={locale} actions={flow.actions.filter((action) => action.on.includes(id) && !shared.includes(action))} />
        </section>
      ))}
    </>
  )
}

const Steps = ({ locale, actions }: { locale: Locale; actions: readonly Action[] }) => {
  const of = pathwayOf(locale)
  return (
    <ul class="prose-list does">
      {actions.map(({ id, if: when }) => (
        <li>
          {of.words.actions.get(id)?.title}
          {when ? <span class="small">{conditionWords(locale.t, of, when)}</span> : null}
        </li>
      ))}
    </ul>
  )
}
