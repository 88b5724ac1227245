import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast } from '../../src/domain/brand/colour.ts'
import { certificatesOf, type Held } from '../../src/press/kinds/certificate/data.ts'
import { PressFault } from '../../src/press/shared/kind.ts'
import { inPdf, readIn } from '../support/pdf.ts'
import { boxFaults, glyphFaults, inkFaults, paintedIn } from '../support/pdf-painted.ts'
import { drawnAnew } from '../support/press.ts'
import { adopted, realPack } from '../support/real-pack.ts'

const held = (more: Partial<Held> = {}): Held => ({
  ...{ code: 'K7TM2PQR9XWB4H6D', name: 'Abi Lychgate', organisation: 'Hertfordshire County Council', tier: 'everyone' },
  ...{ taught: '0123456789ab', learnt: Temporal.PlainDate.from('2026-12-03'), ends: Temporal.PlainDate.from('2029-12-03') },
  ...{ gave: 'Watford Borough Council', update: null, demonstration: false },
  ...more,
})
/** The whole course, taken before a short update. */
const before = { on: Temporal.PlainDate.from('2024-12-11'), gave: 'Fallowshire County Council' }
const ours = /^(?:AtkinsonHyperlegibleNext|NotoSans(?:Arabic|Ethiopic)?)-(?:Regular|Bold)$/

const read = async (of: readonly Held[]) => {
  const bytes = await drawnAnew(certificatesOf(adopted(realPack()), 'https://waymark.example.org', of))
  if (process.env.WAYMARK_KEEP) writeFileSync(`${process.env.WAYMARK_KEEP}/${of.length}-${of[0]?.code}.pdf`, bytes)
  return inPdf(bytes, async (document) => ({ painted: await paintedIn(document), pdf: await readIn(document) }))
}

test.each([
  ['a usual name', {}],
  ['in Arabic', { name: 'محمّد الأحمد', organisation: null, gave: null, ends: null }],
  ['in Ethiopic', { name: 'ሰላም ተስፋዬ' }],
  [
    'a very long one, at a very long place',
    { name: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(3).trim(), organisation: 'Association of '.repeat(7) },
  ],
  ['a demonstration', { demonstration: true }],
  ['of the short update, at a long place', { update: before, gave: null, organisation: 'Association of '.repeat(7) }],
] as [string, Partial<Held>][])('a certificate is PDF/UA, and all of its text stands on the sheet: %s', async (_, more) => {
  const { painted, pdf } = await read([held(more)])
  expect(glyphFaults(painted, ours)).toEqual([])
  expect(boxFaults(painted)).toEqual([])
  expect(inkFaults(painted, contrast, 4.5)).toEqual([])
  expect(pdf.xmp).toMatch(/pdfuaid:part[>="]+1/)
  expect([pdf.marked, pdf.language, pdf.pages.length]).toEqual([true, 'en', 1])
  expect(pdf.pages[0]?.roles).toContain('H1')
  // A number is set apart from letters beside it, and a long word may be parted.
  const plain = (text: string): string => text.replace(/[\s\u00ad]+/g, '')
  const said = plain(pdf.text)
  for (const words of ['K7TM-2PQR-9XWB-4H6D', 'waymark.example.org/training/certificate', '0123456789ab', 'not a licence'])
    expect(said).toContain(plain(words))
  expect(said.includes(plain('A demonstration'))).toBe(more.demonstration === true)
})

test('one of the short update says on paper that it is, and when and with whom the whole course was taken', async () => {
  const said = async (more: Partial<Held>) =>
    (await read([held({ gave: null, ...more })])).pdf.text.replace(/[\s\u00ad]+/g, ' ').replaceAll(' ,', ',')
  const updated = await said({ update: before })
  expect(updated).toContain(
    'Brought up to date on 3 December 2026 by the short update. Took the whole course on 11 December 2024 with Fallowshire County Council.',
  )
  for (const words of ['took part in the training Basic', 'Learned alone', 'Day of the training']) expect(updated).not.toContain(words)
  expect(await said({ update: { on: before.on, gave: null } })).toContain(
    'Took the whole course alone on 11 December 2024, on the website of the',
  )
  const unknown = await said({ update: { on: null, gave: null } })
  expect(unknown).toContain('by the short update.')
  expect(unknown).not.toContain('whole course')
})

test('those of one event are one file, each on a page of its own', async () => {
  const { pdf } = await read([held(), held({ code: 'A7TM2PQR9XWB4H6D', name: 'Ben Packhorse' })])
  expect(pdf.pages.length).toBe(2)
  expect(pdf.pages.map(({ placed }) => placed.some(({ text }) => text.includes('Ben')))).toEqual([false, true])
})

test('a name with a letter that no face has is a fault that names the letter, and never another letter in its place', async () => {
  await expect(read([held({ name: '王小明' })])).rejects.toBeInstanceOf(PressFault)
})
