import type { Brand } from './brand.ts'
import { shade, tint } from './colour.ts'

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
  keyof typeof fixed | 'deep' | 'sun' | 'sky' | 'deeper' | 'link' | 'ground' | 'post' | 'moss' | 'sun-pale' | 'sun-soft' | 'sun-hover',
  string
>

/** What a brand leaves open follows from its three colours, in OKLab, so that a tint of blue stays blue. */
export const paletteOf = (brand: Brand): Palette => ({
  ...fixed,
  deep: brand.deep,
  sun: brand.sun,
  sky: brand.sky,
  deeper: brand.deeper ?? shade(brand.deep, 0.09),
  link: brand.link ?? shade(brand.deep, -0.03),
  ground: brand.ground ?? tint(brand.deep, 0.2),
  post: brand.post ?? tint(brand.deep, 0.24),
  moss: brand.moss ?? tint(brand.deep, 0.14),
  'sun-pale': brand['sun-pale'] ?? tint(brand.sun, 0.22),
  'sun-soft': brand['sun-soft'] ?? tint(brand.sun, 0.6),
  'sun-hover': tint(brand.sun, 0.85),
})
