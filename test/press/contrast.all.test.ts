import { expect, test } from 'vitest'
import { contrast } from '../../src/domain/brand/colour.ts'
import { packOfOtherFacts } from '../support/facts.ts'
import { outputsOfPack } from '../support/outputs.ts'
import { inksOf, type Painted } from '../support/pdf.ts'
import { drawn } from '../support/press.ts'

const hex = (colour: Painted): string => `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`
const ratio = (a: Painted, b: Painted): number => contrast(hex(a), hex(b))

/** One sheet of each look: the rest of its kind is set by the same code in the same colours. What is painted on what is asked of all sheets in pdf.test.ts. */
const looked = process.env.WAYMARK_ALL
  ? ['leaflet-get-help-en', 'leaflet-get-help-ar', 'leaflet-hotel', 'card-ti', 'poster-places-a4', 'flowchart-adult']
  : ['leaflet-get-help-ar', 'leaflet-hotel', 'poster-places-a4']
const outputs = outputsOfPack(packOfOtherFacts()).filter(({ id }) => looked.includes(id))

test.each(outputs)('every text of $file stands out from its ground as WCAG asks, painted as it is printed', async (output) => {
  const inks = await inksOf(await drawn(output), ratio)
  expect(inks.length).toBeGreaterThan(10)
  // Success criterion 1.4.3: 4.5 to 1.
  expect(inks.filter(({ text, ink, ground }) => /\p{L}|\d/u.test(text) && ratio(ink, ground) < 4.5)).toEqual([])
})
