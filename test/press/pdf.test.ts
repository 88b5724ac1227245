import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { expect, test } from 'vitest'
import { contrast } from '../../src/domain/brand/colour.ts'
import { lookedAt } from '../support/every.ts'
import { freshFactsIn, oldFactsIn, packOfOtherFacts, saidOn } from '../support/facts.ts'
import { outputsOfPack } from '../support/outputs.ts'
import { inPdf, readIn } from '../support/pdf.ts'
import { boxFaults, glyphFaults, inkFaults, paintedIn, paintedOf } from '../support/pdf-painted.ts'
import { drawn, drawnAnew } from '../support/press.ts'

// With other facts than the pack's: where an old one stands, it was not taken from the pack.
const outputs = outputsOfPack(packOfOtherFacts()).filter(({ format }) => format === 'pdf')

/** Sheets that there are of each language: in `npm test` of those that all pages are looked at in (every.ts). */
const looked = new Set(['en', ...lookedAt(packOfOtherFacts().translations.map(({ language }) => language)).map(({ id }) => id)])
/** Sheets of places are one layout: in `npm test` those with most to say, which have the least room. */
const places = outputs.filter(({ id }) => /^leaflet-(?!get-help)/.test(id))
const sizeOf = ({ data }: (typeof outputs)[number]): number => JSON.stringify(data).length
const longest = new Set(process.env.WAYMARK_ALL ? places : places.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, 1))
/** What the shorter tier says, the longer one says too; on A3 stands what stands on A4; a guide is set like a handbook, and a card like the leaflet of its language. */
const isShorter = ({ id }: (typeof outputs)[number]): boolean =>
  !process.env.WAYMARK_ALL && /^handbook-everyone|^guide-|^flowchart-(?:child$|.*-a3$)|^card-(?!en$|ar$)/.test(id)
const read = outputs.filter(
  (output) => looked.has(output.language) && (!places.includes(output) || longest.has(output)) && !isShorter(output),
)
const millimetres = (points: number): number => (points * 25.4) / 72

/** The faces that come with the program. */
const ours = /^(?:AtkinsonHyperlegibleNext|NotoSans(?:Arabic|Ethiopic)?)-(?:Regular|Bold)$/

/** Strips of a sheet on which nothing may stand, from left to right in millimetres: its edges, and where it is folded. */
const bare = (id: string): [number, number][] =>
  id.startsWith('leaflet-get-help')
    ? [
        [0, 10.9],
        [148.5 - 10.9, 148.5 + 10.9],
        [297 - 10.9, 297],
      ]
    : [[0, 5]]

test.each(read)('$file is tagged, named, in its language, and all of its text stands on the sheet', async (output) => {
  const bytes = await drawn(output)
  const { painted, pdf } = await inPdf(bytes, async (document) => ({ painted: await paintedIn(document), pdf: await readIn(document) }))
  expect(glyphFaults(painted, ours)).toEqual([])
  expect(boxFaults(painted)).toEqual([])
  // Success criterion 1.4.3.
  expect(inkFaults(painted, contrast, 4.5)).toEqual([])
  expect(pdf.xmp).toMatch(/pdfuaid:part[>="]+1/)
  expect(pdf.marked).toBe(true)
  expect(pdf.language).toBe(output.language)
  expect(pdf.title).not.toBe('')
  const said = `${saidOn(painted)}\n${pdf.title}\n${pdf.xmp}`
  expect(oldFactsIn(said)).toEqual([])
  expect(freshFactsIn(said).length).toBeGreaterThanOrEqual(freshFactsIn(JSON.stringify(output.data)).length)
  const roles = pdf.pages.flatMap(({ roles }) => roles)
  expect(roles.slice(0, 2)).toEqual(['Root', 'Document'])
  expect(roles).toContain('H1')
  for (const { width, height, placed } of pdf.pages) {
    expect(placed.length).toBeGreaterThan(3)
    // No desktop printer prints nearer to the edge than 3 mm.
    const outside = placed.filter(
      ({ left, right, bottom, top }) =>
        millimetres(bottom) < 3 ||
        millimetres(height - top) < 3 ||
        millimetres(width - right) < 3 ||
        bare(output.id).some(([a, b]) => millimetres(left) < b - 0.01 && millimetres(right) > a + 0.01),
    )
    expect(outside).toEqual([])
  }
})

test('the same data are the same bytes', async () => {
  const [first] = outputs
  if (!first) throw new Error('nothing to print')
  expect(Buffer.from(await drawn(first)).equals(Buffer.from(await drawnAnew(structuredClone(first))))).toBe(true)
})

const typst = (content: string): Uint8Array => NodeCompiler.create().pdf({ mainFileContent: content }, {})

test('a letter without a glyph, a face of the machine, a text out of its panel and one on another, and a pale one are seen', async () => {
  const word = 'Lebensversicherung'
  const plain = await paintedOf(
    typst(`#set text(size: 10pt)\n#block(fill: aqua, width: 120pt, inset: 4pt)[${word}]\n#block(fill: aqua, inset: 4pt)[${word}]`),
  )
  expect(boxFaults(plain)).toEqual([])
  expect(glyphFaults(plain, ours).length).toBe(2)
  const narrow = await paintedOf(typst(`#block(fill: aqua, width: 50pt, inset: 4pt)[${word}]`))
  expect(boxFaults(narrow)).toEqual([expect.stringMatching(/page 1: "Lebens.*" stands [\d.]+ pt out of its box/)])
  const low = await paintedOf(typst(`#block(fill: aqua, width: 150pt, height: 8pt, ${JSON.stringify(word)})`))
  expect(boxFaults(low)).toHaveLength(1)
  const over = await paintedOf(typst(`#place(dx: 0pt)[${word}]#place(dx: 9pt, dy: 3pt)[${word}]`))
  expect(boxFaults(over)).toEqual([expect.stringContaining('stand on one another')])
  const pale = await paintedOf(
    typst('#set text(fill: rgb("#777777"))\n#block(fill: rgb("#dddddd"), inset: 4pt)[pale] #text(fill: rgb("#767676"))[dark]'),
  )
  expect(inkFaults(pale, contrast, 4.5)).toEqual([expect.stringContaining('"pale" #777777 on #dddddd')])
  const lacking = await paintedOf(typst('#set text(font: "Libertinus Serif", fallback: false)\na \u{4e2d}'))
  expect(glyphFaults(lacking, /./)).toHaveLength(1)
})

/** A word that is wider than a column in each text that is read. */
const withLongWords = (value: unknown, name = ''): unknown => {
  if (typeof value === 'string')
    return /^(?:about|name|hours|title|lead|text|signs|steps|own|words|who)$/.test(name)
      ? value.replace(/\p{L}{6,}/u, 'abcdefghijklmnoprstuvwaeioulmn')
      : value
  if (Array.isArray(value)) return value.map((inner) => withLongWords(inner, typeof inner === 'string' ? name : ''))
  return value && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withLongWords(inner, key)]))
    : value
}

/** In `npm test` those with the narrowest columns. */
const narrow = ['leaflet-get-help-en', 'card-en', 'flowchart-child']
test.each(process.env.WAYMARK_ALL ? [...narrow, 'leaflet-hotel', 'handbook-public-facing'] : narrow)(
  '%s: a word that is wider than its column is parted',
  async (id) => {
    const output = outputs.find((one) => one.id === id)
    if (!output) throw new Error(`no ${id}`)
    const { setting, ...data } = output.data as { setting: unknown }
    const bytes = await drawn({ ...output, data: { ...(withLongWords(data) as object), setting } })
    expect(boxFaults(await paintedOf(bytes))).toEqual([])
  },
)
