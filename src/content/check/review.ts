import { decisions } from '../../domain/data-protection/data-protection.ts'
import { dueState } from '../../domain/review.ts'
import { factsOf } from '../facts.ts'
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
  for (const { id, file, line, owner, review, source, asks } of datedIn(loaded)) {
    const key = `${file}:${line}:${owner}`
    const group = groups.get(key) ?? { file, line, owner, review, facts: [], question: '', sources: new Set(), asks: new Set() }
    group.facts.push(id)
    group.sources.add(source)
    for (const ask of asks) group.asks.add(ask)
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

type Dated = { id: string; file: string; line: number; owner: string; review: string; source: string; asks: readonly string[] }

/** The facts of the desk (/desk/facts), with the same questions; and what the partnership decided about people's data, which is no fact to ask about. */
const datedIn = (loaded: Whole): Dated[] => {
  const { pack, lists, files, course } = loaded
  const facts = factsOf({ lists, files, course, pages: pack.pages }).map(({ fact: { id, owner, review, sources, questions }, at }) => ({
    id,
    owner,
    review,
    ...at(),
    source: sources.map(({ text }) => text).join(', '),
    asks: questions.map((question) => pack.deskWords.messages[`fact.ask-${question}`]),
  }))
  return [...facts, ...decidedIn(loaded)]
}

const decidedIn = ({ pack, files }: Whole): Dated[] =>
  decisions.flatMap((name): Dated[] => {
    const one = pack.partnership.data_protection?.[name]
    const from = files.yaml('partnership.yaml').sources.at(-1)
    if (!one || !from) return []
    const { owner, review, source } = one
    const line = from.line(['data_protection', name, 'review'])
    return [{ id: `data-protection/${name}`, file: from.file, line, owner, review, source, asks: [] }]
  })
