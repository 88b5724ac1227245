import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { renderSVG } from 'uqr'
import { PressFault, type Tools } from '../kind.ts'
import { letterFault, textsIn } from '../letters.ts'
import type { Output } from '../output.ts'
import type { Setting } from './edition.ts'
import { look } from './look.ts'

/** One compiler for as long as the fonts are the same: reading them takes longer than a sheet. */
let kept: { fonts: Tools['fonts']; compiler: NodeCompiler } | undefined

const compilerFor = (fonts: Tools['fonts']): NodeCompiler => {
  if (kept?.fonts !== fonts)
    kept = { fonts, compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] }) }
  return kept.compiler
}

/** What every sheet has. `title` is the document's own, in its language; `address` is printed as a code to scan. */
type Sheet = { setting: Setting; title?: string; address?: string }

/** What Typst says it found: the binding puts it into the code of the error, as its own debug text. */
const reasonOf = (fault: unknown): string => {
  const { code, message } = fault as { code?: string; message?: string }
  const told = code || message || String(fault)
  return [...told.matchAll(/message: "(.*?)", (?:trace|hints)/g)].map(([, text]) => text).join('. ') || told
}

/** Its errors name no text of the pack: that is found here, from what they say and from what was to be printed. */
const faultOf = (output: string, fault: unknown, data: Sheet): PressFault => {
  const reason = reasonOf(fault)
  const { setting, ...own } = data
  const texts = [...textsIn(own), ...textsIn(setting)]
  const letter = /the text `\\*"(.+?)\\*"` could not be displayed/u.exec(reason)?.[1]
  if (letter) return letterFault(output, letter, texts.find((text) => text.includes(letter)) ?? letter)
  const [, tooLong] = /does not fit its place: (.+)$/s.exec(reason) ?? []
  if (tooLong) return tooMuch(output, 'a text does not fit its place', texts.find((text) => text.startsWith(tooLong)) ?? tooLong)
  const [, least] = /does not fit, even at ([\d.]+)pt/.exec(reason) ?? []
  if (least) {
    const longest = textsIn(own).reduce((a, b) => (b.length > a.length ? b : a), '')
    return tooMuch(output, `its text does not fit on the sheet, even at ${least} points; this is the longest of it`, longest)
  }
  return new PressFault(output, reason)
}

const tooMuch = (output: string, why: string, about: string): PressFault => new PressFault(output, why, { about, instead: 'Shorten it.' })

/** Letters in a row that the narrowest column still holds at the size at which it is set; a longer word would run out of it. */
const longest = 30

/** Only what is read: where a link leads may be long, and an address is broken at its strokes. */
const holdToWords = (output: string, { setting: _, ...data }: Sheet): void => {
  for (const text of readIn(data)) {
    const word = text.match(/[\p{L}\p{M}\p{N}]+/gu)?.find((one) => [...one].length > longest)
    if (word) throw tooMuch(output, `a word of ${[...word].length} letters runs out of its column; ${longest} are sure to fit`, text)
  }
}
const readIn = (value: unknown): string[] =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value).flatMap(([name, inner]) => (name === 'a' || name === 'address' ? [] : readIn(inner)))
    : Array.isArray(value)
      ? value.flatMap(readIn)
      : textsIn(value)

/**
 * Sets a sheet as PDF/UA-1 (ISO 14289-1), which Typst holds to: a picture without words, a heading level left out, a letter that no font has are
 * faults. The words come as data, so none of their letters is read as markup.
 */
export const setPdf = ({ id, title, date, data }: Output<Sheet>, { fonts }: Tools, layout: string): Uint8Array => {
  holdToWords(id, data)
  const compiler = compilerFor(fonts)
  const code = data.address ? renderSVG(data.address, { ecc: 'M', border: 0 }) : null
  const printed = JSON.stringify({ ...data, documentTitle: data.title ?? title, date, code })
  try {
    return compiler.pdf(
      {
        mainFileContent: look + layout,
        inputs: { data: printed },
      },
      { pdfStandard: 'ua-1', creationTimestamp: Date.parse(date) / 1000 },
    )
  } catch (fault) {
    throw faultOf(id, fault, data)
  } finally {
    compiler.evictCache(10)
  }
}
