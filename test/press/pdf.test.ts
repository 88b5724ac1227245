import { expect, test } from 'vitest'
import { readPdf } from '../support/pdf.ts'
import { drawn, outputsOfPack, packForPress } from '../support/press.ts'

const outputs = outputsOfPack(packForPress()).filter(({ format }) => format === 'pdf')
const millimetres = (points: number): number => (points * 25.4) / 72

/** Strips of a sheet on which nothing may stand, from left to right in millimetres: its edges, and where it is folded. */
const bare = (id: string): [number, number][] =>
  id.startsWith('leaflet-get-help')
    ? [
        [0, 10.9],
        [148.5 - 10.9, 148.5 + 10.9],
        [297 - 10.9, 297],
      ]
    : [[0, 5]]

test.each(outputs)('$file is tagged, named, in its language, and all of its text stands on the sheet', async (output) => {
  const pdf = await readPdf(await drawn(output))
  expect(pdf.xmp).toMatch(/pdfuaid:part[>="]+1/)
  expect(pdf.marked).toBe(true)
  expect(pdf.language).toBe(output.language)
  expect(pdf.title).not.toBe('')
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
  expect(Buffer.from(await drawn(first)).equals(Buffer.from(await drawn(structuredClone(first))))).toBe(true)
})
