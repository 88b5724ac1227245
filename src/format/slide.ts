import type { Pack } from '../content/pack.ts'
import { pictureOf } from '../domain/flow/picture.ts'
import type { ExploitationType, Indicator } from '../domain/signs/signs.ts'
import type { Slide } from '../domain/training/slide.ts'
import type { FormatText } from './messages.ts'
import { partialDate } from './when.ts'

/* What a slide says, wherever it is shown: on the site, in a deck, on paper, in a package for a learning system. */

type Of<T extends Slide['type']> = Extract<Slide, { type: T }>

/** The rows of ids that a slide names, in its order. The loader has looked up every id of a course. */
const named = <T extends { id: string }>(rows: readonly T[], ids: readonly string[]): T[] =>
  ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])

export const kindsOn = (pack: Pack, { kinds }: Of<'kinds'>): ExploitationType[] => named(pack.types, kinds)

export const signsOn = (pack: Pack, { signs }: Of<'signs'>): Indicator[] => named(pack.indicators, signs)

/** Does somebody who reads alone see it? Others are for a room only. */
export const isRead = ({ type }: Slide): boolean => type !== 'question' && type !== 'title' && type !== 'part'

/** Text that leads to what is shown stands before it; text that adds to lists, after them. */
export const readsFirst = ({ type }: Slide): boolean => !['columns', 'points', 'contacts', 'end'].includes(type)

export type Counted = { label: string /** null: not known. */; value: number | null; said: string }

/** What was counted, each with its number as it is said, and where the numbers come from, each source once. */
export const figuresOn = (pack: Pack, t: FormatText, { rows }: Of<'figures'>): { rows: Counted[]; sources: string } => {
  const counted = rows.flatMap(({ label, figure }) => named(pack.figures, [figure]).map((one) => ({ label, ...one })))
  return {
    rows: counted.map(({ label, value, unit }) => {
      const known = value === 'unknown' ? null : value
      const number = known?.toLocaleString(t.locale) ?? ''
      return {
        label,
        value: known,
        said: known === null ? t('site.not-known') : unit === 'percent' ? t('training.percent', { value: number }) : number,
      }
    }),
    sources: sourceOf(
      pack,
      t,
      rows.map(({ figure }) => figure),
    ),
  }
}

export type PathwayShown = {
  /** Sentences that come before all lanes. */
  first: string[]
  lanes: { title: string; note: string | null; steps: { text: string; stop: string | null; services: readonly string[] }[] }[]
}

/** The pathway in the words of its flow; empty where a pack has none. */
export const pathwayOn = (pack: Pack, t: FormatText, slide: Of<'pathway'>): PathwayShown => {
  const pathway = pack.flows.get('pathway')
  if (!pathway) return { first: [], lanes: [] }
  const { first, lanes } = pictureOf(pathway.flow, pathway.words, slide, t('pathway.or'))
  return {
    first: first.map((way) => t('training.pathway-first', way)),
    lanes: lanes.map(({ title, note, steps }) => ({
      title,
      note,
      steps: steps.map(({ when, text, stop, services }) => ({
        text: when ? t('training.pathway-when', { when, text }) : text,
        stop,
        services,
      })),
    })),
  }
}

/** The first step of each lane, then the second …; null where a lane has ended. */
export const lanesInRows = ({ lanes }: PathwayShown): (string | null)[][] =>
  Array.from({ length: Math.max(...lanes.map(({ steps }) => steps.length)) }, (_, row) =>
    lanes.map(({ steps }) => steps[row]?.text ?? null),
  )

/** People to be written in, each with a name and a number: the organisation's own lead stands there already. `blank`: what is to be filled. */
export const contactsOn = ({ rows, lead }: Of<'contacts'>, blank: string): string[][] =>
  rows.map((who, n) => (n === 0 && lead ? [who, lead.name, lead.number] : [who, blank, blank]))

/** What someone who reads alone has of a slide that a picture carries: words, then things with what is said of each, then words again. */
export type Reading = {
  drawing: (PictureOn & { spots: readonly { x: number; y: number }[] }) | null
  above: readonly string[]
  /** `ordered`: each is called by its number. */
  items: { ordered: boolean; rows: readonly { name: string | null; text: string }[] } | null
  columns: readonly { title: string; points: readonly string[] }[]
  below: readonly string[]
}
export type PictureOn = { drawing: string; alt: string }

type Pictured = Of<'part' | 'idea' | 'tiles' | 'spot' | 'diagram' | 'number' | 'danger' | 'rules' | 'steps' | 'talk'>

const nothing: Reading = { drawing: null, above: [], items: null, columns: [], below: [] }
/** A name that a sentence follows: it has a full stop, or the mark that it ends with ("Under 18?"). */
const ended = (name: string): string => (/[.?!]$/.test(name) ? name : `${name}.`)
const listed = (rows: readonly { name?: string; text: string }[], ordered = false): Reading['items'] => ({
  ordered,
  rows: rows.map(({ name, text }) => ({ name: name ? ended(name) : null, text })),
})

export const readingOf = (pack: Pack, t: FormatText, slide: Pictured): Reading => {
  const drawing = 'drawing' in slide ? { drawing: slide.drawing, alt: slide.alt, spots: slide.type === 'spot' ? slide.spots : [] } : null
  const of = { ...nothing, drawing }
  switch (slide.type) {
    case 'part':
    case 'idea':
      return { ...of, above: [slide.lead] }
    case 'tiles':
      return { ...of, items: listed(tilesOn(pack, slide).map(({ name, line }) => ({ name, text: line }))), below: some(slide.below) }
    case 'spot':
      return { ...of, above: [slide.lead, slide.task], items: listed(slide.spots, true), below: [slide.act] }
    case 'diagram':
      return { ...of, items: listed(slide.things), below: [slide.below] }
    case 'number':
      return { ...of, above: [slide.number, ...slide.lines], below: [sourceOf(pack, t, [slide.figure])] }
    case 'danger':
      return { ...of, above: [slide.text], items: listed(slide.points.map((text) => ({ text }))), below: some(slide.note) }
    case 'rules':
      return {
        ...of,
        columns: [
          { title: t('training.do'), points: slide.do.map(({ text }) => text) },
          { title: t('training.dont'), points: slide.dont },
        ],
      }
    case 'steps':
      return {
        ...of,
        items: listed(
          slide.steps.map(({ title, text }) => ({ name: title, text })),
          true,
        ),
        below: [slide.bar],
      }
    case 'talk':
      return { ...of, items: listed(slide.bubbles.map(({ when, text }) => ({ name: when, text }))) }
  }
}

const some = (text: string | undefined): string[] => (text ? [text] : [])

/** Tiles with their names: those of kinds of exploitation are the pack's. */
export const tilesOn = (pack: Pack, { tiles }: Of<'tiles'>): (PictureOn & { name: string; line: string })[] =>
  tiles.map(({ kind, name, ...tile }) => ({ ...tile, name: name ?? pack.types.find(({ id }) => id === kind)?.name ?? '' }))

/** Where figures come from, each source once. */
export const sourceOf = (pack: Pack, t: FormatText, figures: readonly string[]): string =>
  [
    ...new Set(
      named(pack.figures, figures).map(({ source, source_date: date }) => {
        const title = pack.sources.find(({ id }) => id === source)?.title ?? source
        return date === 'unknown'
          ? t('campaigns.source', { source: title })
          : t('training.figures-from', { source: title, date: partialDate(date, t.locale) })
      }),
    ),
  ].join(' ')
