import type { Palette } from '../../../domain/brand/palette.ts'
import type { Role } from './layouts.ts'

/** Colours of the brand in the places of a PowerPoint theme: another theme changes the whole deck. */
const places = {
  dk1: 'ink',
  lt1: 'paper',
  dk2: 'deeper',
  lt2: 'sky',
  accent1: 'deep',
  accent2: 'sun',
  accent3: 'ground',
  accent4: 'moss',
  accent5: 'muted',
  accent6: 'edge',
  hlink: 'link',
  folHlink: 'visited',
} as const satisfies Record<string, Role>

/** Names by which shapes call the first four (ECMA-376 part 1, 20.1.10.54). */
const called: Record<string, string> = { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' }

/** Name of a role's colour in the theme; null where the theme has no place for it. */
export const schemeOf = (role: Role): string | null => {
  const place = Object.entries(places).find(([, of]) => of === role)?.[0]
  return place ? (called[place] ?? place) : null
}

/** Elements of `a:clrScheme`, in the order of its schema. */
export const schemeXml = (palette: Palette): string =>
  Object.entries(places)
    .map(([place, role]) => `<a:${place}><a:srgbClr val="${palette[role].slice(1).toUpperCase()}"/></a:${place}>`)
    .join('')
