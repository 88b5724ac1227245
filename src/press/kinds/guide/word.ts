import { headOf, itemPieces } from '../../shared/course/word.ts'
import type { Piece, WordText } from '../../shared/word/text.ts'
import type { GuideData } from './data.ts'

/** The facilitator's guide for Word: run sheet, each slide, then the sheets to print and write on. */
export const guideText = (data: GuideData, date: string): WordText => {
  const { words, attendance, evaluation } = data
  const labelled = (word: string, text: GuideData['parts'][number]['slides'][number]['say']): Extract<Piece, { as: 'text' }> => ({
    as: 'text',
    runs: [{ b: `${word}: ` }, ...text],
  })
  return {
    ...headOf(data, date),
    pieces: [
      { as: 'heading', level: 1, text: words.run },
      {
        as: 'table',
        alt: words.run,
        head: [words.begins, words.ends, words.part, words.slides, words.late],
        rows: data.run.map((row) => [row.begins, row.ends, row.title, row.slides, row.late ?? '–']),
        widths: [0.13, 0.11, 0.27, 0.12, 0.37],
      },
      { as: 'heading', level: 1, text: words.prepare },
      { as: 'list', items: data.prepare },
      { as: 'heading', level: 1, text: words.asked },
      { as: 'list', items: data.asked },
      ...data.parts.flatMap((part): Piece[] => [
        { as: 'heading', level: 1, text: part.title, drawing: { svg: part.drawing, alt: part.title } },
        { as: 'text', runs: [part.lead], look: 'lead' },
        ...part.slides.flatMap((slide): Piece[] => [
          { as: 'heading', level: 2, text: slide.title },
          { as: 'text', runs: [slide.at], look: 'quiet' },
          ...(slide.do ? [labelled(words.do, [slide.do])] : []),
          labelled(words.say, slide.say),
          ...slide.asked.flatMap(({ ask, expect }): Piece[] => [
            { ...labelled(words.ask, [{ b: ask }]), next: true },
            { as: 'text', runs: [{ b: `${words.expect}:` }], next: true },
            { as: 'list', items: expect },
          ]),
          ...(slide.care.length
            ? [
                { as: 'text' as const, runs: [{ b: `${words.care}:` }], next: true },
                { as: 'list' as const, items: slide.care },
              ]
            : []),
          ...(slide.item ? itemPieces(slide.item, words.right, labelled(words.ask, [{ b: slide.item.question }])) : []),
        ]),
      ]),
      { as: 'heading', level: 1, text: attendance.title, page: true },
      { as: 'text', runs: [attendance.note] },
      ...[attendance.event, attendance.counted]
        .filter(({ length }) => length)
        .map(
          (row): Piece => ({
            as: 'table',
            alt: row.join(', '),
            head: row,
            rows: [row.map(() => '')],
            widths: row.map(() => 1 / row.length),
            height: 26,
          }),
        ),
      ...(attendance.columns.length
        ? [
            {
              as: 'table' as const,
              alt: attendance.note,
              head: attendance.columns,
              rows: lines(14, attendance.columns),
              widths: attendance.columns.map(() => 1 / attendance.columns.length),
              height: 26,
            },
          ]
        : []),
      { as: 'heading', level: 1, text: evaluation.title, page: true },
      { as: 'text', runs: [evaluation.note] },
      ...[evaluation.before, evaluation.after].flatMap((when): Piece[] => [
        { as: 'text', runs: [{ b: when }] },
        { as: 'text', runs: [evaluation.question] },
        {
          as: 'table',
          alt: when,
          head: evaluation.scale,
          rows: lines(1, evaluation.scale),
          widths: evaluation.scale.map(() => 1 / evaluation.scale.length),
          height: 26,
        },
      ]),
      ...evaluation.open.map(
        (question): Piece => ({ as: 'table', alt: question, head: [question], rows: lines(1, [question]), widths: [1], height: 58 }),
      ),
    ],
  }
}

/** Empty rows to write in. */
const lines = (count: number, columns: readonly string[]): string[][] => Array.from({ length: count }, () => columns.map(() => ''))
