import type { Palette } from '../../../domain/brand/palette.ts'
import type { Cobranded } from '../../shared/course/cobranded.ts'

/** A deck before it is drawn: plain data, all of it from the pack. What draws it looks nothing up. */
export type Deck = {
  /** Id of the course's tier. */
  tier: string
  title: string
  /** One sentence: for whom it is. */
  subject: string
  author: string
  /** BCP 47 tag of all its words. */
  language: string
  /** Twelve figures of what is taught: domain/training/taught.ts. */
  version: string
  /** Day on which this version was written, ISO. */
  date: string
  /** The earliest day on which a part of it was compared with its sources, ISO. */
  checked: string
  /** At the foot of each slide. */
  foot: string
  words: DeckWords
  palette: Palette
  /** Drawings that its slides show, as SVG with the brand's colours. */
  drawings: Readonly<Record<string, string>>
  slides: readonly DeckSlide[]
  /** Who gives it to its own people. */
  cobranded?: Cobranded
}

/** What PowerPoint shows to whoever edits: names of layouts, and what an empty place asks for. */
export type DeckWords = { promptTitle: string; promptText: string; layouts: Readonly<Record<LayoutName, string>> }

export const layoutNames = ['title', 'points', 'columns', 'wide', 'boards', 'story', 'ask', 'end'] as const
export type LayoutName = (typeof layoutNames)[number]

/** A paragraph of the speaker's notes: a heading, something spoken, or a line of a list. */
export type Note = { kind: 'heading' | 'text' | 'item'; text: string }

/** A drawing of the pack by its name, and what it shows in one sentence. */
export type Picture = { drawing: string; alt: string }

/** A number to ring: for what it is, whose line, and when it answers where that is sure. */
export type Board = { number: string; label: string; hours: string; danger: boolean }

/** A code to scan, and the address in letters for who cannot. */
export type Link = Picture & { text: string }

export type Column = { title: string; points: readonly string[] }

/** A table whose first row names its columns, and whose first column its rows where `named`. `widths` are shares of the whole. */
export type Table = {
  alt: string
  named: boolean
  head: readonly string[]
  rows: readonly (readonly string[])[]
  widths: readonly number[]
}

export type Shown =
  | ({ show: 'title'; lead: string; line: string } & Picture)
  | { show: 'points'; points: readonly string[] }
  | { show: 'columns'; columns: readonly [Column, Column] }
  /** `above` and `below` the table: how to read it. */
  | { show: 'table'; above: readonly string[]; table: Table; below: string | null }
  | { show: 'chart'; alt: string; name: string; bars: readonly { label: string; value: number }[]; below: string }
  | { show: 'boards'; boards: readonly Board[]; link: Link }
  | ({ show: 'story'; text: string } & Picture)
  | { show: 'ask'; facts: string; questions: readonly string[] }
  | { show: 'choice'; question: string; choices: readonly string[] }
  | { show: 'answer'; question: string; answer: string; why: string }
  | ({ show: 'picture'; caption: string } & Picture)
  | { show: 'end'; points: readonly string[]; boards: readonly Board[]; link: Link }

export type DeckSlide = {
  /** Where an editor finds it: `training/basic/signs.yaml, slide in-a-person`. */
  id: string
  /** Alone among the titles of the deck. */
  title: string
  notes: readonly Note[]
  /** In the file, and not shown unless the trainer shows it. */
  hidden?: boolean
} & Shown
