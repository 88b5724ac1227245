import type { Brand } from './brand.ts'
import { atLightness, contrast, lightness } from './colour.ts'
import { type Palette, paletteOf } from './palette.ts'
import { distance, type Vision, visions } from './vision.ts'

type Role = keyof Palette
export type Pair = readonly [Role, Role]

/** Text on its ground: 7:1, WCAG 2.2 success criterion 1.4.6 (AAA). */
export const textPairs: readonly Pair[] = [
  ['ink', 'paper'],
  ['ink', 'chalk'],
  ['ink', 'sky'],
  ['ink', 'ground'],
  ['ink', 'sun-pale'],
  ['ink', 'moss'],
  ['on-sun', 'sun'],
  ['on-sun', 'sun-hover'],
  ['ink', 'grey'],
  ['muted', 'paper'],
  ['muted', 'chalk'],
  ['muted', 'sky'],
  ['link', 'paper'],
  ['link', 'chalk'],
  ['link', 'sky'],
  ['link', 'sun-pale'],
  ['visited', 'paper'],
  ['visited', 'chalk'],
  ['visited', 'sun-pale'],
  ['on-deep', 'deep'],
  ['on-deep', 'deep-hover'],
  ['white', 'deeper'],
  ['white', 'brick'],
  ['white', 'brick-dark'],
  ['error', 'paper'],
  ['brick-dark', 'brick-pale'],
]

/** Shapes that mean something: 3:1, criterion 1.4.11. */
export const shapePairs: readonly Pair[] = [
  ['deep', 'paper'],
  ['deep', 'chalk'],
  ['deep', 'sky'],
  ['deep-mark', 'deep'],
  ['sun', 'deeper'],
  ['edge', 'paper'],
  ['edge', 'chalk'],
  ['error', 'paper'],
  ['on-sun', 'sun'],
]

/** Colours of someone else: gov.uk's blue and green, and its black bar. */
const taken = { 'the blue of GOV.UK': '#1d70b8', black: '#000000', 'the green of GOV.UK': '#00703c' } as const

/** Why a brand is refused: two colours that are too near, how near, the bar, and what would pass. */
export type BrandFault = {
  kind: 'contrast' | 'vision' | 'taken'
  /** Roles of the two colours, or a role and the name of a colour that is not ours. */
  pair: readonly [string, string]
  colours: readonly [string, string]
  vision?: Vision
  /** A ratio (contrast, 1 to 21) or a CIE76 distance. */
  value: number
  bar: number
  /** The value of brand.yaml to change and the nearest lightness of it that passes; null: no lightness does. */
  mend: { role: keyof Brand; colour: string } | null
}

/** What brand.yaml can set, and what follows from it where it is not set. */
const settable = [
  'deep',
  'sun',
  'sky',
  'deeper',
  'link',
  'ground',
  'post',
  'moss',
  'sun-pale',
  'sun-soft',
] as const satisfies (keyof Brand)[]
type Settable = (typeof settable)[number]
const followed: Partial<Record<Role, Settable>> = { 'sun-hover': 'sun', 'deep-mark': 'sun', 'deep-hover': 'deeper' }
const settableOf = (role: Role): Settable | null => followed[role] ?? settable.find((s) => s === role) ?? null

const text = { kind: 'contrast', bar: 7 } as const
const shape = { kind: 'contrast', bar: 3 } as const

/** Every pair of the table below its bar, then the colours that some people, or everybody, would take for another. */
export const brandFaults = (brand: Brand): BrandFault[] => {
  const palette = paletteOf(brand)
  const contrasts = [...textPairs.map((pair) => ({ pair, ...text })), ...shapePairs.map((pair) => ({ pair, ...shape }))].flatMap(
    ({ pair, kind, bar }): BrandFault[] => {
      const ratio = (p: Palette) => contrast(p[pair[0]], p[pair[1]])
      const value = ratio(palette)
      if (value >= bar) return []
      return [{ kind, pair, colours: [palette[pair[0]], palette[pair[1]]], value, bar, mend: mendOf(brand, pair, (p) => ratio(p) >= bar) }]
    },
  )
  const confused = (['deep', 'brick'] as const).flatMap((other) => {
    const [nearest] = visions
      .map((vision) => ({ vision, value: distance(palette.sun, palette[other], vision) }))
      .sort((a, b) => a.value - b.value)
    const bar = 40
    if (!nearest || nearest.value >= bar) return []
    const apart = (p: Palette) => visions.every((vision) => distance(p.sun, p[other], vision) >= bar)
    const pair = ['sun', other] as const
    const fault: BrandFault = {
      kind: 'vision',
      pair,
      colours: [palette.sun, palette[other]],
      ...nearest,
      bar,
      mend: mendOf(brand, pair, apart),
    }
    return [fault]
  })
  const borrowed = Object.entries(taken).flatMap(([name, colour]) => {
    const value = distance(palette.deep, colour)
    const bar = 20
    if (value >= bar) return []
    const mend = mendOf(brand, ['deep'], (p) => distance(p.deep, colour) >= bar && contrast(p.white, p.deep) >= 7)
    const fault: BrandFault = { kind: 'taken', pair: ['deep', name], colours: [palette.deep, colour], value, bar, mend }
    return [fault]
  })
  return [...contrasts, ...confused, ...borrowed]
}

/** Of the colours that the pack may set, the one that must move least for `passes`. */
const mendOf = (brand: Brand, roles: readonly Role[], passes: (palette: Palette) => boolean): BrandFault['mend'] => {
  const found = roles.flatMap((role) => {
    const own = settableOf(role)
    const near = own && nearestLightness(paletteOf(brand)[own], (colour) => passes(paletteOf({ ...brand, [own]: colour })))
    return own && near ? [{ role: own, ...near }] : []
  })
  const [best] = found.sort((a, b) => a.moved - b.moved)
  return best ? { role: best.role, colour: best.colour } : null
}

/** The same hue at the nearest OKLab lightness for which `passes` holds, and how far that is; null where none does. */
export const nearestLightness = (hex: string, passes: (colour: string) => boolean): { colour: string; moved: number } | null => {
  const from = lightness(hex)
  for (let moved = 0; moved <= 1; moved += 0.005) {
    for (const to of [from - moved, from + moved]) {
      if (to < 0 || to > 1) continue
      const colour = atLightness(hex, to)
      if (passes(colour)) return { colour, moved }
    }
  }
  return null
}
