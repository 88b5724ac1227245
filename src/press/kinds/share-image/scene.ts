import type { Palette } from '../../../domain/brand/palette.ts'
import { type ShareImage, shareImageSize } from './data.ts'

const { width, height } = shareImageSize

/** Drawings name colours by role (`var(--sun)`), as in a page. */
const coloured = (svg: string, palette: Palette): string =>
  svg.replace(/var\(--([\w-]+)\)/g, (whole, role: string) => (palette as Record<string, string>)[role] ?? whole)

const daylight = (p: Palette): string => `<path fill="${p.sky}" d="M0 0h${width}v${height}H0z"/>`

/** Hills, and the board of a footpath sign on its post: the look of the pages. */
const hills = (p: Palette): string => `
<path fill="${p.post}" d="M0 478C190 416 430 414 640 458s390 26 560-22v194H0z"/>
<path fill="${p.ground}" d="M0 540C250 484 530 500 770 520s290-8 430-20v130H0z"/>
<path fill="${p.deeper}" d="M0 568h${width}v62H0zM150 128h22v440h-22z"/>
<path fill="${p.deep}" d="M72 144h992l72 114-72 114H72z"/>
<path fill="none" stroke="${p.paper}" stroke-width="3" d="M84 156h973l64 102-64 102H84z" opacity=".35"/>`

const mark = (p: Palette): string => `
<circle cx="104" cy="74" r="32" fill="${p.deep}"/><path fill="${p.paper}" d="M101 53h6v52h-6z"/><path fill="${p.sun}" d="M89 61h24l11 9-11 9H89z"/>`

const sun = (p: Palette): string => `<circle cx="980" cy="462" r="70" fill="${p.sun}"/>`

/** A drawing stands on the ground at the end of the picture: its own ground begins 100 of 120 down, and ends at the foot. */
const standing = (svg: string, p: Palette): string => coloured(svg, p).replace('<svg', '<svg x="868" y="379" width="252" height="189"')

/** The whole picture, the words laid over it. Right to left it is mirrored, but for the mark, the drawing and the words. */
export const sceneOf = ({ direction, drawing }: ShareImage, p: Palette, words: string): string => {
  const mirrored = (inner: string): string =>
    direction === 'rtl' ? `<g transform="translate(${width} 0) scale(-1 1)">${inner}</g>` : inner
  const moved = (inner: string, middle: number): string =>
    direction === 'rtl' ? `<g transform="translate(${width - 2 * middle} 0)">${inner}</g>` : inner
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${[
    daylight(p),
    // Where no drawing brings its own, the sun goes down behind the hill.
    drawing ? '' : mirrored(sun(p)),
    mirrored(hills(p)),
    drawing ? moved(standing(drawing, p), 994) : '',
    moved(mark(p), 104),
    // Typst counts in points; here one is a pixel.
    words.replace('<svg', `<svg x="0" y="0"`).replace(/ width="[^"]*" height="[^"]*"/, ` width="${width}" height="${height}"`),
  ].join('')}</svg>`
}
