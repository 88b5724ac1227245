import type { Brand } from './brand.ts'
import { atLightness, tint } from './colour.ts'
import { fixed, nightOf, type Palette, paletteOf } from './palette.ts'

/** The colours of signed-in pages: those of every page, grounds and lines of what is due or late, and of what stays inside a concern. */
export type DeskPalette = Palette & Record<'due-ground' | 'due-line' | 'late-ground' | 'late-ink' | 'inside' | 'inside-line', string>

export const deskPaletteOf = (brand: Brand): DeskPalette => {
  const palette = paletteOf(brand)
  return {
    ...palette,
    'due-ground': palette['sun-pale'],
    // The sun itself does not stand out from paper: the same hue, dark enough.
    'due-line': atLightness(brand.sun, 0.6),
    'late-ground': fixed['brick-pale'],
    'late-ink': fixed['brick-dark'],
    // Grey paper, and the lining of its envelope.
    inside: '#f0f1ea',
    'inside-line': '#748178',
  }
}

export const deskNightOf = (brand: Brand): DeskPalette => {
  const palette = nightOf(brand)
  return {
    ...palette,
    // On a black as warm as it, not on paper: over a dark green a yellow turns olive.
    'due-ground': tint(brand.sun, 0.2, '#100c06'),
    'due-line': brand.sun,
    'late-ground': '#45201a',
    'late-ink': '#ffd3ca',
    inside: '#1b2a2d',
    'inside-line': '#7f9599',
  }
}

type Pair = readonly [keyof DeskPalette, keyof DeskPalette]

/** Text on its ground on signed-in pages: 7:1 (WCAG 2.2, 1.4.6). */
export const deskTextPairs: readonly Pair[] = [
  ['ink', 'paper'],
  ['ink', 'chalk'],
  ['ink', 'moss'],
  ['ink', 'grey'],
  ['ink', 'due-ground'],
  ['ink', 'inside'],
  ['muted', 'inside'],
  ['late-ink', 'inside'],
  ['muted', 'paper'],
  ['muted', 'chalk'],
  ['link', 'paper'],
  ['link', 'chalk'],
  ['visited', 'paper'],
  ['visited', 'chalk'],
  ['error', 'paper'],
  ['late-ink', 'late-ground'],
  ['late-ink', 'paper'],
  ['on-deep', 'deep'],
  ['on-deep', 'deep-hover'],
  ['on-deep', 'error'],
  ['on-deep', 'late-ink'],
  ['deep', 'on-deep'],
  ['on-sun', 'sun'],
]

/** Shapes on their ground that mean something: 3:1 (1.4.11). */
export const deskShapePairs: readonly Pair[] = [
  ['deep', 'paper'],
  ['deep', 'chalk'],
  ['deep', 'moss'],
  ['edge', 'paper'],
  ['edge', 'chalk'],
  ['due-line', 'due-ground'],
  ['due-line', 'paper'],
  ['error', 'late-ground'],
  ['deep', 'inside'],
  ['edge', 'inside'],
  ['inside-line', 'inside'],
  ['inside-line', 'paper'],
  ['error', 'paper'],
  ['error', 'chalk'],
  ['on-sun', 'sun'],
]
