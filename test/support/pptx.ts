/** Reads a deck back: what stands on each slide, where, how large and in which colours, by its own layout and theme. */
import type { Document, Element } from '@xmldom/xmldom'
import { type Parts, partsIn } from '../../src/press/shared/office/package.ts'
import { all, parseXml } from '../../src/press/shared/office/xml.ts'

/** Inches; sizes in points; colours as `#rrggbb`. */
export type ReadText = {
  name: string
  kind: string | null
  box: { x: number; y: number; w: number; h: number }
  paragraphs: { text: string; size: number; bold: boolean; indent: number; above: number; leading: number; languages: (string | null)[] }[]
  /** Of every run. */
  colours: string[]
  ground: string
}
export type ReadSlide = {
  path: string
  layout: string
  titles: string[]
  texts: ReadText[]
  tables: {
    name: string
    description: string | null
    firstRow: boolean
    rows: { height: number; cells: { text: string; size: number; colours: string[]; ground: string }[] }[]
    widths: number[]
    bottom: number
  }[]
  pictures: (string | null)[]
  charts: (string | null)[]
  /** Colours of what charts say, and of what they draw, each on the ground of the slide. */
  chartInks: { colour: string; ground: string; letters: boolean }[]
  notes: string[]
}
export type ReadDeck = { parts: Parts; slides: ReadSlide[]; layouts: string[] }

export const readDeck = (file: Uint8Array): ReadDeck => {
  const parts = partsIn(file)
  const paths = (pattern: RegExp) =>
    parts
      .paths()
      .filter((path) => pattern.test(path))
      .sort((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))
  return {
    parts,
    slides: paths(/^ppt\/slides\/slide\d+\.xml$/).map((path) => readSlide(parts, path)),
    layouts: paths(/^ppt\/slideLayouts\/slideLayout\d+\.xml$/),
  }
}

const document = (parts: Parts, path: string): Document => parseXml(parts.text(path))

const related = (parts: Parts, path: string, kind: string): string | null => {
  const rels = path.replace(/([^/]+)$/, '_rels/$1.rels')
  const target = all(document(parts, rels), 'Relationship')
    .find((one) => one.getAttribute('Type')?.endsWith(`/${kind}`))
    ?.getAttribute('Target')
  return target ? target.replace('..', 'ppt').replace(/^\//, '') : null
}

const emu = (element: Element | undefined, name: string): number => Number(element?.getAttribute(name) ?? Number.NaN) / 914_400
const textOf = (element: Element): string =>
  all(element, 'a:t')
    .map((t) => t.textContent ?? '')
    .join('')

/** Runs that have letters. */
const runsOf = (element: Element): Element[] => all(element, 'a:r').filter((run) => textOf(run).trim())
/** The fill that an element has itself, not one of what is in it. */
const fillOf = (own: Element | undefined): Element | undefined =>
  own && [...own.childNodes].find((node): node is Element => node.nodeName === 'a:solidFill')

const readSlide = (parts: Parts, path: string): ReadSlide => {
  const slide = document(parts, path)
  const layoutPath = related(parts, path, 'slideLayout') ?? ''
  const layout = document(parts, layoutPath)
  const theme = themeOf(parts)
  const ground = (theme.colour(all(layout, 'p:bg')[0]) ??
    theme.colour(all(document(parts, 'ppt/slideMasters/slideMaster1.xml'), 'p:bg')[0])) as string
  const placeOf = (ph: Element | undefined): Element | undefined =>
    ph &&
    all(layout, 'p:sp').find((shape) => {
      const other = all(shape, 'p:ph')[0]
      return other && other.getAttribute('type') === ph.getAttribute('type') && other.getAttribute('idx') === ph.getAttribute('idx')
    })
  const texts = all(slide, 'p:sp').map((shape): ReadText => {
    const ph = all(shape, 'p:ph')[0]
    const place = placeOf(ph)
    const [off, ext] = [
      all(shape, 'a:off')[0] ?? (place && all(place, 'a:off')[0]),
      all(shape, 'a:ext')[0] ?? (place && all(place, 'a:ext')[0]),
    ]
    const level = place && all(place, 'a:lvl1pPr')[0]
    const standard = level && all(level, 'a:defRPr')[0]
    const fill = fillOf(all(shape, 'p:spPr')[0])
    return {
      name: all(shape, 'p:cNvPr')[0]?.getAttribute('name') ?? '',
      kind: ph?.getAttribute('type') ?? null,
      box: { x: emu(off, 'x'), y: emu(off, 'y'), w: emu(ext, 'cx'), h: emu(ext, 'cy') },
      paragraphs: (all(shape, 'a:p').some(textOf) ? all(shape, 'a:p') : []).map((paragraph) => {
        const run = all(paragraph, 'a:rPr')[0]
        const properties = all(paragraph, 'a:pPr')[0]
        const space = (within: Element | undefined) =>
          within && all(within, 'a:spcBef')[0] && all(within, 'a:spcPts')[0]?.getAttribute('val')
        const apart = (within: Element | undefined) =>
          within && all(within, 'a:lnSpc')[0] && all(within, 'a:spcPct')[0]?.getAttribute('val')
        const lines = apart(properties) ?? apart(level)
        return {
          text: textOf(paragraph),
          size: Number(run?.getAttribute('sz') ?? standard?.getAttribute('sz')) / 100,
          bold: (run?.getAttribute('b') ?? standard?.getAttribute('b')) === '1',
          indent: emu(properties?.hasAttribute('marL') ? properties : level, 'marL') || 0,
          above: Number(space(properties) ?? space(level) ?? 0) / 100,
          leading: Number(lines ?? 100_000) / 100_000,
          languages: all(paragraph, 'a:rPr').map((one) => one.getAttribute('lang')),
        }
      }),
      colours: runsOf(shape).map((run) => (theme.colour(all(run, 'a:rPr')[0]) ?? theme.colour(standard)) as string),
      ground: theme.colour(fill) ?? ground,
    }
  })
  const notesPath = related(parts, path, 'notesSlide')
  const frames = all(slide, 'p:graphicFrame')
  const described = (frame: Element) => all(frame, 'p:cNvPr')[0]?.getAttribute('descr') ?? null
  const decorative = (picture: Element) => all(picture, 'adec:decorative')[0]?.getAttribute('val') === '1'
  return {
    path,
    layout: layoutPath,
    titles: texts.filter(({ kind }) => kind === 'title').map(({ paragraphs }) => paragraphs.map(({ text }) => text).join(' ')),
    texts,
    tables: frames
      .filter((frame) => all(frame, 'a:tbl').length)
      .map((frame) => ({
        name: all(frame, 'p:cNvPr')[0]?.getAttribute('name') ?? '',
        description: described(frame),
        firstRow: all(frame, 'a:tblPr')[0]?.getAttribute('firstRow') === '1',
        rows: all(frame, 'a:tr').map((row) => ({
          height: emu(row, 'h'),
          cells: all(row, 'a:tc').map((cell) => ({
            text: textOf(cell),
            size: Number(all(cell, 'a:rPr')[0]?.getAttribute('sz')) / 100,
            colours: runsOf(cell).map((run) => (theme.colour(all(run, 'a:rPr')[0]) ?? theme.text) as string),
            ground: theme.colour(fillOf(all(cell, 'a:tcPr')[0])) ?? ground,
          })),
        })),
        widths: all(frame, 'a:gridCol').map((column) => emu(column, 'w')),
        bottom: emu(all(frame, 'a:off')[0], 'y') + all(frame, 'a:tr').reduce((sum, row) => sum + emu(row, 'h'), 0),
      })),
    pictures: all(slide, 'p:pic')
      .filter((picture) => !decorative(picture))
      .map(described),
    chartInks: chartInks(parts, path, theme, ground),
    charts: frames.filter((frame) => all(frame, 'c:chart').length).map(described),
    notes: notesPath
      ? all(document(parts, notesPath), 'p:sp')
          .filter((shape) => all(shape, 'p:ph')[0]?.getAttribute('type') === 'body')
          .flatMap((shape) => all(shape, 'a:p').map(textOf))
      : [],
  }
}

const chartInks = (parts: Parts, slide: string, theme: Theme, ground: string): ReadSlide['chartInks'] => {
  const path = related(parts, slide, 'chart')
  if (!path) return []
  const chart = document(parts, path)
  const letters = all(chart, 'a:defRPr').concat(all(chart, 'a:rPr'))
  const bars = all(chart, 'c:ser').flatMap((series) => fillOf(all(series, 'c:spPr')[0]) ?? [])
  return [
    ...letters.map((one) => ({ colour: theme.colour(one) ?? theme.text, ground, letters: true })),
    ...bars.map((one) => ({ colour: theme.colour(one) ?? theme.text, ground, letters: false })),
  ]
}

/** Colours by the names that shapes call them by. */
const themeOf = (parts: Parts) => {
  const scheme = all(document(parts, 'ppt/theme/theme1.xml'), 'a:clrScheme')[0] as Element
  const called: Record<string, string> = { tx1: 'dk1', bg1: 'lt1', tx2: 'dk2', bg2: 'lt2' }
  const colour = (within: Element | undefined): string | null => {
    const plain = within && all(within, 'a:srgbClr')[0]?.getAttribute('val')
    if (plain) return `#${plain.toLowerCase()}`
    const name = within && all(within, 'a:schemeClr')[0]?.getAttribute('val')
    const value = name && all(scheme, `a:${called[name] ?? name}`)[0]
    return value ? `#${all(value, 'a:srgbClr')[0]?.getAttribute('val')?.toLowerCase()}` : null
  }
  return { colour, text: colour(all(scheme, 'a:dk1')[0]) ?? '#000000', ground: colour(all(scheme, 'a:lt1')[0]) ?? '#ffffff' }
}
type Theme = ReturnType<typeof themeOf>
