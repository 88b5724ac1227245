import { Blob, Face, Font, Buffer as Letters, shape } from 'harfbuzzjs'

/** Letters of a slide by their measures: sizes are points, lengths inches. */
export type Metrics = {
  /** Lines that a text takes in so wide a box, broken as a reader's program breaks it: at spaces. */
  lines(text: string, size: number, bold: boolean, width: number): number
  /** Width of a text on one line. */
  width(text: string, size: number, bold: boolean): number
  /** Height of one line. */
  line(size: number): number
}

type FontFiles = { regular: Uint8Array; bold: Uint8Array }

/** Measures with the files of a family. */
export const metricsOf = ({ regular, bold }: FontFiles): Metrics => {
  const [thin, thick] = [face(regular), face(bold)]
  const width = (text: string, size: number, heavy: boolean): number => ((heavy ? thick : thin).width(text) * size) / 72
  return {
    width,
    line: (size) => (Math.max(thin.height, thick.height) * size) / 72,
    lines: (text, size, heavy, room) => {
      let lines = 1
      let used = 0
      const space = width(' ', size, heavy)
      for (const word of text.split(/[ \n]+/)) {
        const wide = width(word, size, heavy)
        if (used && used + space + wide > room) {
          lines += 1
          used = wide
        } else used += (used ? space : 0) + wide
        // A word wider than its box is broken by letters.
        if (used > room) lines += Math.ceil(used / room) - 1
      }
      return lines
    },
  }
}

/** Of a font: height of its line and width of words, in ems. */
const face = (file: Uint8Array) => {
  const of = new Face(new Blob(Uint8Array.from(file).buffer))
  const font = new Font(of)
  const known = new Map<string, number>()
  const { ascender, descender, lineGap } = font.hExtents()
  return {
    height: (ascender - descender + lineGap) / of.upem,
    width: (text: string): number => {
      const before = known.get(text)
      if (before !== undefined) return before
      const letters = new Letters()
      letters.addText(text)
      letters.guessSegmentProperties()
      shape(font, letters)
      const wide = letters.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0) / of.upem
      known.set(text, wide)
      return wide
    },
  }
}
