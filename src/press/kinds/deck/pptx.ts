import { renderAsync } from '@resvg/resvg-js'
import library from 'pptxgenjs'
import { compose } from './compose.ts'
import { type Deck, layoutNames } from './deck.ts'
import { cell, type Drawn, type Free, insetsOf, type Tabled, type Thing } from './drawn.ts'
import { layouts, leading, type Role } from './layouts.ts'
import type { Metrics } from './metrics.ts'
import { repaired } from './repair.ts'
import { digitsFamily, number } from './repair-shapes.ts'
import { schemeOf } from './theme.ts'

export const family = 'Atkinson Hyperlegible Next'

/** Pixels for an inch of a drawing: sharp on a projector, and no heavier than that. */
const pixels = 180

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
  const shown = drawn.flatMap(({ behind, things }) => [...behind, ...things].flatMap((thing) => (thing.as === 'picture' ? [thing] : [])))
  for (const [name, svg] of Object.entries(deck.drawings)) {
    const widths = shown.flatMap(({ drawing, w }) => (drawing === name ? [w] : []))
    if (widths.length) pictures.set(name, await image(svg, Math.max(0.5, ...widths)))
  }
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

const image = async (svg: string, inches: number): Promise<string> => {
  const drawing = await renderAsync(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: Math.ceil(inches * pixels) } })
  return `image/png;base64,${drawing.asPng().toString('base64')}`
}

/** Things in the order in which they are read: a scene behind all, title and text of places, then what stands before them. */
const draw = (slide: library.default.Slide, drawn: Drawn, colour: (role: Role) => string, pictures: ReadonlyMap<string, string>): void => {
  for (const thing of drawn.behind) drawThing(slide, thing, colour, pictures)
  // The words of places come with the repair; here each place is only taken.
  for (const { place } of drawn.filled) slide.addText(place.id, { placeholder: place.id })
  for (const thing of drawn.things) drawThing(slide, thing, colour, pictures)
}

const drawThing = (
  slide: library.default.Slide,
  thing: Thing,
  colour: (role: Role) => string,
  pictures: ReadonlyMap<string, string>,
): void => {
  const { x, y, w, h } = thing
  const box = { x, y, w, h }
  switch (thing.as) {
    case 'words':
      drawWords(slide, thing, colour)
      return
    case 'picture':
      slide.addImage({ data: pictures.get(thing.drawing) ?? '', altText: thing.alt, objectName: thing.drawing, ...box })
      return
    case 'logo':
      slide.addImage({ data: `image/png;base64,${thing.logo.png}`, altText: thing.logo.alt, objectName: thing.logo.alt, ...box })
      return
    case 'table':
      table(slide, thing, colour)
      return
    case 'chart': {
      const { name, bars, alt } = thing.chart
      slide.addChart(
        'bar' as library.default.CHART_NAME,
        [{ name, labels: bars.map(({ label }) => label), values: bars.map(({ value }) => value) }],
        {
          ...{ ...box, altText: alt, barDir: 'col', barGapWidthPct: 22, showValue: true, valAxisHidden: true, valAxisMinVal: 0 },
          chartColors: [colour('deep')],
          ...{ catAxisLabelFontSize: 20, dataLabelFontSize: 20, dataLabelFontBold: true, dataLabelFormatCode: '#,##0' },
          ...{ catAxisLabelFontFace: family, dataLabelFontFace: family, dataLabelPosition: 'outEnd' },
          ...{
            valGridLine: { style: 'none' },
            catGridLine: { style: 'none' },
            dataLabelColor: colour('ink'),
            catAxisLabelColor: colour('ink'),
          },
        },
      )
    }
  }
}

const drawWords = (slide: library.default.Slide, free: Free, colour: (role: Role) => string): void => {
  const { name, shape, fill, line, colour: role, size, bold, align, anchor, digits, lead, text, corners, x, y, w, h } = free
  const [left, right] = insetsOf(free)
  const look = {
    ...{ x, y, w, h, objectName: name },
    shape: shape as library.default.ShapeType,
    ...(fill ? { fill: { color: colour(fill) } } : {}),
    ...(line ? { line: { color: colour(line.colour), width: line.width } } : {}),
    ...(corners
      ? {
          points: corners.map(({ x, y, moveTo, curve }) => ({
            x,
            y,
            ...(moveTo ? { moveTo } : {}),
            ...(curve ? { curve: { type: 'cubic' as const, ...curve } } : {}),
          })),
        }
      : {}),
  }
  const said = (part: string, heavy: boolean, last: boolean): library.default.TextProps[] => {
    const parts = part.split(number).flatMap((piece, n) => (piece ? [{ piece, ring: n % 2 === 1 }] : []))
    return parts.map(({ piece, ring }, n) => ({
      text: piece,
      options: {
        bold: heavy,
        ...(ring || digits ? { fontFace: digitsFamily } : {}),
        ...(last && n === parts.length - 1 ? { breakLine: true } : {}),
      },
    }))
  }
  slide.addText(
    text || lead
      ? [...(lead ? said(lead.above ? lead.text : `${lead.text} `, true, lead.above && text !== '') : []), ...said(text, bold, false)]
      : '',
    {
      ...look,
      color: colour(role),
      fontSize: size,
      align,
      valign: anchor,
      lineSpacingMultiple: leading,
      // Left, right, lower, upper: not the order that its types give.
      margin: [left * 72, right * 72, 0, 0],
    },
  )
}

const table = (
  slide: library.default.Slide,
  { table: { head, rows, widths, alt, named }, size, rows: heights, x, y, w }: Tabled,
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
