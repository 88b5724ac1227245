import { escaped } from '../../shared/office/xml.ts'
import type { Note } from './deck.ts'
import { type Filled, indent, type Paragraph } from './drawn.ts'
import { type Box, type Foot, footAt, leading, type Place, type Role } from './layouts.ts'
import { schemeOf } from './theme.ts'

/** English Metric Units: 914,400 an inch (ECMA-376 part 1, 20.1.2.1). */
export const emu = (inches: number): number => Math.round(inches * 914_400)

const hundredths = (points: number): number => Math.round(points * 100)

export const frame = ({ x, y, w, h }: Box): string =>
  `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm>`

export const solid = (role: Role): string => {
  const scheme = schemeOf(role)
  return `<a:solidFill>${scheme ? `<a:schemeClr val="${scheme}"/>` : '<a:srgbClr val="FFFFFF"/>'}</a:solidFill>`
}

const disc =
  '<a:buClr><a:schemeClr val="accent2"/></a:buClr><a:buSzPct val="135000"/><a:buFont typeface="Arial"/><a:buChar char="&#x25CF;"/>'

/** How text of a place looks, for its layout: what a slide does not say again. */
export const placeStyle = ({ size, bold, colour, marks, above }: Place): string => {
  const hanging = marks === 'discs' ? ` marL="${emu(indent)}" indent="-${emu(indent)}"` : ' marL="0" indent="0"'
  return `<a:lvl1pPr${hanging} algn="l"><a:lnSpc><a:spcPct val="${leading * 100_000}"/></a:lnSpc><a:spcBef><a:spcPts val="${hundredths(above)}"/></a:spcBef>${
    marks === 'discs' ? disc : '<a:buNone/>'
  }<a:defRPr sz="${hundredths(size)}" b="${bold ? 1 : 0}">${solid(colour)}</a:defRPr></a:lvl1pPr>`
}

/** A face that every program has, with a plain zero. */
export const digitsFamily = 'Arial'

/** A number to call, kept on one line. */
export const number = /((?<!\d)\d+(?:\u00a0\d+)+)/

/** A paragraph of a place, as little formatted as can be. The first has nothing above it, whatever its layout says. */
export const paragraphXml = (
  { lead, text, bold, mark }: Paragraph,
  { place, size, above, paragraphs }: Filled,
  language: string,
  first: boolean,
): string => {
  const plain = mark === 'none' && place.marks !== 'none' ? ' marL="0" indent="0"' : ''
  const before = first ? 0 : above
  const space = first || before !== place.above ? `<a:spcBef><a:spcPts val="${hundredths(before)}"/></a:spcBef>` : ''
  const own = `${space}${plain ? '<a:buNone/>' : ''}`
  const properties = own || plain ? `<a:pPr${plain}>${own}</a:pPr>` : ''
  const run = (heavy: boolean): string =>
    `lang="${language}"${size === place.size ? '' : ` sz="${hundredths(size)}"`}${heavy && !place.bold ? ' b="1"' : ''}`
  // LibreOffice gives what follows a run with a face of its own that face too, unless it names the theme's.
  const others = paragraphs.some((one) => number.test(`${one.lead ?? ''} ${one.text}`)) ? '<a:latin typeface="+mn-lt"/>' : ''
  const runs = (said: string, heavy: boolean): string[] =>
    said.split(number).flatMap((part, n) => {
      const face = n % 2 ? `<a:latin typeface="${digitsFamily}"/>` : others
      return part ? `<a:r><a:rPr ${run(heavy)}${face ? `>${face}</a:rPr>` : '/>'}<a:t>${escaped(part)}</a:t></a:r>` : []
    })
  return `<a:p>${properties}${[...(lead ? runs(`${lead} `, true) : []), ...runs(text, bold)].join('')}</a:p>`
}

/** A paragraph of the speaker's notes. */
export const noteXml = ({ kind, text }: Note, language: string): string => {
  const item = '<a:pPr marL="171450" indent="-171450"><a:buFont typeface="Arial"/><a:buChar char="&#x2022;"/></a:pPr>'
  return `<a:p>${kind === 'item' ? item : ''}<a:r><a:rPr lang="${language}"${kind === 'heading' ? ' b="1"' : ''}/><a:t>${escaped(text)}</a:t></a:r></a:p>`
}

/** Places that stand on every slide: the foot, and the number of the slide. `at`: with their frame, as a layout has them. */
export const footXml = ({
  foot,
  look,
  ids,
  at,
  language,
  number,
}: {
  foot: string
  look: Foot
  ids: [number, number]
  at: boolean
  language: string
  number: string
}): string => {
  const { size } = footAt
  const { x, y, h } = look
  const style = (align: 'l' | 'r') =>
    at
      ? `<a:lstStyle><a:lvl1pPr algn="${align}"><a:defRPr sz="${hundredths(size)}">${solid(look.colour)}</a:defRPr></a:lvl1pPr></a:lstStyle>`
      : '<a:lstStyle/>'
  const body = at
    ? '<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:normAutofit/></a:bodyPr>'
    : '<a:bodyPr/>'
  const shape = (id: number, name: string, type: string, index: number, box: Box, text: string, align: 'l' | 'r') =>
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${type}" sz="quarter" idx="${index}"/></p:nvPr></p:nvSpPr><p:spPr>${
      at ? `${frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` : ''
    }</p:spPr><p:txBody>${body}${style(align)}<a:p>${text}</a:p></p:txBody></p:sp>`
  return (
    shape(
      ids[0],
      'Footer',
      'ftr',
      11,
      { x, y, w: look.width, h },
      `<a:r><a:rPr lang="${language}"/><a:t>${escaped(foot)}</a:t></a:r>`,
      'l',
    ) +
    shape(
      ids[1],
      'Slide number',
      'sldNum',
      12,
      { w: footAt.number.w, x: look.number - footAt.number.w, y, h },
      `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="${language}"/><a:t>${number}</a:t></a:fld>`,
      'r',
    )
  )
}
