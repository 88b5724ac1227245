import type { Palette } from '../../../domain/brand/palette.ts'
import type { Frame } from './frame.ts'

/** Daylight, hills, the post of a footpath sign, and the drawing on the ground: the look of the pages. `words`: as Typst laid them. */
export const sceneOf = (
  { width, height, scale, margin, board, drawing: [x, y, w, h], foot }: Frame,
  p: Palette,
  drawing: string,
  words: string,
): string => {
  const px = (length: number) => Math.round(length * scale)
  // A drawing brings ground of its own, the lowest sixth of it: here the ground rises to meet it.
  const near = foot - Math.round(h / 6)
  const far = near - px(30)
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${[
    `<path fill="${p.sky}" d="M0 0h${width}v${height}H0z"/>`,
    `<path fill="${p.post}" d="M0 ${far}C${width * 0.2} ${far - px(80)} ${width * 0.42} ${far - px(76)} ${width * 0.58} ${far - px(24)}S${width * 0.88} ${far} ${width} ${far - px(34)}V${foot}H0z"/>`,
    `<path fill="${p.ground}" d="M0 ${near + px(24)}C${x * 0.3} ${near - px(20)} ${x * 0.6} ${near} ${x} ${near}H${width}V${foot}H0z"/>`,
    `<path fill="${p.deeper}" d="M0 ${foot}h${width}v${height - foot}H0zM${margin + px(14)} ${board - px(22)}h${px(22)}V${foot}h-${px(22)}z"/>`,
    drawing.replace('<svg', `<svg x="${x}" y="${y}" width="${w}" height="${h}"`),
    `<g transform="translate(${margin} ${foot + px(44)}) scale(${scale * 1.28})"><circle cx="32" cy="32" r="32" fill="${p.deep}"/><path fill="${p.paper}" d="M29 11h6v52h-6z"/><path fill="${p.sun}" d="M17 19h24l11 9-11 9H17z"/></g>`,
    // Typst counts in points; here one is a pixel.
    words.replace('<svg', '<svg x="0" y="0"').replace(/ width="[^"]*" height="[^"]*"/, ` width="${width}" height="${height}"`),
  ].join('')}</svg>`
}
