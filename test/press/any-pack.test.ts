import { expect, test } from 'vitest'
import { faultsOf, packWith } from './any-pack.ts'

/* Any pack prints: what the loader lets pass the press makes. The longest lines here, made-up packs in any-pack.all.test.ts. */

const long = {
  name: 'Northshire Council children’s services: care team (duty desk), safeguarding and the team, ext 12345',
  phone: { dial: '01632960001', e164: '+441632960001', display: '01632 960 001' },
  schedule: 'unknown' as const,
  free: false,
  sentences: 4,
}

/** In `npm test` from left to right and from right to left. */
const languages = process.env.WAYMARK_ALL ? ['en', 'ar', 'vi'] : ['en', 'ar']

test.each(languages)('ten lines of 99 letters each, with two councils, are a leaflet and a card in %s', async (language) => {
  const pack = packWith({ councils: true, lines: Array.from({ length: 10 }, () => long) })
  expect(await faultsOf(pack, 'leaflet', ({ id }) => id === `leaflet-get-help-${language}`)).toEqual([])
  expect(await faultsOf(pack, 'card', ({ id }) => id === `card-${language}`)).toEqual([])
})
