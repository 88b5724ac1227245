import type { Slide } from '../../../domain/training/slide.ts'
import type { PackLocale } from '../../../format/locale.ts'
import { contactsOn, figuresOn, kindsOn, lanesInRows, pathwayOn, type Reading, readingOf, signsOn } from '../../../format/slide.ts'
import { displayOf } from '../paper/lines.ts'

/** `above` and `note`, below, say how to read it; `widths` are shares of the line. */
type PaperTable = {
  as: 'table'
  above: string | null
  head: readonly string[]
  widths: readonly number[]
  rows: readonly (readonly string[])[]
  note: string | null
}

/** Who, their name, their number: the longest number that may be entered stands on one line. */
const contactWidths = [0.21, 0.31, 0.48]

/** What a slide shows, for paper. */
export type PaperSlide =
  | { as: 'points'; points: readonly string[] }
  | { as: 'columns'; columns: readonly { title: string; points: readonly string[] }[] }
  | { as: 'terms'; terms: readonly (readonly [string, string])[] }
  | { as: 'boards'; boards: readonly { name: string; number: string }[] }
  | { as: 'story'; note: string; text: string; questions: readonly string[] }
  | PaperTable
  | { as: 'words'; text: string }
  /** Words, things with what is said of each, words again. */
  | { as: 'reading'; reading: Omit<Reading, 'drawing'> }

/** Null where the slide only opens something, or asks what the check at the end has. */
export const paperSlide = (locale: PackLocale, slide: Slide): PaperSlide | null => {
  const { pack, t } = locale
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
        head: [t('deck.contact'), t('deck.contact-name'), t('deck.contact-number')],
        widths: contactWidths,
        rows: contactsOn(slide, ''),
        note: null,
      }
    case 'columns':
      return { as: 'columns', columns: [slide.left, slide.right] }
    case 'signs':
      return { as: 'points', points: signsOn(pack, slide).map(({ text }) => text) }
    case 'kinds':
      return { as: 'terms', terms: kindsOn(pack, slide).map(({ name, summary }) => [name, summary]) }
    case 'numbers':
      return {
        as: 'boards',
        boards: slide.services.map((id) => ({
          name: pack.serviceWords.get(id)?.name ?? id,
          number: displayOf(locale, id),
        })),
      }
    case 'scenario':
      return { as: 'story', note: t('training.made-up'), text: slide.text, questions: slide.questions.map(({ ask }) => ask) }
    case 'picture':
      return { as: 'words', text: slide.caption }
    case 'figures': {
      const { rows, sources } = figuresOn(pack, t, slide)
      return {
        as: 'table',
        above: null,
        head: [t('deck.figure'), t('deck.count')],
        widths: [0.5, 0.5],
        rows: rows.map(({ label, said }) => [label, said]),
        note: `${slide.note} ${sources}`,
      }
    }
    case 'pathway': {
      const pathway = pathwayOn(pack, t, slide)
      return {
        as: 'table',
        above: null,
        head: pathway.lanes.map(({ title }) => title),
        widths: pathway.lanes.map(() => 1 / pathway.lanes.length),
        rows: lanesInRows(pathway).map((steps) => steps.map((step) => step ?? '')),
        note: pathway.first.join(' '),
      }
    }
    case 'idea':
    case 'tiles':
    case 'spot':
    case 'diagram':
    case 'number':
    case 'danger':
    case 'rules':
    case 'steps':
    case 'talk': {
      const { drawing: _, ...reading } = readingOf(pack, t, slide)
      return { as: 'reading', reading }
    }
    case 'part':
    case 'question':
    case 'confidence':
      return null
  }
}

/** What the index lists of a slide: kinds of exploitation, services, and terms of the glossary that its words name. */
export const indexedIn = ({ pack }: PackLocale, slide: Slide): string[] => {
  const text = JSON.stringify(slide).toLowerCase()
  const named = slide.type === 'tiles' ? slide.tiles.flatMap(({ kind }) => kind ?? []) : 'kinds' in slide ? slide.kinds : []
  const kinds = named.length ? pack.types.flatMap(({ id, name }) => (named.includes(id) ? [name] : [])) : []
  const services = 'services' in slide ? slide.services.flatMap((id) => pack.serviceWords.get(id)?.name ?? []) : []
  const terms = pack.glossary.flatMap(({ term, also }) =>
    [term, ...(also ?? [])].some((word) => new RegExp(`(?<![\\p{L}])${RegExp.escape(word.toLowerCase())}(?![\\p{L}])`, 'u').test(text))
      ? [term]
      : [],
  )
  return [...new Set([...kinds, ...services, ...terms])]
}
