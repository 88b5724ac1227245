import { renderAsync } from '@resvg/resvg-js'
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  HeightRule,
  ImageRun,
  LeaderType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
  Table as WordTable,
} from 'docx'
import type { Block } from '../paper/markdown.ts'
import type { Run } from '../paper/runs.ts'
import { normalised } from './normalise.ts'
import { stylesOf } from './styles.ts'
import type { Piece, WordText } from './text.ts'

/** Twentieths of a point across the text of an A4 page with margins of 24 mm. */
const textWidth = convertMillimetersToTwip(210 - 2 * 24)

/** The document as Word opens it: styles, headings, lists, tables with a row of heads, contents. The same text gives the same bytes. */
export const docxOf = async (text: WordText): Promise<Buffer> => {
  const pictures = new Map<string, Buffer>()
  for (const svg of [
    ...(text.drawing ? [text.drawing.svg] : []),
    ...text.pieces.flatMap((piece) => (piece.as === 'heading' && piece.drawing ? [piece.drawing.svg] : [])),
  ])
    if (!pictures.has(svg))
      pictures.set(svg, (await renderAsync(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: 900 } })).asPng())
  const picture = ({ svg, alt }: Drawing, width: number): ImageRun =>
    new ImageRun({
      type: 'png',
      data: pictures.get(svg) ?? Buffer.alloc(0),
      transformation: { width, height: width * 0.75 },
      altText: { name: alt, title: '', description: alt },
    })
  const file = new Document({
    ...stylesOf(text),
    title: text.title,
    features: { updateFields: false },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) }, margin: margins },
        },
        headers: {
          default: new Header({ children: [new Paragraph({ style: 'Header', children: [new TextRun(text.head)] })] }),
          first: new Header({ children: [] }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: 'Footer',
                children: [new TextRun(text.foot), new TextRun(`  ${text.page} `), new TextRun({ children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
          first: new Footer({ children: [new Paragraph({ style: 'Footer', children: [new TextRun(text.foot)] })] }),
        },
        children: [
          ...(text.logo ? [new Paragraph({ children: [logo(text.logo)] })] : []),
          ...(text.above ?? []).flatMap((piece) => written(piece, text, picture)),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(text.title)] }),
          ...(text.lead ? [new Paragraph({ style: 'Lead', children: [new TextRun(text.lead)] })] : []),
          ...text.about.map((said) => new Paragraph({ children: [new TextRun(said)] })),
          ...(text.drawing
            ? [new Paragraph({ spacing: { before: 1200 }, alignment: AlignmentType.CENTER, children: [picture(text.drawing, 420)] })]
            : []),
          ...contentsOf(text),
          ...text.pieces.flatMap((piece, n) => written(piece, text, picture, n === 0)),
        ],
      },
    ],
  })
  return normalised(await Packer.toBuffer(file), text)
}

type Drawing = NonNullable<WordText['drawing']>

const contentsOf = ({ contents }: WordText): FileChild[] =>
  contents === null
    ? []
    : [
        new Paragraph({ style: 'ContentsTitle', pageBreakBefore: true, children: [new TextRun(contents)] }),
        new TableOfContents(contents, { hyperlink: true, headingStyleRange: '1-2', beginDirty: false, tabLeader: LeaderType.NONE }),
      ]

/** At most 260 by 110 points. */
const logo = ({ png, width, height, alt }: NonNullable<WordText['logo']>): ImageRun => {
  const scale = Math.min(260 / width, 110 / height)
  return new ImageRun({
    type: 'png',
    data: Buffer.from(png, 'base64'),
    transformation: { width: width * scale, height: height * scale },
    altText: { name: alt, title: '', description: alt },
  })
}

const mm = convertMillimetersToTwip
const margins = { top: mm(24), bottom: mm(24), left: mm(24), right: mm(24), header: mm(12), footer: mm(12), gutter: 0 }

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** `first`: it comes after the contents. */
const written = (piece: Piece, text: WordText, picture: (drawing: Drawing, width: number) => ImageRun, first = false): FileChild[] => {
  switch (piece.as) {
    case 'heading':
      return [
        new Paragraph({
          heading: headings[piece.level],
          ...(piece.page || (first && text.contents !== null) ? { pageBreakBefore: true, spacing: { before: 0 } } : {}),
          children: [new TextRun(piece.text)],
        }),
        ...(piece.drawing ? [new Paragraph({ keepNext: true, children: [picture(piece.drawing, 150)] })] : []),
      ]
    case 'text':
      return [
        new Paragraph({
          ...(piece.next ? { keepNext: true } : {}),
          ...(piece.look ? { style: { lead: 'Lead', quiet: 'Quiet', aside: 'Aside' }[piece.look] } : {}),
          children: runs(piece.runs),
        }),
      ]
    case 'blocks':
      return blocks(piece.blocks)
    case 'list':
      return piece.items.map(
        (item, n) => new Paragraph({ ...listed(piece.ordered ?? false, 0), keepNext: n + 1 < piece.items.length, children: plain(item) }),
      )
    case 'table':
      return [table(piece, text), new Paragraph({ style: 'Quiet', children: [] })]
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true, children: [] })]
  }
}

/** A number to ring stays on one line, in a face that every program has, with a plain zero. */
const plain = (text: string, bold = false): TextRun[] =>
  text
    .split(/((?<!\d)\d+(?: \d+)+)/)
    .flatMap((part, n) =>
      n % 2 ? new TextRun({ text: part.replaceAll(' ', '\u00a0'), font: 'Arial', bold }) : part ? new TextRun({ text: part, bold }) : [],
    )

const runs = (of: readonly Run[]): ParagraphChild[] =>
  of.flatMap((run): ParagraphChild | ParagraphChild[] => {
    if (typeof run === 'string') return plain(run)
    if ('b' in run) return plain(run.b, true)
    if ('n' in run) return plain(run.n)
    return new ExternalHyperlink({ link: run.a, children: [new TextRun({ text: run.t, style: 'Hyperlink' })] })
  })

/** The style of lists carries the mark, so that Word's own button for lists goes on with it. */
const listed = (ordered: boolean, level: number) =>
  ordered ? { numbering: { reference: 'steps', level } } : { style: 'ListBullet', numbering: { reference: 'points', level } }

const blocks = (of: readonly Block[], level = 0): Paragraph[] =>
  of.flatMap((block): Paragraph[] => {
    if ('h' in block) return [new Paragraph({ heading: HeadingLevel.HEADING_3, children: runs(block.runs) })]
    if ('p' in block) return [new Paragraph({ children: runs(block.p) })]
    return block.list.flatMap((item) =>
      item.flatMap((inner): Paragraph[] =>
        'p' in inner ? [new Paragraph({ ...listed(block.ordered, level), children: runs(inner.p) })] : blocks([inner], level + 1),
      ),
    )
  })

const table = ({ head, rows, widths, height }: Extract<Piece, { as: 'table' }>, { colours }: WordText): WordTable => {
  const fill = (colours.deep ?? '').slice(1)
  const rule = { style: BorderStyle.SINGLE, size: 6, color: (colours.edge ?? '').slice(1) }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const columns = widths.map((part) => Math.round(part * textWidth))
  const cell = (words: string, n: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: columns[n] ?? 0, type: WidthType.DXA },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } } : {}),
      children: [new Paragraph({ style: isHead ? 'TableHead' : 'TableText', children: isHead ? [new TextRun(words)] : plain(words) })],
    })
  return new WordTable({
    layout: TableLayoutType.FIXED,
    columnWidths: columns,
    width: { size: textWidth, type: WidthType.DXA },
    margins: { top: 80, bottom: 80, left: 110, right: 110 },
    borders: { top: rule, bottom: rule, left: none, right: none, insideHorizontal: rule, insideVertical: height ? rule : none },
    tableLook: { firstRow: true, noHBand: true, noVBand: true, firstColumn: false, lastColumn: false, lastRow: false },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((words, n) => cell(words, n, true)) }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            ...(height ? { height: { value: height * 20, rule: HeightRule.ATLEAST } } : {}),
            children: cells.map((words, n) => cell(words, n, false)),
          }),
      ),
    ],
  })
}
