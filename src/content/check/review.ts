import { dueState } from '../../domain/review.ts'
import { questionsOf } from '../../domain/services/questions.ts'
import { type Collection, placeOf } from '../collection.ts'
import type { Finding } from '../finding.ts'
import type { Whole } from '../load.ts'

/** Facts that share one `review:` line (an entry's own, or the one that the head of a file lends), and the question to ask of them. */
export type Review = {
  file: string
  line: number
  owner: string
  /** The day by which someone must have looked. */
  review: string
  /** Ids of the facts. */
  facts: string[]
  question: string
}

/** Every review of a pack, soonest first. */
export const reviews = (loaded: Whole): Review[] => {
  const groups = new Map<string, Review & { sources: Set<string>; asks: Set<string> }>()
  for (const { id, file, line, owner, review, source, asks } of factsOf(loaded)) {
    const key = `${file}:${line}:${owner}`
    const group = groups.get(key) ?? { file, line, owner, review, facts: [], question: '', sources: new Set(), asks: new Set() }
    group.facts.push(id)
    group.sources.add(source)
    for (const ask of asks ?? []) group.asks.add(ask)
    groups.set(key, group)
  }
  return [...groups.values()]
    .map(({ sources, asks, ...review }) => ({ ...review, question: questionOf(review.facts, [...sources], [...asks]) }))
    .sort((a, b) => a.review.localeCompare(b.review) || a.file.localeCompare(b.file, 'en') || a.line - b.line)
}

/** Past review is a warning: an old fact is shown as old, and the site goes on. */
export const reviewFindings = (all: readonly Review[], today: Temporal.PlainDate): Finding[] =>
  all
    .filter(({ review }) => dueState(review, today) === 'overdue')
    .map(({ file, line, owner, review, facts, question }) => ({
      severity: 'warning',
      rule: 'review',
      file,
      line,
      found: `${factsWords(facts)}: review was due on ${review}`,
      instead: question,
      owner,
    }))

/** Reviews that fall due soon (`dueDays`), today counted. */
export const reviewsDue = (all: readonly Review[], today: Temporal.PlainDate): Review[] =>
  all.filter(({ review }) => dueState(review, today) === 'due')

const factsWords = (facts: readonly string[]): string =>
  facts.length > 4 ? `${facts.slice(0, 3).join(', ')} and ${facts.length - 3} more` : facts.join(', ')

const questionOf = (facts: readonly string[], sources: readonly string[], asks: readonly string[]): string => {
  const shown = sources.slice(0, 2).join('; ')
  const from = `Source${sources.length > 1 ? 's' : ''}: ${shown}${sources.length > 2 ? ` and ${sources.length - 2} more` : ''}`
  return `${facts.length > 1 ? 'Are they' : 'Is it'} still right? ${asks.map((ask) => `${ask} `).join('')}${from}. Compare, correct anything that has changed, then update \`checked\` and \`review\`.`
}

type Dated = { id: string; file: string; line: number; owner: string; review: string; source: string; asks?: readonly string[] }

const factsOf = ({ pack, lists, files, course }: Whole): Dated[] => {
  const of = <T extends { id: string; review: string; owner: string }>(list: Collection<T>, source: (row: T) => string): Dated[] =>
    list.rows.map((row) => ({
      id: row.id,
      owner: row.owner,
      review: row.review,
      source: source(row),
      ...placeOf(list.origins(row.id), ['review']),
    }))
  /** The same words as on /services. */
  const asksOf = (id: string) =>
    pack.services.filter((s) => s.id === id).flatMap((s) => questionsOf(s).map((question) => pack.words.messages[`review.ask-${question}`]))
  const own = (row: { source: string }) => row.source
  const listed = (row: { sources: readonly string[] }) => row.sources.join(', ')
  const heads = ['bank-holidays.yaml', 'partnership.yaml'].flatMap((name) =>
    files.yaml(name).sources.flatMap((source): Dated[] => {
      const value = (key: string): unknown => (source.data && typeof source.data === 'object' ? Reflect.get(source.data, key) : undefined)
      const key = value('review') === undefined ? 'review_default' : 'review'
      const [review, owner] = [value(key), value('owner') ?? value('owner_default')]
      if (typeof review !== 'string' || typeof owner !== 'string') return []
      const id = name.replace('.yaml', '')
      return [{ id, file: source.file, line: source.line([key]), owner, review, source: String(value('source')) }]
    }),
  )
  const pages = files.markdown('pages').flatMap(({ source: { id, file, head } }): Dated[] => {
    const page = pack.pages.get(id)
    return page ? [{ id, file, line: head.line(['review']), owner: page.owner, review: page.review, source: page.source }] : []
  })
  const training = [
    { id: `training/${pack.course.id}`, from: course.from, fact: course.head },
    ...course.parts.map(({ part, from }) => ({ id: `training/${pack.course.id}/${part.id}`, from, fact: part })),
  ].map(
    ({ id, from, fact }): Dated => ({
      id,
      ...from.at(['review']),
      owner: fact.owner,
      review: fact.review,
      source: fact.source,
    }),
  )
  return [
    ...of(lists.services, own).map((fact) => ({ ...fact, asks: asksOf(fact.id) })),
    ...of(lists.types, own),
    ...of(lists.indicators, listed),
    ...of(lists.sectors, listed),
    ...of(lists.bodies, own),
    ...of(lists.firstResponders, own),
    ...of(lists.partners, own),
    ...of(lists.figures, own),
    ...of(lists.glossary, own),
    ...of(lists.reportWays, own),
    ...of(lists.support, own),
    ...of(lists.clockRules, own),
    ...of(lists.easyRead, own),
    ...of(lists.campaignDays, own),
    ...of(lists.campaignHistory, own),
    ...of(lists.networks, own),
    ...of(lists.pictures, own),
    ...of(lists.outcomes, listed),
    ...lists.flows.flatMap(({ head, file, parts: { actions, leaving } }) => [
      ...of(actions, own),
      ...of(leaving, own),
      ...files.allYaml.flatMap((source) => (source.file === file ? [{ ...head, file, line: source.line(['flow', 'review']) }] : [])),
    ]),
    ...heads,
    ...pages,
    ...training,
  ]
}
