import jsqr from 'jsqr'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { partsIn } from '../../src/press/shared/office/package.ts'
import { everyPath } from '../support/every.ts'
import { packOfOtherFacts } from '../support/facts.ts'
import { edition, outputsOfPack } from '../support/outputs.ts'
import { picturesOf } from '../support/pdf.ts'
import { drawn } from '../support/press.ts'

/* Codes to scan, scanned as a phone would: from the picture of the sheet or slide. */

/** Its types are those of an ES module; Node gives what CommonJS exports. */
const scan = jsqr as unknown as typeof jsqr.default
// With the facts with which all sheets are drawn to be read (pdf.test.ts): none is drawn for its code alone.
const outputs = outputsOfPack(packOfOtherFacts())

/** One sheet of each look; in `npm test` the smallest code. */
const looks = process.env.WAYMARK_ALL
  ? ['leaflet-hotel', 'poster-places-a4', 'poster-places-a3', 'flowchart-adult', 'booklet-nrm-explained']
  : ['leaflet-hotel']

test.each(outputs.filter(({ id }) => looks.includes(id)))(
  'the code of $file leads to the page of which it is the sheet',
  async (output) => {
    const pages = await picturesOf(await drawn(output), 2)
    const said = pages.flatMap(({ data, width, height }) => scan(data, width, height, { inversionAttempts: 'dontInvert' })?.data ?? [])
    const { address } = output.data as { address: string }
    expect(said).toEqual([address])
    expect(address).toMatch(new RegExp(`^${edition.origin}/[a-z/-]+$`))
  },
)

test('no sheet for who needs help has a code: a scan leaves a trace', () => {
  const sheets = outputs.filter(({ id }) => /^(?:leaflet-get-help|card|poster-help)-/.test(id))
  expect(sheets.length).toBeGreaterThan(20)
  expect(sheets.filter(({ data }) => 'address' in (data as object))).toEqual([])
})

test('the code on slides leads to "get help"', async () => {
  const deck = outputs.find(({ kind }) => kind === 'deck')
  if (!deck) throw new Error('no deck')
  const parts = partsIn(await drawn(deck))
  const said = new Set<string>()
  for (const path of parts.paths().filter((one) => one.endsWith('.png'))) {
    // A code is a square; scenes are none, and large.
    const size = await sharp(parts.bytes(path)).metadata()
    if (size.width !== size.height) continue
    const { data, info } = await sharp(parts.bytes(path))
      .flatten({ background: '#ffffff' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const code = scan(new Uint8ClampedArray(data), info.width, info.height, { inversionAttempts: 'dontInvert' })
    if (code) said.add(code.data)
  }
  expect([...said]).toEqual([`${edition.origin}/get-help`])
})

test('every code that is printed leads to a page of the site', () => {
  const addresses = outputs.flatMap(({ data }) => (data as { address?: string }).address ?? [])
  expect(addresses.length).toBeGreaterThan(20)
  const pages = new Set(everyPath())
  expect(addresses.filter((address) => !pages.has(address.slice(edition.origin.length)))).toEqual([])
})
