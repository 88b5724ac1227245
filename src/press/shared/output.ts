import type { TrainingProvider } from '../../domain/training-provider/training-provider.ts'

/** What can be printed or handed out. The name of a kind is what `waymark press --only` takes. */
export const kindNames = [
  'deck',
  'handbook',
  'guide',
  'leaflet',
  'card',
  'poster',
  'flowchart',
  'booklet',
  'campaign',
  'elearning',
] as const
/** A certificate is made for one person, on the desk, and is in no list. */
export type KindName = (typeof kindNames)[number] | 'certificate'

export type Format = 'pdf' | 'pptx' | 'docx' | 'zip'

/** What JSON can hold: data are sent to a worker and hashed. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [name: string]: Json }

/** One file before it is made: pure data, so that the same data are the same bytes. */
export type Output<Data = unknown> = {
  /** Alone among all outputs: `leaflet-get-help-ar`. */
  id: string
  kind: KindName
  /** Its name in a folder, without a path. */
  file: string
  /** As a list names it, in English. */
  title: string
  /** BCP 47 tag of what is written in it. */
  language: string
  format: Format
  /** Day of the facts in it, `2026-11-24`: the latest on which one of them was compared with its source. */
  date: string
  /** By which staff name it on the phone, `N1`: the same in each language. */
  sheet?: string
  /** It carries what a training provider entered, or is made for one person: nothing of it is ever kept. */
  cobranded?: true
  /** All that it prints. Whatever is not in here cannot change the file. */
  data: Data
}

/** What outputs are made for. `now`: what is known at that instant; no clock reading is ever printed. */
export type Edition = {
  now: Temporal.Instant
  /** `https://example.org`, without a slash at the end: where codes to scan lead. */
  origin: string
  /** Who gives the course to its own people; then there is only what it needs for that. */
  provider?: TrainingProvider
  /** The training event that slides and guide are made for; they then show its code. */
  event?: EventFiles
}

/** What files of one training event say of it, in words that are ready to print. */
export type EventFiles = {
  code: string
  word: string
  tierId: string
  tier: string
  when: string
  place: string
  /** How many there is room for: the sheet has a row for each. */
  capacity: number
  /** Until when people can put themselves on the list. */
  closes: string
  /** What its code to scan leads to. */
  address: string
  /** The public site without its scheme, as people type it. */
  site: string
}
