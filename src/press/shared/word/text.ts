import type { Logo } from '../../../domain/training-provider/training-provider.ts'
import type { Block } from '../paper/markdown.ts'
import type { Run } from '../paper/runs.ts'

/** What stands under one another in a document that Word opens. */
export type Piece =
  /** `drawing`: SVG with the brand's colours, and what it shows. `page`: begins one of its own, to be printed alone. */
  | { as: 'heading'; level: 1 | 2 | 3; text: string; drawing?: { svg: string; alt: string }; page?: boolean }
  /** `next`: stays with what comes after it. */
  | { as: 'text'; runs: readonly Run[]; look?: 'lead' | 'quiet' | 'aside'; next?: boolean }
  | { as: 'blocks'; blocks: readonly Block[] }
  | { as: 'list'; items: readonly string[]; ordered?: boolean }
  /** The first row names the columns and comes again on each page. `alt`: what the table is. Heights in points, where rows are to be written in. */
  | { as: 'table'; alt: string; head: readonly string[]; rows: readonly (readonly string[])[]; widths: readonly number[]; height?: number }
  | { as: 'page-break' }

/** A document before it is written: plain data, all of it from the pack. */
export type WordText = {
  title: string
  lead: string
  about: readonly string[]
  drawing: { svg: string; alt: string } | null
  /** Above the title. */
  logo: (Logo & { alt: string }) | null
  /** Heading of the contents, on a page of their own; null for a sheet of few pages, which begins on its first. */
  contents: string | null
  /** Above the title of a letter: sender and date. */
  above?: readonly Piece[]
  /** In the head and at the foot of each page. */
  head: string
  foot: string
  /** Before the number of a page. */
  page: string
  author: string
  /** BCP 47 tag of its words. */
  language: string
  /** Day of its facts, ISO. */
  date: string
  /** Roles of the palette, as `#rrggbb`. */
  colours: Readonly<Record<string, string>>
  pieces: readonly Piece[]
}
