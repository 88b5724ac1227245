import { expect, test } from 'vitest'
import { northshire, numberOf, southshire, twinshire } from '../../src/content/two-councils-fixtures.ts'
import { saidInPackage } from '../support/facts.ts'
import { outputsOfPack } from '../support/outputs.ts'
import { readPdf } from '../support/pdf.ts'
import { drawn } from '../support/press.ts'

const councils = [northshire, southshire]
const outputs = outputsOfPack(twinshire())
const subjects = ['children', 'adults', 'housing'] as const
const pair = (subject: (typeof subjects)[number]) => councils.map(({ id }) => numberOf(councils, id, subject))

test('no sheet, slide or package has the line of one council without that of the other', () => {
  const says = (data: unknown, number: string) => JSON.stringify(data).includes(number)
  const counts = new Map<string, number>(subjects.map((subject) => [subject, 0]))
  for (const { id, data } of outputs)
    for (const subject of subjects) {
      const [north = '', south = ''] = pair(subject)
      expect([id, subject, says(data, south)]).toEqual([id, subject, says(data, north)])
      if (says(data, north)) counts.set(subject, (counts.get(subject) ?? 0) + 1)
    }
  // Leaflets and cards in every language, what teaches, and the sheets of places.
  expect(counts.get('children')).toBeGreaterThan(40)
  // On no card or leaflet of useful numbers: those are for whoever needs help themselves.
  expect(counts.get('adults')).toBeGreaterThan(15)
  expect(counts.get('housing')).toBeGreaterThan(0)
})

const words = async (id: string): Promise<string> => {
  const output = outputs.find((one) => one.id === id)
  if (!output) throw new Error(`there is no ${id}`)
  const bytes = await drawn(output)
  return (output.format === 'pdf' ? (await readPdf(bytes)).text : saidInPackage(bytes)).replace(/\s+/g, ' ')
}

test.each([
  'leaflet-get-help-en',
  'leaflet-get-help-ar',
  'leaflet-school',
  // With two lines of two councils each, in the least room.
  'leaflet-health-care',
  'leaflet-cuckooing',
  'card-en',
  'flowchart-child',
  'handbook-everyone',
  'deck-everyone',
])('%s, as drawn, has each number with its places', async (id) => {
  const text = await words(id)
  for (const number of pair('children')) expect(text).toContain(number)
  expect(text).toMatch(/Northtown or Eastham|Northtown أو Eastham/)
  expect(text).toContain('Weston')
})
