import type { Document, Element } from '@xmldom/xmldom'
import type { Palette } from '../../../domain/brand/palette.ts'
import { all, append, children, escaped, fillWith, one, piece, remove } from '../../shared/office/xml.ts'
import type { Deck, LayoutName } from './deck.ts'
import type { Drawn } from './drawn.ts'
import { type Box, type Foot, layouts, type Place } from './layouts.ts'
import { footXml, frame, noteXml, paragraphXml, placeStyle } from './repair-shapes.ts'
import { schemeXml } from './theme.ts'

/** Number by which a place is called in its layout and on slides: the title has none (ECMA-376 part 1, 19.3.1.36). */
const indexOf = (places: readonly Place[], place: Place): number => 20 + places.indexOf(place)

/** The library calls places from 100 on, by their order among all that the layout draws. */
const called = (layout: LayoutName, shape: Element): Place | undefined => {
  const ph = all(shape, 'p:ph')[0]
  const { decor, places } = layouts[layout]
  return ph ? places[Number(ph.getAttribute('idx')) - 100 - decor.length] : undefined
}

const nameAs = (shape: Element, layout: LayoutName, place: Place, prompt: boolean): void => {
  const ph = one(shape, 'p:ph')
  for (const { name } of [...ph.attributes]) ph.removeAttribute(name)
  ph.setAttribute('type', place.type)
  if (place.type === 'body') ph.setAttribute('idx', String(indexOf(layouts[layout].places, place)))
  if (prompt) ph.setAttribute('hasCustomPrompt', '1')
  one(shape, 'p:cNvPr').setAttribute('name', place.type === 'title' ? 'Title' : 'Text')
  fillWith(one(shape, 'p:cNvSpPr'), '<a:spLocks noGrp="1"/>')
}

const footOf = (deck: Deck, { short }: Foot): string => (short ? deck.footShort : deck.foot)

/** Kinds of layout that programs know, so that a slide can move to another template (ECMA-376 part 1, 19.7.15). */
const kinds: Record<LayoutName, string> = {
  title: 'title',
  part: 'obj',
  idea: 'obj',
  half: 'objTx',
  beside: 'titleOnly',
  spot: 'objTx',
  wide: 'titleOnly',
  sky: 'titleOnly',
  dark: 'titleOnly',
  steps: 'titleOnly',
  question: 'titleOnly',
  road: 'titleOnly',
  end: 'titleOnly',
  points: 'obj',
  columns: 'twoTxTwoObj',
  story: 'objTx',
  ask: 'obj',
}

export const mendLayout = (document: Document, layout: LayoutName, deck: Deck): void => {
  one(document, 'p:sldLayout').setAttribute('type', kinds[layout])
  one(document, 'p:sldLayout').setAttribute('preserve', '1')
  for (const shape of all(document, 'p:sp')) {
    const place = called(layout, shape)
    if (!place) {
      one(shape, 'p:cNvPr').setAttribute('name', 'Decoration')
      continue
    }
    nameAs(shape, layout, place, true)
    fillWith(one(shape, 'p:spPr'), `${frame(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`)
    const [body, list, ...paragraphs] = children(one(shape, 'p:txBody'))
    if (!body || !list) throw new Error('a place without its text')
    for (const [name, value] of Object.entries({
      vert: 'horz',
      wrap: 'square',
      lIns: '0',
      tIns: '0',
      rIns: '0',
      bIns: '0',
      anchor: place.anchor,
    }))
      body.setAttribute(name, value)
    fillWith(body, '<a:normAutofit/>')
    fillWith(list, placeStyle(place))
    for (const paragraph of paragraphs.slice(1)) remove(paragraph)
    const text = place.type === 'title' ? deck.words.promptTitle : deck.words.promptText
    if (paragraphs[0]) fillWith(paragraphs[0], `<a:r><a:rPr lang="${deck.language}"/><a:t>${escaped(text)}</a:t></a:r>`)
  }
  append(
    one(document, 'p:spTree'),
    footXml({
      foot: footOf(deck, layouts[layout].foot),
      look: layouts[layout].foot,
      ids: [0, 0],
      at: true,
      language: deck.language,
      number: '‹#›',
    }),
  )
  tidy(document, deck)
}

/** The library escapes the name of a text as often as it is handed on. */
const unescaped = (name: string): string => {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  const once = name.replace(/&(amp|lt|gt|quot|apos);/g, (_all, sign: string) => signs[sign] ?? '')
  return once === name ? name : unescaped(once)
}

export const mendSlide = (document: Document, drawn: Drawn, deck: Deck, number: number): void => {
  one(document, 'p:cSld').removeAttribute('name')
  for (const shape of all(document, 'p:sp')) {
    const place = called(drawn.layout, shape)
    if (!place) continue
    const filled = drawn.filled.find((one) => one.place === place)
    if (!filled?.paragraphs.length) {
      remove(shape)
      continue
    }
    nameAs(shape, drawn.layout, place, false)
    fillWith(one(shape, 'p:spPr'), '')
    const words = filled.paragraphs.map((paragraph, n) => paragraphXml(paragraph, filled, deck.language, n === 0))
    fillWith(one(shape, 'p:txBody'), `<a:bodyPr/><a:lstStyle/>${words.join('')}`)
  }
  for (const properties of all(document, 'p:cNvPr')) properties.setAttribute('name', unescaped(properties.getAttribute('name') ?? ''))
  for (const properties of all(document, 'p:nvPr')) for (const list of all(properties, 'p:extLst')) remove(list)
  const placed = drawn.things.find((thing) => thing.as === 'table')
  for (const table of all(document, 'a:tblPr')) {
    table.setAttribute('firstRow', '1')
    if (placed?.table.named) table.setAttribute('firstCol', '1')
  }
  const tableFrame = all(document, 'p:graphicFrame').find((one) => all(one, 'a:tbl').length)
  if (tableFrame && placed) {
    const properties = one(tableFrame, 'p:cNvPr')
    properties.setAttribute('name', 'Table')
    properties.setAttribute('descr', placed.table.alt)
  }
  // Of several runs in a paragraph the library says for each again how the paragraph stands.
  for (const paragraph of all(document, 'a:p')) for (const again of all(paragraph, 'a:pPr').slice(1)) remove(again)
  const tails = drawn.things.flatMap((thing) => (thing.as === 'words' && thing.tail ? [{ ...thing, tail: thing.tail }] : []))
  all(document, 'a:prstGeom')
    .filter((shape) => shape.getAttribute('prst') === 'wedgeRoundRectCallout')
    .forEach((bubble, n) => {
      const of = tails[n]
      if (of) fillWith(one(bubble, 'a:avLst'), tailOf(of, of.tail))
    })
  for (const properties of all(document, 'p:pic').map((shape) => one(shape, 'p:cNvPr')))
    if (!properties.getAttribute('descr')) append(properties, decorative)
  const layout = layouts[drawn.layout]
  append(
    one(document, 'p:spTree'),
    footXml({
      foot: footOf(deck, layout.foot),
      look: layout.foot,
      ids: [0, 0],
      at: false,
      language: deck.language,
      number: String(number),
    }),
  )
  tidy(document, deck)
}

/** Where the tail of a bubble ends, in hundred-thousandths of its box from its middle (ECMA-376 part 1, 20.1.9.19), and how round it is. */
const tailOf = ({ x, y, w, h }: Box, tail: { x: number; y: number }): string =>
  [
    ['adj1', (tail.x - x - w / 2) / w],
    ['adj2', (tail.y - y - h / 2) / h],
    ['adj3', 0.12],
  ]
    .map(([name, value]) => `<a:gd name="${name}" fmla="val ${Math.round(Number(value) * 100_000)}"/>`)
    .join('')

/** Says nothing that the words beside it do not say: a screen reader passes over it ([MS-ODRAWXML] 2.24.3.5). */
const decorative =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'

/** What the master has no place for, a layout cannot inherit: title, text, foot and number. */
export const mendMaster = (document: Document, deck: Deck): void => {
  const tree = one(document, 'p:spTree')
  for (const shape of all(tree, 'p:sp')) remove(shape)
  const { places, foot } = layouts.points
  for (const place of places)
    append(
      tree,
      `<p:sp><p:nvSpPr><p:cNvPr id="0" name="${place.type === 'title' ? 'Title' : 'Text'}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${place.type}"${
        place.type === 'body' ? ' idx="1"' : ''
      }/></p:nvPr></p:nvSpPr><p:spPr>${frame(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="${place.anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang="${deck.language}"/><a:t>${escaped(
        place.type === 'title' ? deck.words.promptTitle : deck.words.promptText,
      )}</a:t></a:r></a:p></p:txBody></p:sp>`,
    )
  append(tree, footXml({ foot: deck.foot, look: foot, ids: [0, 0], at: true, language: deck.language, number: '‹#›' }))
  const [title, body] = places
  if (title) replaceFirst(one(document, 'p:titleStyle'), placeStyle(title))
  if (body) replaceFirst(one(document, 'p:bodyStyle'), placeStyle(body))
  for (const list of all(document, 'p:hf')) remove(list)
  if (!all(document, 'p:bg').length) {
    const [background] = piece(document, '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>')
    if (background) one(document, 'p:cSld').insertBefore(background, tree)
  }
  tidy(document, deck)
}

const replaceFirst = (style: Element, xml: string): void => {
  const [first] = all(style, 'a:lvl1pPr')
  const [made] = piece(style.ownerDocument as Document, xml)
  if (first && made) style.replaceChild(made, first)
}

export const mendNotes = (document: Document, drawn: Drawn, deck: Deck): void => {
  const body = all(document, 'p:sp').find((shape) => one(shape, 'p:ph').getAttribute('type') === 'body')
  if (!body) throw new Error('notes without a place for them')
  fillWith(one(body, 'p:txBody'), `<a:bodyPr/><a:lstStyle/>${drawn.notes.map((note) => noteXml(note, deck.language)).join('')}`)
  for (const list of all(document, 'p:extLst')) remove(list)
  tidy(document, deck)
}

export const mendNotesMaster = (document: Document, deck: Deck): void => {
  for (const field of all(document, 'a:fld')) if (field.getAttribute('type') === 'datetimeFigureOut') remove(field)
  for (const text of all(document, 'a:t')) if (/^[A-Z]/.test(text.textContent ?? '')) text.textContent = deck.words.promptText
  for (const list of all(document, 'p:extLst')) remove(list)
  tidy(document, deck)
}

export const mendTheme = (document: Document, name: string, palette: Palette): void => {
  one(document, 'a:theme').setAttribute('name', name)
  const scheme = one(document, 'a:clrScheme')
  scheme.setAttribute('name', name)
  one(document, 'a:fontScheme').setAttribute('name', name)
  fillWith(scheme, schemeXml(palette))
}

/** The list of notes masters stands before that of slides (ECMA-376 part 1, 19.2.1.26); notes are on A4. */
export const mendPresentation = (document: Document): void => {
  const root = one(document, 'p:presentation')
  root.insertBefore(one(document, 'p:notesMasterIdLst'), one(document, 'p:sldIdLst'))
  const size = one(document, 'p:sldSz')
  size.setAttribute('cx', '12192000')
  const notes = one(document, 'p:notesSz')
  notes.setAttribute('cx', '6858000')
  notes.setAttribute('cy', '9906000')
}

/** A bar chart has two axes; the library names three (ECMA-376 part 1, 21.2.2.16). */
export const mendChart = (document: Document, deck: Deck): void => {
  const axes = new Set(
    ['c:catAx', 'c:valAx', 'c:serAx', 'c:dateAx']
      .flatMap((name) => all(document, name))
      .map((axis) => one(axis, 'c:axId').getAttribute('val')),
  )
  for (const bars of all(document, 'c:barChart'))
    for (const id of children(bars).filter(({ tagName }) => tagName === 'c:axId')) if (!axes.has(id.getAttribute('val'))) remove(id)
  // The newest column is the one that is talked about; the frame tells it from the others without colour.
  for (const series of all(document, 'c:ser')) {
    const labels = all(series, 'c:dLbls')[0]
    const last = all(all(series, 'c:val')[0] as Element, 'c:pt').length - 1
    for (const point of piece(
      document,
      `<c:dPt><c:idx val="${last}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr><a:solidFill><a:schemeClr val="accent2"/></a:solidFill><a:ln w="44450"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln></c:spPr></c:dPt>`,
    ))
      if (labels && last > 0) series.insertBefore(point, labels)
  }
  for (const corners of all(document, 'c:roundedCorners')) corners.setAttribute('val', '0')
  tidy(document, deck)
}

/** One number for each thing of a slide; one language for all words; nothing of a spelling run that never was. */
const tidy = (document: Document, { language }: Deck): void => {
  all(document, 'p:cNvPr').forEach((properties, n) => {
    properties.setAttribute('id', String(n + 1))
  })
  for (const name of ['a:rPr', 'a:defRPr', 'a:endParaRPr'])
    for (const run of all(document, name)) {
      if (run.hasAttribute('lang') || name === 'a:endParaRPr') run.setAttribute('lang', language)
      run.removeAttribute('dirty')
    }
}
