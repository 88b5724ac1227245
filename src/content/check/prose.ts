import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

/** Text that is read as sentences, and where it stands. */
export type Prose = { text: string; file: string; lineAt: (index: number) => number }

export type Sentence = { text: string; file: string; line: number; words: number; syllables: number; age: number }

/** Reading age: Flesch-Kincaid grade and five years (QUALITY.md). Not a number where there is no sentence. */
export const readingAge = (sentences: readonly Pick<Sentence, 'words' | 'syllables'>[]): number =>
  fleschKincaid({
    sentence: sentences.length,
    word: sentences.reduce((sum, s) => sum + s.words, 0),
    syllable: sentences.reduce((sum, s) => sum + s.syllables, 0),
  }) + 5

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const words = new Intl.Segmenter('en', { granularity: 'word' })

/** Names of services and terms of the glossary, longest first: each counts as one easy word wherever it stands, in the plural too. */
export const easyNames = (names: Iterable<string>): RegExp => {
  const each = [...new Set([...names].map((name) => name.trim()).filter(Boolean))].sort((a, b) => b.length - a.length)
  const escaped = each.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|') || '(?!)'})(?:['’]s|e?s)?(?![\\p{L}\\p{N}])`, 'giu')
}

/** A number to call, or a figure, that is filled in later. */
const reference = /\{(?:phone|figure):[a-z0-9-]+\}/g

/** A stand-in of one word and one syllable. */
const easy = 'name'

/** Syllables of words met before: the same few thousand make up every page. */
const met = new Map<string, number>()
const syllablesOf = (word: string): number => {
  const known = met.get(word) ?? Math.max(1, syllable(word))
  met.set(word, known)
  return known
}

type Counted = { index: number; text: string; words: number; syllables: number }

/** What was counted last, with which names as easy words. */
let lastCounted: { names: string; known: Map<string, Counted[]> } = { names: '', known: new Map() }

/** Counts sentences, words and syllables, and remembers what it has counted: much stands on many pages. */
export const makeCounter = (names: RegExp): ((prose: Prose) => Sentence[]) => {
  if (lastCounted.names !== names.source) lastCounted = { names: names.source, known: new Map() }
  const { known } = lastCounted
  return ({ text, file, lineAt }) => {
    const counted = known.get(text) ?? count(text, names)
    known.set(text, counted)
    return counted.map(({ index, ...c }) => ({ ...c, file, line: lineAt(index), age: readingAge([c]) }))
  }
}

/** Every text ends a sentence: a list item needs no full stop. A line's end within a paragraph does not. */
const count = (text: string, names: RegExp): Counted[] =>
  [...sentences.segment(text.replaceAll('\n', ' '))].flatMap(({ segment, index }) => {
    const own = segment.trim()
    const read = [...words.segment(own.replace(reference, easy).replace(names, easy))].filter((w) => w.isWordLike).map((w) => w.segment)
    if (!read.length) return []
    const start = index + segment.length - segment.trimStart().length
    return [{ index: start, text: own, words: read.length, syllables: read.reduce((sum, word) => sum + syllablesOf(word), 0) }]
  })

/** The sentence to mend first: the one with the highest age, of those long enough to have one. */
export const hardest = (all: readonly Sentence[]): Sentence | null => {
  const long = all.filter((s) => s.words >= 5)
  return [...(long.length ? long : all)].sort((a, b) => b.age - a.age)[0] ?? null
}
