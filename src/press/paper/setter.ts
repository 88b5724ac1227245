import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { renderSVG } from 'uqr'
import { PressFault, type Tools } from '../kind.ts'
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
  return [...told.matchAll(/message: "(.*?)", trace/g)].map(([, text]) => text).join('. ') || told
}

/**
 * Sets a sheet as PDF/UA-1 (ISO 14289-1), which Typst holds to: a picture without words, a heading level left out, a letter that no font has are
 * faults. The words come as data, so none of their letters is read as markup.
 */
export const setPdf = ({ id, title, date, data }: Output<Sheet>, { fonts }: Tools, layout: string): Uint8Array => {
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
    throw new PressFault(id, reasonOf(fault))
  } finally {
    compiler.evictCache(10)
  }
}
