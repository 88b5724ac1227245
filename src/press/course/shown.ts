import { partialDate } from '../../content/speech/when.ts'
import type { Slide } from '../../domain/training/slide.ts'
import type { Tongue } from '../paper/edition.ts'
import { displayOf } from '../paper/lines.ts'

/** What a slide shows, for paper. */
export type PaperSlide =
  | { as: 'points'; points: readonly string[] }
  | { as: 'columns'; columns: readonly { title: string; points: readonly string[] }[] }
  | { as: 'terms'; terms: readonly (readonly [string, string])[] }
  | { as: 'boards'; boards: readonly { name: string; number: string }[] }
  | { as: 'story'; note: string; text: string; questions: readonly string[] }
  /** `above` and `note`, below, say how to read it. */
  | { as: 'table'; above: string | null; head: readonly string[]; rows: readonly (readonly string[])[]; note: string | null }
  | { as: 'words'; text: string }

/** Null where the slide only opens something, or asks what the check at the end has. */
export const paperSlide = (tongue: Tongue, slide: Slide): PaperSlide | null => {
  const { pack, say } = tongue
  const named = <T extends { id: string }>(rows: readonly T[], ids: readonly string[]): T[] =>
    ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  switch (slide.type) {
    case 'title':
      return { as: 'words', text: slide.lead }
    case 'points':
    case 'end':
      return { as: 'points', points: slide.points }
    case 'contacts':
      return {
        as: 'table',
        above: slide.points.join(' '),
        head: [say('deck.contact'), say('deck.contact-name'), say('deck.contact-number')],
        rows: slide.rows.map((who, n) => (n === 0 && slide.lead ? [who, slide.lead.name, slide.lead.number] : [who, '', ''])),
        note: null,
      }
    case 'columns':
      return { as: 'columns', columns: [slide.left, slide.right] }
    case 'signs':
      return { as: 'points', points: named(pack.indicators, slide.signs).map(({ text }) => text) }
    case 'kinds':
      return { as: 'terms', terms: named(pack.types, slide.kinds).map(({ name, summary }) => [name, summary]) }
    case 'numbers':
      return {
        as: 'boards',
        boards: named(pack.services, slide.services).map(({ id, name }) => ({
          name: pack.serviceWords.get(id)?.name ?? name,
          number: displayOf(tongue, id),
        })),
      }
    case 'scenario':
      return { as: 'story', note: say('training.made-up'), text: slide.text, questions: slide.questions.map(({ ask }) => ask) }
    case 'picture':
      return { as: 'words', text: slide.caption }
    case 'figures': {
      const rows = slide.rows.map(({ label, figure }) => ({ label, figure: pack.figures.find(({ id }) => id === figure) }))
      const value = (figure: (typeof rows)[number]['figure']): string => {
        if (!figure || figure.value === 'unknown') return say('site.not-known')
        const shown = figure.value.toLocaleString('en-GB')
        return figure.unit === 'percent' ? say('training.percent', { value: shown }) : shown
      }
      const sources = rows.flatMap(({ figure }) => (figure ? [sourceLine(tongue, figure.source, figure.source_date)] : []))
      return {
        as: 'table',
        above: null,
        head: [say('press.counted'), say('press.count')],
        rows: rows.map(({ label, figure }) => [label, value(figure)]),
        note: [slide.note, ...new Set(sources)].join(' '),
      }
    }
    case 'pathway': {
      const longest = Math.max(...slide.lanes.map(({ steps }) => steps.length))
      return {
        as: 'table',
        above: null,
        head: slide.lanes.map(({ title }) => title),
        rows: Array.from({ length: longest }, (_, row) => slide.lanes.map(({ steps }) => steps[row]?.text ?? '')),
        note: slide.first.join(' '),
      }
    }
    case 'question':
    case 'confidence':
      return null
  }
}

const sourceLine = ({ pack, say }: Tongue, source: string, date: string): string => {
  const title = pack.sources.find(({ id }) => id === source)?.title ?? source
  return date === 'unknown'
    ? say('campaigns.source', { source: title })
    : say('training.figures-from', { source: title, date: partialDate(date) })
}

/** What the index lists of a slide: kinds of exploitation, services, and terms of the glossary that its words name. */
export const indexedIn = ({ pack }: Tongue, slide: Slide): string[] => {
  const text = JSON.stringify(slide).toLowerCase()
  const kinds = 'kinds' in slide ? pack.types.flatMap(({ id, name }) => (slide.kinds.includes(id) ? [name] : [])) : []
  const services = 'services' in slide ? slide.services.flatMap((id) => pack.serviceWords.get(id)?.name ?? []) : []
  const terms = pack.glossary.flatMap(({ term, also }) =>
    [term, ...(also ?? [])].some((word) => new RegExp(`(?<![\\p{L}])${RegExp.escape(word.toLowerCase())}(?![\\p{L}])`, 'u').test(text))
      ? [term]
      : [],
  )
  return [...new Set([...kinds, ...services, ...terms])]
}
