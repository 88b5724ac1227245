import type { PaperSlide } from '../../shared/course/shown.ts'
import { headOf, itemPieces } from '../../shared/course/word.ts'
import type { Piece, WordText } from '../../shared/word/text.ts'
import type { HandbookData } from './data.ts'

/** The handbook for Word: what the printed one says, in the same order. */
export const handbookText = (data: HandbookData, date: string): WordText => ({
  ...headOf(data, date),
  pieces: [
    ...data.parts.flatMap((part): Piece[] => [
      { as: 'heading', level: 1, text: part.title, drawing: { svg: part.drawing, alt: part.title } },
      { as: 'text', runs: [part.lead], look: 'lead' },
      ...part.slides.flatMap((slide): Piece[] => [
        { as: 'heading', level: 2, text: slide.title },
        { as: 'text', runs: [slide.at], look: 'quiet' },
        ...shownPieces(slide.shown, slide.title),
        { as: 'blocks', blocks: slide.blocks },
      ]),
      ...part.check.flatMap((item) => itemPieces(item, data.words.right, { as: 'heading', level: 2, text: item.question })),
    ]),
    ...(data.history.length
      ? [
          { as: 'heading', level: 1, text: data.words.history } as const,
          ...data.history.map(({ when, what, source }): Piece => ({ as: 'text', runs: [{ b: `${when}. ` }, `${what} ${source}`] })),
        ]
      : []),
    { as: 'heading', level: 1, text: data.words.sources },
    { as: 'list', items: data.sources },
  ],
})

const shownPieces = (shown: PaperSlide | null, title: string): Piece[] => {
  switch (shown?.as) {
    case 'points':
      return [{ as: 'list', items: shown.points }]
    case 'words':
      return [{ as: 'text', runs: [shown.text] }]
    case 'columns':
      return shown.columns.flatMap(({ title: of, points }): Piece[] => [
        { as: 'heading', level: 3, text: of },
        { as: 'list', items: points },
      ])
    case 'terms':
      return shown.terms.map(([term, means]): Piece => ({ as: 'text', runs: [{ b: `${term}. ` }, means] }))
    case 'boards':
      return shown.boards.map(({ name, number }): Piece => ({ as: 'text', runs: [{ b: number }, `  ${name}`] }))
    case 'story':
      return [
        { as: 'text', runs: [{ b: shown.note }], look: 'aside', next: true },
        { as: 'text', runs: [shown.text], look: 'aside' },
        { as: 'list', items: shown.questions },
      ]
    case 'reading': {
      const { above, items, columns, below } = shown.reading
      const line = (text: string): Piece => ({ as: 'text', runs: [text] })
      const rows = items?.rows ?? []
      return [
        ...above.map(line),
        ...(rows.some(({ name }) => name)
          ? rows.map(({ name, text }): Piece => ({ as: 'text', runs: [{ b: `${name ?? ''} ` }, text] }))
          : rows.length
            ? [{ as: 'list' as const, items: rows.map(({ text }) => text), ...(items?.ordered ? { ordered: true } : {}) }]
            : []),
        ...columns.flatMap(({ title: of, points }): Piece[] => [
          { as: 'heading', level: 3, text: of },
          { as: 'list', items: points },
        ]),
        ...below.map(line),
      ]
    }
    case 'table':
      return [
        ...(shown.above ? [{ as: 'text' as const, runs: [shown.above] }] : []),
        { as: 'table', alt: title, head: shown.head, rows: shown.rows, widths: shown.widths },
        ...(shown.note ? [{ as: 'text' as const, runs: [shown.note], look: 'quiet' as const }] : []),
      ]
    default:
      return []
  }
}
