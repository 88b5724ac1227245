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
  /** At the foot of each slide; the short one where a picture leaves little room. */
  foot: string
  footShort: string
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

export const layoutNames = [
  ...(['title', 'part', 'idea', 'half', 'beside', 'spot', 'wide', 'sky', 'dark', 'steps', 'question', 'road', 'end'] as const),
  ...(['points', 'columns', 'story', 'ask'] as const),
] as const
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
  /** Opens a part: the boards of the post, and how far they are. */
  | { show: 'part'; lead: string; kick: string; boards: readonly { text: string; state: 'past' | 'now' | 'next' }[] }
  | ({ show: 'idea'; lead: string } & Picture)
  /** Short paragraphs, the first sentence of each heavier, beside a picture. */
  | ({ show: 'half'; paragraphs: readonly string[] } & Picture)
  | ({ show: 'beside'; lines: readonly string[] } & Picture)
  | { show: 'tiles'; tiles: readonly (Picture & { name: string; line: string })[]; below: string | null }
  | ({ show: 'spot'; lead: string; task: string; spots: readonly Spot[] } & Picture)
  | ({ show: 'spotted'; spots: readonly (Spot & { text: string })[]; act: string } & Picture)
  | ({ show: 'diagram'; things: readonly { drawing: string; text: string }[]; below: string } & Picture)
  | { show: 'scale'; question: string; steps: readonly string[]; below: string }
  | ({ show: 'number'; number: string; lines: readonly string[]; source: string } & Picture)
  | { show: 'danger'; board: Board; text: string; points: readonly string[]; below: string | null }
  | { show: 'rules'; heads: readonly [string, string]; dos: readonly { drawing: string; text: string }[]; donts: readonly string[] }
  | ({ show: 'steps'; steps: readonly { title: string; text: string }[]; bar: string } & Picture)
  | ({ show: 'talk'; bubbles: readonly (Spot & { when: string; text: string })[] } & Picture)
  | { show: 'roads'; danger: string; lanes: readonly { title: string; note: string; stops: readonly string[] }[] }
  /** Three pictures of a case with what is said below each. */
  | { show: 'case'; pictures: readonly (Picture & { text: string })[]; foot: string; answered: boolean }
  | { show: 'columns'; columns: readonly [Column, Column] }
  /** `above` and `below` the table: how to read it. */
  | { show: 'table'; above: readonly string[]; table: Table; below: string | null; bar?: string }
  | {
      show: 'chart'
      alt: string
      name: string
      bars: readonly { label: string; value: number }[]
      unit: string
      below: string
      source: string
    }
  | { show: 'boards'; boards: readonly Board[]; link: Link }
  | ({ show: 'story'; text: string } & Picture)
  | { show: 'ask'; facts: string; questions: readonly string[] }
  /** A question with its answers, and the same with the right one: every box in the same place. */
  | { show: 'choice'; kick: string; choices: readonly Choice[]; answered: boolean; picture: Picture | null }
  | ({ show: 'picture'; caption: string } & Picture)
  | { show: 'end'; points: readonly string[]; boards: readonly Board[]; link: Link; picture: Picture | null }

/** A place in a picture, in hundredths from its upper left corner. */
export type Spot = { x: number; y: number }
export type Choice = { letter: string; text: string; right: boolean; why: string }

export type DeckSlide = {
  /** Where an editor finds it: `training/basic/signs.yaml, slide in-a-person`. */
  id: string
  /** Alone among the titles of the deck. */
  title: string
  notes: readonly Note[]
  /** In the file, and not shown unless the trainer shows it. */
  hidden?: boolean
} & Shown
