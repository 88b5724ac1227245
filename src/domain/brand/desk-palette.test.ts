import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Brand } from './brand.ts'
import { atLightness, contrast } from './colour.ts'
import { brandFaults } from './contrast.ts'
import { type DeskPalette, deskNightOf, deskPaletteOf, deskShapePairs, deskTextPairs } from './desk-palette.ts'

const brand = (deep: string, sun: string): Brand => ({ version: 1, name: 'Made up', deep, sun, sky: '#f0f4f0' })
const themes = { day: deskPaletteOf, night: deskNightOf }

const low = (palette: DeskPalette): string[] =>
  [...deskTextPairs.map((pair) => [pair, 7] as const), ...deskShapePairs.map((pair) => [pair, 3] as const)].flatMap(([[a, b], bar]) =>
    contrast(palette[a], palette[b]) < bar ? [`${a} on ${b}: ${contrast(palette[a], palette[b]).toFixed(2)} < ${bar}`] : [],
  )

test.each(Object.entries(themes))(
  'by %s all text of the desk has 7:1 and each shape 3:1, in every brand that public pages may have',
  (_, theme) => {
    const colour = fc.stringMatching(/^#[0-9a-f]{6}$/)
    expect(low(theme(brand('#174a3e', '#f7b93e')))).toEqual([])
    fc.assert(
      fc.property(colour, colour, fc.double({ min: 0.25, max: 0.4, noNaN: true }), (deep, sun, dark) => {
        const made = brand(atLightness(deep, dark), atLightness(sun, 0.83))
        fc.pre(!brandFaults(made).length)
        expect(low(theme(made))).toEqual([])
      }),
    )
  },
)

test('a line that is too pale, and a text that is, would be seen', () => {
  const palette = deskPaletteOf(brand('#174a3e', '#f7b93e'))
  expect(low({ ...palette, 'due-line': palette.sun })).not.toEqual([])
  expect(low({ ...palette, 'late-ink': palette.error, 'late-ground': palette['due-ground'] })).not.toEqual([])
})
