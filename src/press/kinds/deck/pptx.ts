import { renderAsync } from '@resvg/resvg-js'
import library from 'pptxgenjs'
import { compose } from './compose.ts'
import { type Deck, layoutNames } from './deck.ts'
import { cell, type Drawn } from './drawn.ts'
import { layouts, type Role } from './layouts.ts'
import type { Metrics } from './metrics.ts'
import { repaired } from './repair.ts'
import { digitsFamily } from './repair-shapes.ts'
import { schemeOf } from './theme.ts'

export const family = 'Atkinson Hyperlegible Next'

/** Pixels across a drawing: sharp on a projector of 4K. */
const pixels = 1200

/**
 * The deck as PowerPoint: layouts, titles, text, tables and charts that an editor can change. The same deck gives the same bytes.
 * Throws TooMuchText.
 */
export const pptxOf = async (deck: Deck, metrics: Metrics): Promise<Buffer> => {
  const drawn = compose(deck, metrics)
  const file = new Library()
  file.layout = 'LAYOUT_WIDE'
  file.theme = { headFontFace: family, bodyFontFace: family }
  const colour = (role: Role): string => schemeOf(role) ?? deck.palette[role].slice(1).toUpperCase()
  for (const name of layoutNames) {
    const { background, decor, places } = layouts[name]
    file.defineSlideMaster({
      title: deck.words.layouts[name],
      background: { color: colour(background) },
      objects: [
        ...decor.map(({ fill, shape, ...box }) => ({
          text: { text: '', options: { ...box, shape, fill: { color: colour(fill) }, margin: 0 } },
        })),
        ...places.map(({ id, type, x, y, w, h, size, bold, colour: role, anchor }) => ({
          placeholder: {
            options: {
              ...{ name: id, type, x, y, w, h, fontSize: size, bold, color: colour(role), margin: 0 },
              valign: ({ t: 'top', ctr: 'middle', b: 'bottom' } as const)[anchor],
            },
            text: type === 'title' ? deck.words.promptTitle : deck.words.promptText,
          },
        })),
      ],
    })
  }
  const pictures = new Map<string, string>()
  for (const [name, svg] of Object.entries(deck.drawings)) pictures.set(name, await image(svg))
  for (const slide of drawn) {
    const made = file.addSlide({ masterName: deck.words.layouts[slide.layout] })
    made.hidden = slide.hidden
    draw(made, slide, colour, pictures)
  }
  const made = (await file.write({ outputType: 'nodebuffer' })) as Buffer
  return repaired(made, deck, drawn, deck.palette)
}

/** Its types are those of its CommonJS half; Node loads the other, whose default is the class. */
const Library = library as unknown as typeof library.default

const image = async (svg: string): Promise<string> => {
  const drawing = await renderAsync(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: pixels } })
  return `image/png;base64,${drawing.asPng().toString('base64')}`
}

/** Things in the order in which they are read: title, text, picture, table. */
const draw = (slide: library.default.Slide, drawn: Drawn, colour: (role: Role) => string, pictures: ReadonlyMap<string, string>): void => {
  // The words of places come with the repair; here each place is only taken.
  for (const { place } of drawn.filled) slide.addText(place.id, { placeholder: place.id })
  for (const { name, shape, fill, colour: role, size, bold, digits, text, ...box } of drawn.free)
    slide.addText(text, {
      ...box,
      objectName: name,
      shape: shape as library.default.ShapeType,
      ...(fill ? { fill: { color: colour(fill) } } : {}),
      color: colour(role),
      fontSize: size,
      bold,
      ...(digits ? { fontFace: digitsFamily } : {}),
      align: 'left',
      valign: fill || role === 'white' ? 'middle' : 'top',
      // Left, right, lower, upper: not the order that its types give.
      margin: fill ? [16, 0, 0, 0] : 0,
    })
  if (drawn.picture) {
    const { drawing, alt, ...box } = drawn.picture
    slide.addImage({ data: pictures.get(drawing) ?? '', altText: alt, objectName: drawing, ...box })
  }
  if (drawn.logo) {
    const { png, alt, x, y, w, h } = drawn.logo
    slide.addImage({ data: `image/png;base64,${png}`, altText: alt, objectName: alt, x, y, w, h })
  }
  if (drawn.table) table(slide, drawn.table, colour)
  if (drawn.chart) {
    const { name, bars, alt, x, y, w, h } = drawn.chart
    slide.addChart(
      'bar' as library.default.CHART_NAME,
      [{ name, labels: bars.map(({ label }) => label), values: bars.map(({ value }) => value) }],
      {
        ...{ x, y, w, h, altText: alt, barDir: 'bar', chartColors: [colour('deep')], showValue: true, valAxisHidden: true },
        ...{ catAxisLabelFontSize: 18, dataLabelFontSize: 18, dataLabelFormatCode: '#,##0', catAxisOrientation: 'maxMin' as 'minMax' },
        ...{ catAxisLabelFontFace: family, dataLabelFontFace: family, valGridLine: { style: 'none' } },
      },
    )
  }
}

const table = (
  slide: library.default.Slide,
  { table: { head, rows, widths, alt, named }, size, rows: heights, x, y, w }: NonNullable<Drawn['table']>,
  colour: (role: Role) => string,
): void => {
  const none: library.default.BorderProps = { type: 'none' }
  const rule: library.default.BorderProps = { type: 'solid', pt: 1, color: colour('edge') }
  const common = { fontSize: size, valign: 'middle', margin: [cell.y, cell.x, cell.y, cell.x] } as const
  slide.addTable(
    [
      head.map((text) => ({
        text,
        options: {
          ...common,
          bold: true,
          color: colour('white'),
          fill: { color: colour('deep') },
          border: [none, none, none, none] as const,
        },
      })),
      ...rows.map((cells) =>
        cells.map((text, n) => ({
          text,
          options: {
            ...common,
            bold: named && n === 0,
            color: colour('ink'),
            border: [none, none, rule, none] as const,
          },
        })),
      ),
    ] as unknown as library.default.TableRow[],
    { x, y, w, colW: widths.map((part) => part * w), rowH: [...heights], objectName: alt },
  )
}
