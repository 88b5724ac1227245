import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Brand } from './brand.ts'
import { atLightness, contrast, lightness } from './colour.ts'
import { brandFaults, nearestLightness, type Pair, shapePairs, textPairs } from './contrast.ts'
import { fixed, nightOf, paletteOf } from './palette.ts'
import { distance, visions } from './vision.ts'

const brand = (deep: string, sun: string, sky: string, more: Partial<Brand> = {}): Brand => ({
  version: 1,
  name: 'Made up',
  deep,
  sun,
  sky,
  ...more,
})
/** Hertfordshire's colours, as in LOOK.md. */
const herts = brand('#174a3e', '#f7b93e', '#e6f0ec', { deeper: '#0d312a', link: '#0f5647', ground: '#cfe2d6', moss: '#dcebe0' })

describe('contrast of a brand', () => {
  it('is asked of 35 pairs', () => expect(textPairs.length + shapePairs.length).toBe(35))

  it('is enough in the brands that were tried', () => {
    for (const tried of [
      herts,
      brand('#174a3e', '#f7b93e', '#e6f0ec'),
      brand('#1f3f66', '#ffc457', '#eaf0f6'),
      brand('#5a2146', '#f4c34e', '#f6edf2'),
    ])
      expect(brandFaults(tried)).toEqual([])
  })

  it('has the ratios that the design gives', () => {
    const p = paletteOf(herts)
    for (const [a, b, ratio] of [
      ['ink', 'paper', 15.93],
      ['muted', 'sky', 7.21],
      ['link', 'sun-pale', 7.66],
      ['white', 'deep', 10.07],
      ['white', 'deeper', 14.1],
      ['sun', 'deep', 5.74],
      ['sun', 'deeper', 8.03],
      ['ink', 'moss', 13.02],
      ['brick-dark', 'brick-pale', 8.49],
    ] as const)
      expect(contrast(p[a], p[b]), `${a} on ${b}`).toBeCloseTo(ratio, 1)
  })

  it('is enough by night in every brand that is by day', () => {
    const low = (given: Brand): string[] => {
      const p = nightOf(given)
      const below = (bar: number) => (pair: Pair) => contrast(p[pair[0]], p[pair[1]]) < bar
      return [...textPairs.filter(below(7)), ...shapePairs.filter(below(3))].map((pair) => pair.join(' on '))
    }
    expect(low(herts)).toEqual([])
    const colour = fc.stringMatching(/^#[0-9a-f]{6}$/)
    fc.assert(
      fc.property(colour, colour, fc.double({ min: 0.25, max: 0.4, noNaN: true }), (deep, sun, dark) => {
        const made = brand(atLightness(deep, dark), atLightness(sun, 0.83), '#f0f4f0')
        fc.pre(!brandFaults(made).length)
        expect(low(made)).toEqual([])
      }),
    )
  })

  it('has the ratios that the design gives by night', () => {
    const p = nightOf(herts)
    for (const [a, b, ratio] of [
      ['ink', 'paper', 15.33],
      ['ink', 'chalk', 12.66],
      ['muted', 'chalk', 8.1],
      ['visited', 'paper', 10],
      ['error', 'paper', 8.48],
    ] as const)
      expect(contrast(p[a], p[b]), `${a} on ${b}`).toBeCloseTo(ratio, 1)
  })

  it('refuses the weak brand that was tried, with pair, ratio, bar and a lightness that passes', () => {
    const weak = brand('#3d8b7d', '#c98a12', '#d5e3dd')
    const faults = brandFaults(weak).filter((f) => f.kind === 'contrast')
    // LOOK.md counts 11, with one hover colour for all brands; here it follows from the sun, and fails with it.
    expect(faults.filter((f) => !f.pair.includes('sun-hover'))).toHaveLength(11)
    expect(faults).toHaveLength(12)
    for (const fault of faults) {
      expect(fault.value).toBeLessThan(fault.bar)
      const { mend } = fault
      if (!mend) continue
      const [a, b] = fault.pair as readonly ['deep', 'paper']
      const mended = paletteOf({ ...weak, [mend.role]: mend.colour })
      expect(contrast(mended[a], mended[b])).toBeGreaterThanOrEqual(fault.bar)
    }
    expect(faults.find((f) => f.pair.join() === 'on-deep,deep')).toMatchObject({ bar: 7, mend: { role: 'deep' } })
  })

  it('names the nearest lightness: a little nearer does not pass', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^#[0-9a-f]{6}$/), (hex) => {
        const passes = (colour: string) => contrast(colour, fixed.paper) >= 7
        const near = nearestLightness(hex, passes)
        if (!near) return expect(passes('#000000')).toBe(true)
        expect(passes(near.colour)).toBe(true)
        // A grid of 0.005: nothing between the colour and one step short of the answer passes.
        expect(Math.abs(lightness(near.colour) - lightness(hex))).toBeLessThanOrEqual(near.moved + 0.06)
        if (near.moved > 0) expect(passes(hex)).toBe(false)
      }),
    )
  })

  it('says so where no lightness passes', () => {
    expect(nearestLightness('#777777', () => false)).toBeNull()
  })
})

describe('colours that people take for another', () => {
  it('are as far apart as the design measured', () => {
    const p = paletteOf(herts)
    const apart = (a: keyof typeof p, b: keyof typeof p) => visions.map((vision) => Math.round(distance(p[a], p[b], vision)))
    expect(apart('deep', 'brick')).toEqual([22, 40, 86])
    expect(apart('deep', 'sun')).toEqual([80, 86, 75])
    expect(apart('brick', 'sun')).toEqual([63, 50, 50])
    expect(apart('link', 'visited')).toEqual([36, 27, 34])
    expect(apart('moss', 'grey')).toEqual([2, 1, 6])
  })

  it('are none where the two are the same, and a hundred from black to white', () => {
    expect(distance('#123456', '#123456')).toBe(0)
    expect(distance('#000000', '#ffffff')).toBeCloseTo(100, 1)
  })

  it('refuses a sun that somebody sees as brick', () => {
    const faults = brandFaults(brand('#174a3e', '#b5502f', '#e6f0ec')).filter((f) => f.kind === 'vision')
    expect(faults.map((f) => f.pair)).toContainEqual(['sun', 'brick'])
    for (const { value, bar, mend } of faults) {
      expect(value).toBeLessThan(bar)
      expect(mend?.role).toMatch(/sun|deep/)
    }
  })

  it.for([
    ['#1d70b8', 'the blue of GOV.UK'],
    ['#1a66a8', 'the blue of GOV.UK'],
    ['#0b0c0c', 'black'],
    ['#00703c', 'the green of GOV.UK'],
    ['#0a6b3d', 'the green of GOV.UK'],
  ])('refuses %s as deep: it is %s', ([deep, name]) => {
    const fault = brandFaults(brand(deep ?? '', '#f7b93e', '#e6f0ec')).find((f) => f.kind === 'taken')
    expect(fault?.pair).toEqual(['deep', name])
    expect(fault?.mend).not.toBeNull()
    expect(distance(fault?.mend?.colour ?? '', fault?.colours[1] ?? '')).toBeGreaterThanOrEqual(20)
  })
})
