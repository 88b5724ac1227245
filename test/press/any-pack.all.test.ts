import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultsOf, madePacks, packWith } from './any-pack.ts'

test('whatever lines a pack has, its leaflet and its card are made', async () => {
  await fc.assert(
    fc.asyncProperty(madePacks, async (made) => {
      const pack = packWith(made)
      const { language } = made
      expect(await faultsOf(pack, 'leaflet', ({ id }) => id === `leaflet-get-help-${language}`)).toEqual([])
      expect(await faultsOf(pack, 'card', ({ id }) => id === `card-${language}`)).toEqual([])
    }),
    { numRuns: 60, endOnFailure: true },
  )
}, 600_000)

test('and its flowcharts', async () => {
  await fc.assert(
    fc.asyncProperty(madePacks, async (made) => {
      const { lines } = made
      const base = packWith(made)
      // Partners with long names may refer, or not: each is named on the sheet.
      const partners = base.partners.map((partner, n) => ({ ...partner, name: lines[n % lines.length]?.name ?? partner.name }))
      expect(await faultsOf({ ...base, partners }, 'flowchart', () => true)).toEqual([])
    }),
    { numRuns: 6, endOnFailure: true },
  )
}, 900_000)
