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
export const isRead = ({ type }: Slide): boolean => type !== 'question' && type !== 'title'

/** Text that leads to what is shown stands before it; text about two lists, after them. */
export const readsFirst = ({ type }: Slide): boolean => type !== 'columns'

export type Counted = { label: string /** null: not known. */; value: number | null; said: string }

/** What was counted, each with its number as it is said, and where the numbers come from, each source once. */
export const figuresOn = (pack: Pack, t: FormatText, { rows }: Of<'figures'>): { rows: Counted[]; sources: string } => {
  const counted = rows.flatMap(({ label, figure }) => named(pack.figures, [figure]).map((one) => ({ label, ...one })))
  const sources = counted.map(({ source, source_date: date }) => {
    const title = pack.sources.find(({ id }) => id === source)?.title ?? source
    return date === 'unknown'
      ? t('campaigns.source', { source: title })
      : t('training.figures-from', { source: title, date: partialDate(date, t.locale) })
  })
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
    sources: [...new Set(sources)].join(' '),
  }
}

export type PathwayShown = {
  /** Sentences that come before all lanes. */
  first: string[]
  lanes: { title: string; steps: { text: string; services: readonly string[] }[] }[]
}

/** The pathway in the words of its flow; empty where a pack has none. */
export const pathwayOn = (pack: Pack, t: FormatText, slide: Of<'pathway'>): PathwayShown => {
  const pathway = pack.flows.get('pathway')
  if (!pathway) return { first: [], lanes: [] }
  const { first, lanes } = pictureOf(pathway.flow, pathway.words, slide, t('pathway.or'))
  return {
    first: first.map((way) => t('training.pathway-first', way)),
    lanes: lanes.map(({ title, steps }) => ({
      title,
      steps: steps.map(({ when, text, services }) => ({ text: when ? t('training.pathway-when', { when, text }) : text, services })),
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
