import { strFromU8, unzipSync } from 'fflate'

/** What a file says of who made it, wherever it says so: in properties, manifests, and in whatever it holds. */
export const authorsIn = (bytes: Uint8Array): string[] => {
  const magic = strFromU8(bytes.subarray(0, 4), true)
  if (magic === '%PDF') return pdfAuthors(strFromU8(bytes, true))
  if (magic === '\u0089PNG') return pngTexts(bytes)
  if (magic !== 'PK\u0003\u0004') return []
  return Object.entries(unzipSync(bytes)).flatMap(([name, content]) =>
    /^docProps\/|imsmanifest\.xml$|metadata.*\.xml$/.test(name) ? xmlAuthors(strFromU8(content)) : authorsIn(content),
  )
}

/** Elements of Dublin Core, Office and LOM that name people or bodies. */
const naming = /<(?:\w+:)?(creator|lastModifiedBy|contributor|publisher|Company|Manager|entity|centity|vcard)\b[^>]*>([\s\S]*?)<\//g
const xmlAuthors = (xml: string): string[] =>
  [...xml.matchAll(naming)].map(([, , text = '']) => text.replace(/<[^>]*>/g, '').trim()).filter(Boolean)

const pdfAuthors = (text: string): string[] => [
  ...[...text.matchAll(/\/(?:Author|Company)\s*\(([^)]*)\)/g)].map(([, author = '']) => author),
  ...xmlAuthors(/<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/.exec(text)?.[0] ?? ''),
]

/** The texts beside the picture: chunks tEXt, zTXt, iTXt, and eXIf (PNG, 3rd edition, 11.3). */
const pngTexts = (bytes: Uint8Array): string[] => {
  const texts: string[] = []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
    const kind = strFromU8(bytes.subarray(at + 4, at + 8), true)
    if (/^(?:[tzi]TXt|eXIf)$/i.test(kind)) texts.push(strFromU8(bytes.subarray(at + 8, at + 8 + view.getUint32(at)), true))
  }
  return texts
}
