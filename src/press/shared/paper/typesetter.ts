import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { renderSVG } from 'uqr'
import { glyphFault, textsIn } from '../glyphs.ts'
import { PressFault, type Tools } from '../kind.ts'
import type { Output } from '../output.ts'
import type { Setting } from './edition.ts'
import look from './look.typ' with { type: 'text' }
import { type Cut, withPageBoxes } from './page-boxes.ts'

/** One compiler for as long as the fonts are the same: reading them takes longer than a sheet. */
let kept: { fonts: Tools['fonts']; compiler: NodeCompiler } | undefined

export const compilerFor = (fonts: Tools['fonts']): NodeCompiler => {
  if (kept?.fonts !== fonts)
    kept = { fonts, compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] }) }
  return kept.compiler
}

/** What every sheet has. `title` is the document's own, in its language; `address` is printed as a code to scan; `cut` is where a printer cuts. */
type Sheet = { setting: Setting; title?: string; address?: string; cut?: Cut }

/** What Typst says it found: the binding puts it into the code of the error, as its own debug text. */
export const reasonOf = (fault: unknown): string => {
  const { code, message } = fault as { code?: string; message?: string }
  const told = code || message || String(fault)
  return [...told.matchAll(/message: "((?:(?!message: ").)*?)", (?:trace|hints)/g)].map(([, text]) => text).join('. ') || told
}

/** Its errors name no text of the pack: that is found here, from what they say and from what was to be printed. */
const faultOf = (output: string, fault: unknown, data: Sheet): PressFault => {
  const reason = reasonOf(fault)
  const { setting, ...own } = data
  const texts = [...textsIn(own), ...textsIn(setting)]
  const letter = /the text `\\*"((?:(?!the text `).)+?)(?<!\\)\\*"` could not be displayed/u.exec(reason)?.[1]
  if (letter) return glyphFault(output, letter, texts.find((text) => text.includes(letter)) ?? letter)
  const [, over, found = ''] = /it is (\d+) mm too long for its place: (.+?)(?<!\\)\\*"?$/s.exec(reason) ?? []
  const tooLong = found.replaceAll('\u00ad', '')
  if (over)
    return tooMuch(output, `a text is ${over} mm too long for the space it has`, texts.find((text) => text.startsWith(tooLong)) ?? tooLong)
  const [, least] = /does not fit, even at ([\d.]+)pt/.exec(reason) ?? []
  if (least) {
    const longest = textsIn(own).reduce((a, b) => (b.length > a.length ? b : a), '')
    return tooMuch(output, `the text does not fit on the sheet, even at ${least} points. This is the longest part of it`, longest)
  }
  return new PressFault(output, reason)
}

const tooMuch = (output: string, why: string, about: string): PressFault => new PressFault(output, why, { about, instead: 'Shorten it.' })

/** A word of more letters than this may be wider than its column; no English word that is likely here has as many. */
const longest = 20
const longWord = new RegExp(`[\\p{L}\\p{M}]{${longest + 1},}`, 'gu')

/** Long words may be parted, at a hyphen that shows only there. Not in addresses and pictures: they are no words to read. */
const parted = (value: unknown): unknown => {
  if (typeof value === 'string')
    return value.startsWith('<svg') ? value : value.replace(longWord, (word) => word.match(/.{1,6}/gsu)?.join('\u00ad') ?? word)
  if (Array.isArray(value)) return value.map(parted)
  if (!value || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === 'a' || name === 'address' || name === 'png' ? inner : parted(inner)]),
  )
}

/**
 * Sets a sheet as PDF/UA-1 (ISO 14289-1), which Typst holds to: a picture without words, a heading level left out, a letter that no font has are
 * faults. The words come as data, so none of their letters is read as markup.
 */
export const setPdf = ({ id, title, date, data }: Output<Sheet>, { fonts }: Tools, layout: string): Uint8Array => {
  const compiler = compilerFor(fonts)
  const code = data.address ? renderSVG(data.address, { ecc: 'M', border: 0 }) : null
  const printed = JSON.stringify({ ...(parted(data) as Sheet), documentTitle: data.title ?? title, date, code })
  try {
    const pdf = compiler.pdf(
      {
        mainFileContent: look + layout,
        inputs: { data: printed },
      },
      { pdfStandard: 'ua-1', creationTimestamp: Date.parse(date) / 1000 },
    )
    return data.cut ? withPageBoxes(pdf, data.cut) : pdf
  } catch (fault) {
    throw faultOf(id, fault, data)
  } finally {
    compiler.evictCache(0)
  }
}
