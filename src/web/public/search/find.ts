import MiniSearch, { type SearchResult } from 'minisearch'
import type { SearchData, SearchDocument, SearchGroup } from './document.ts'
import { isOneSlip, swaps, termsOf } from './terms.ts'

/** What was found: by what the reader may do, best first. `urgent`: the words are those of someone who may be in danger. */
export type Found = { urgent: boolean; groups: readonly { group: SearchGroup; results: readonly SearchDocument[] }[] }
export type Find = (query: string) => Found

/** How much of what was typed is looked for, in letters and in different words: nobody waits for the rest. */
export const mostLetters = 300
const mostTerms = 30
const mostOfGroup = 6

/** What was typed as it is looked for and shown again: the beginning of a long text, no letter cut in two, no control signs. */
export const withinBounds = (query: string): string =>
  Array.from(query.slice(0, 2 * mostLetters).replace(/\p{Cc}+/gu, ' '))
    .slice(0, mostLetters)
    .join('')
    .toWellFormed()

const fields = ['title', 'words', 'summary', 'body'] as const
const boost = { title: 5, words: 6, summary: 2, body: 1 }

/** Makes the index, which takes some hundredths of a second, and gives the search over it. Same data, same answers; no I/O. */
export const makeFind = ({ documents, first, urgent, ignore }: SearchData): Find => {
  const ignored = new Set(ignore.flatMap(termsOf))
  const vocabulary = new Set<string>()
  const index = new MiniSearch<{ id: number } & Record<(typeof fields)[number], string>>({
    fields: [...fields],
    tokenize: termsOf,
    processTerm: (term) => {
      if (ignored.has(term)) return null
      vocabulary.add(term)
      return term
    },
  })
  index.addAll(documents.map(({ title, words, summary, body }, id) => ({ id, title, summary, body, words: words.join('\n') })))
  const phrases = documents.map(({ title, words }) => [title, ...words].map((phrase) => ` ${termsOf(phrase).join(' ')} `))
  const spoken = documents.map(({ title, words }) =>
    [title, ...words].map((phrase) => termsOf(phrase).filter((term) => !ignored.has(term))).filter((phrase) => phrase.length > 0),
  )
  const alarms = urgent.map(termsOf)
  const foremost = first.map(({ href, phrases: own }) => ({ asked: own.map(termsOf), found: documents.filter((d) => d.href === href) }))

  return (query) => {
    const terms = termsOf(withinBounds(query)).slice(0, 4 * mostTerms)
    const asked = [...new Set(terms.filter((term) => !ignored.has(term)))].slice(0, mostTerms)
    const whole = ` ${terms.join(' ')} `
    const meant = [
      ...asked,
      ...asked.filter((t) => t.length > 3 && !vocabulary.has(t)).flatMap((t) => swaps(t).filter((s) => vocabulary.has(s))),
    ]
    const results = index.search(meant.join(' '), {
      tokenize: (text) => text.split(' ').filter(Boolean),
      processTerm: (term) => term,
      boost,
      // A word that stands somewhere is what was meant; another is perhaps a slip.
      fuzzy: (term) => (vocabulary.has(term) || term.length < 4 ? false : term.length < 9 ? 1 : 2),
      prefix: (term) => term.length > 2,
      weights: { fuzzy: 0.3, prefix: 0.4 },
      boostDocument: (id) => documents[id as number]?.weight ?? 1,
    })
    const found = shown(
      ranked(results, (id) => phraseFactor(phrases[id] ?? [], whole)),
      results[0]?.score ?? 0,
    )
    const own = found.some(({ id }) => documents[id]?.group !== 'languages')
    // A word of some language's page, or one of a phrase in it, may be an English one ("man" is Lithuanian too): such a page is offered
    // where nothing else is, or where a whole phrase of its own was typed.
    const kept = found.filter(({ id, match }) => documents[id]?.group !== 'languages' || !own || hasWhole(spoken[id] ?? [], namesIn(match)))
    // What someone at work types (“my patient says no”) shares few words with the page that answers it.
    const before = foremost.flatMap((page) => (page.asked.some((phrase) => sounds(phrase, terms, vocabulary)) ? page.found : []))
    const answers = [...before, ...kept.flatMap(({ id }) => documents[id] ?? [])]
    return {
      urgent: alarms.some((alarm) => sounds(alarm, terms, vocabulary)),
      groups: grouped(answers.length ? answers : inScriptOf(query, documents)),
    }
  }
}

type Match = Readonly<Record<string, readonly string[]>>
type Ranked = { id: number; score: number; match: Match }

/** Best first; of two equals the one that stands first in the list. */
const ranked = (results: readonly SearchResult[], factor: (id: number) => number): Ranked[] =>
  results
    .map(({ id, score, match }) => ({ id: id as number, score: score * factor(id as number), match }))
    .sort((a, b) => b.score - a.score || a.id - b.id)

/** Without what hardly fits. The best that is named by a word stays, or of several things asked for at once one would hide the others. */
const shown = (all: readonly Ranked[], best: number): Ranked[] => {
  const answered = new Set<string>()
  return all.filter(({ score, match }) => {
    const names = namesIn(match)
    const fresh = names.some((term) => !answered.has(term))
    for (const term of names) answered.add(term)
    return fresh || score >= best * 0.2
  })
}

/** The words that stand in the title or among the search words, not only in the text. */
const namesIn = (match: Match): string[] => Object.keys(match).filter((term) => match[term]?.some((f) => f === 'words' || f === 'title'))

/** Does some phrase have all of its words among these? */
const hasWhole = (phrases: readonly (readonly string[])[], terms: readonly string[]): boolean =>
  phrases.some((phrase) => phrase.every((term) => terms.includes(term)))

/** A whole phrase counts more than its words apart, most where it is all that was typed. */
const phraseFactor = (phrases: readonly string[], whole: string): number =>
  Math.max(
    1,
    ...phrases.map((phrase) => (phrase === whole ? 6 : phrase.trim() && whole.includes(phrase) ? 1 + phrase.trim().split(' ').length : 1)),
  )

/** Groups in the order of their best result; in each the best few. */
const grouped = (found: readonly SearchDocument[]): Found['groups'] => {
  const once = found.filter(({ href }, i) => found.findIndex((other) => other.href === href) === i)
  const order = [...new Set(once.map(({ group }) => group))]
  return order.map((group) => ({ group, results: once.filter((d) => d.group === group).slice(0, mostOfGroup) }))
}

const scripts = [/\p{Script=Arabic}/u, /\p{Script=Ethiopic}/u, /\p{Script=Cyrillic}/u]

/** Words that nothing has, in another script: whoever wrote them may read one of the languages written in it. */
const inScriptOf = (query: string, documents: readonly SearchDocument[]): SearchDocument[] => {
  const script = scripts.find((letters) => letters.test(query))
  return script ? documents.filter(({ group, title }) => group === 'languages' && script.test(title)) : []
}

/**
 * Do the words of a phrase stand in the query, in order, with at most two others between? Longer words with one slip, too; one of four
 * letters only where what was typed is no word of the site: “helo me” is a cry for help, “hotel” is a hotel.
 */
const sounds = (phrase: readonly string[], terms: readonly string[], vocabulary: ReadonlySet<string>): boolean => {
  const same = (word: string, term: string) =>
    word === term || ((word.length > 4 || (word.length === 4 && !vocabulary.has(term))) && isOneSlip(word, term))
  const after = (at: number, next: number): boolean => {
    const word = phrase[next]
    if (word === undefined) return true
    return terms.slice(at, at + 3).some((term, i) => same(word, term) && after(at + i + 1, next + 1))
  }
  return terms.some((term, i) => phrase[0] !== undefined && same(phrase[0], term) && after(i + 1, 1))
}
