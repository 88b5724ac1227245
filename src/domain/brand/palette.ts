import type { Brand } from './brand.ts'
import { atLightness, shade, tint } from './colour.ts'

/** Colours that are the same for every partnership: people learn the way out once. */
export const fixed = {
  paper: '#fffefa',
  chalk: '#f3f5ee',
  ink: '#16241f',
  muted: '#41514a',
  line: '#cdd6ce',
  edge: '#5f7067',
  brick: '#9a2f1e',
  'brick-dark': '#7c2417',
  'brick-pale': '#fbeae6',
  visited: '#5b3c74',
  grey: '#e9e9e4',
  white: '#ffffff',
} as const

/** Every colour of a page by its role, as `#rrggbb`. */
export type Palette = Record<
  | keyof typeof fixed
  | 'deep'
  | 'sun'
  | 'sky'
  | 'deeper'
  | 'link'
  | 'ground'
  | 'post'
  | 'moss'
  | 'sun-pale'
  | 'sun-soft'
  | 'sun-hover'
  | 'on-deep'
  | 'on-sun'
  | 'deep-mark'
  | 'deep-hover'
  | 'error',
  string
>

/** What a brand leaves open follows from its three colours, in OKLab, so that a tint of blue stays blue. */
export const paletteOf = (brand: Brand): Palette => {
  const deeper = brand.deeper ?? shade(brand.deep, 0.09)
  return {
    ...fixed,
    deep: brand.deep,
    sun: brand.sun,
    sky: brand.sky,
    deeper,
    link: brand.link ?? shade(brand.deep, -0.03),
    ground: brand.ground ?? tint(brand.deep, 0.2),
    post: brand.post ?? tint(brand.deep, 0.24),
    moss: brand.moss ?? tint(brand.deep, 0.14),
    'sun-pale': brand['sun-pale'] ?? tint(brand.sun, 0.22),
    'sun-soft': brand['sun-soft'] ?? tint(brand.sun, 0.6),
    'sun-hover': tint(brand.sun, 0.85),
    'on-deep': fixed.white,
    'on-sun': fixed.ink,
    'deep-mark': brand.sun,
    'deep-hover': deeper,
    error: fixed.brick,
  }
}

/** What is the same for every partnership by night. The way out keeps its brick. */
const fixedAtNight = {
  paper: '#0f1f1a',
  chalk: '#173029',
  ink: '#f0f4ee',
  muted: '#b9c8bf',
  line: '#3a4f46',
  edge: '#8fa398',
  visited: '#d3bdf0',
  grey: '#2b3833',
  sky: '#173029',
  error: '#ff9d8a',
} as const

/**
 * The same roles for who has asked for dark pages: ground dark, boards pale. It follows from deep and sun by lightness alone, so
 * that a brand that can be read by day can be read by night (contrast.test.ts).
 */
export const nightOf = (brand: Brand): Palette => ({
  ...paletteOf(brand),
  ...fixedAtNight,
  deep: tint(atLightness(brand.deep, 0.84), 0.75),
  link: atLightness(brand.deep, 0.86),
  ground: tint(brand.deep, 0.75, fixedAtNight.paper),
  post: tint(brand.deep, 0.7, fixedAtNight.muted),
  moss: brand.deep,
  'sun-pale': tint(brand.sun, 0.1, fixedAtNight.paper),
  'sun-soft': tint(brand.sun, 0.16, fixedAtNight.chalk),
  'on-deep': fixedAtNight.paper,
  'deep-mark': brand.deep,
  'deep-hover': atLightness(brand.deep, 0.94),
})
