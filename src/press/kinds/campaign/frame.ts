import type { Picture } from '../../../domain/campaigns/network.ts'

/** Where things stand in a picture. All lengths in pixels from its top left corner. */
export type Frame = {
  width: number
  height: number
  /** By how much sizes of text differ from those of a picture of 1,080 by 1,080. */
  scale: number
  margin: number
  /** Top of the board of the day, which hangs on a post. */
  board: number
  /** Left edge, top, width and height of what the picture says. */
  words: readonly [x: number, y: number, width: number, height: number]
  drawing: readonly [x: number, y: number, width: number, height: number]
  /** Top of the band at the foot, which reaches to the lower edge. */
  foot: number
}

/** Tall pictures have the drawing under the words, wide ones beside them; beside boards it always stands. */
export const frameOf = ({ width, height, clear_top = 0, clear_bottom = 0 }: Picture, boards: boolean): Frame => {
  const wide = width > height * 1.2
  const scale = Math.min(width, height) / 1080
  const px = (length: number) => Math.round(length * scale)
  const margin = px(72)
  const foot = height - clear_bottom - px(170)
  const board = clear_top + px(64)
  const left = margin + px(58)
  const top = board + px(166)
  const drawn = Math.round(width * partOf(wide, boards, height / width))
  const tall = Math.round(drawn * 0.75)
  const between = px(34)
  const across = width - left - margin - (wide ? drawn + between : 0)
  return {
    width,
    height,
    scale,
    margin,
    board,
    words: [left, top, across, foot - top - between - (boards ? 0 : wide ? px(90) : tall)],
    drawing: [width - margin - drawn, foot - tall, drawn, tall],
    foot,
  }
}

/** How much of the width the drawing takes. */
const partOf = (wide: boolean, boards: boolean, slender: number): number => {
  if (wide) return 0.37
  if (boards) return slender > 1 ? 0.3 : 0.36
  return slender > 1.5 ? 0.58 : slender > 1 ? 0.52 : 0.4
}
