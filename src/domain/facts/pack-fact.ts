import type { Sure } from '../fact.ts'
import type { Question } from '../services/questions.ts'

/** The lists in which facts of a pack stand, and what else is looked at again by a day: its pages, its flows, its course and two files as a whole. */
export const factLists = [
  'services',
  'bodies',
  'partners',
  'first-responders',
  'figures',
  'clocks',
  'report',
  'support',
  'sharing-reasons',
  'intelligence-grades',
  'exploitation-types',
  'indicators',
  'sectors',
  'glossary',
  'easy-read',
  'campaign-days',
  'campaign-history',
  'networks',
  'pictures',
  'outcomes',
  'actions',
  'leaving',
  'flows',
  'pages',
  'course',
  'files',
] as const
export type FactList = (typeof factLists)[number]

/** A way to reach whoever can confirm a fact. */
export type Contact = { name: string; phone: { dial: string; display: string } | null; email: string | null; url: string | null }

/** What a fact rests on: words, and where they lead. */
export type FactSource = { text: string; url: string | null }

/** Where the values of a fact are changed: a row, by the list's key in its file, or a block of values, by its name ('' for the file's own). */
export type FactPlace = {
  /** Path from the content folder: the last layer that says something of it. */
  file: string
  rows: string | null
  block: string
  /** Its source is a sentence, so that who confirmed it can be added; else the id of one in another list. */
  says: boolean
}

/** A fact of a pack that goes stale, as those see it who look after it. */
export type PackFact = {
  list: FactList
  id: string
  name: string
  /** What the pack says, in short; '' where its page must be read. */
  says: string
  /** A role. */
  owner: string
  sources: readonly FactSource[]
  sourceDate: string | null
  /** Null where the list has no such day. */
  checked: string | null
  review: string
  sure: Sure | null
  /** The day from which something is doubted until somebody confirms it. */
  doubtFrom: string | null
  questions: readonly Question[]
  ask: readonly Contact[]
  place: FactPlace
}
