import { Blob, Face } from 'harfbuzzjs'
import { PressFault } from './kind.ts'

/** Characters for which a font has a glyph, by its file. */
const known = new WeakMap<Uint8Array, ReadonlySet<number>>()

const glyphsOf = (font: Uint8Array): ReadonlySet<number> => {
  const before = known.get(font)
  if (before) return before
  const glyphs = new Set(new Face(new Blob(Uint8Array.from(font).buffer)).collectUnicodes())
  known.set(font, glyphs)
  return glyphs
}

/** Joiners, marks of direction and of variation: read, not drawn. Line ends too. */
const undrawn = /^(?:\p{Cf}|\p{Cc}|\p{Variation_Selector})$/u

/** The first letter of the texts that none of the fonts has, and the text in which it stands. */
const lackingIn = (texts: readonly string[], fonts: readonly Uint8Array[]): { letter: string; text: string } | null => {
  const has = fonts.map(glyphsOf)
  for (const text of texts)
    for (const letter of text)
      if (!undrawn.test(letter) && !has.some((glyphs) => glyphs.has(letter.codePointAt(0) ?? 0))) return { letter, text }
  return null
}

/** All texts of the data of an output, drawings left out. */
export const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.startsWith('<svg') ? [] : [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

/**
 * The Latin faces, regular and bold: what an Office file is held to. It carries no face, and a program that lacks a letter in one takes it
 * from another; so a name may have letters that Atkinson has not.
 */
export const latin = (fonts: readonly Uint8Array[]): readonly Uint8Array[] => fonts.slice(0, 4)

/** Throws a PressFault where a text has a letter that none of the fonts has: a reader would see an empty box, or another's letter. */
export const holdToGlyphs = (output: string, texts: readonly string[], fonts: readonly Uint8Array[]): void => {
  const lacking = lackingIn(texts, fonts)
  if (lacking) throw glyphFault(output, lacking.letter, lacking.text)
}

export const glyphFault = (output: string, letter: string, about: string): PressFault =>
  new PressFault(output, `none of its fonts has the character ${named(letter)}`, {
    about,
    letter,
    instead: 'Write it with other characters.',
  })

/** `"中" (U+4E2D)`. */
const named = (letter: string): string => `"${letter}" (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`
