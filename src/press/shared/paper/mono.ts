import type { Pack } from '../../../content/pack.ts'
import { luminance } from '../../../domain/brand/colour.ts'
import { paletteOf } from '../../../domain/brand/palette.ts'
import { coloured } from './drawing.ts'
import type { Setting } from './edition.ts'

/** What fills a ground is white; what is drawn or written is black. */
const white = new Set(['paper', 'chalk', 'sky', 'ground', 'moss', 'white', 'sun-pale', 'post'])

/** A sheet for whoever has a printer without colours, or pays for ink: white with black frames. */
export const inBlackAndWhite = (setting: Setting): Setting => ({
  ...setting,
  mono: true,
  colours: Object.fromEntries(Object.keys(setting.colours).map((role) => [role, white.has(role) ? '#ffffff' : '#000000'])),
})

/** A drawing in greys as light as its colours, on no ground. */
export const greyDrawing = (pack: Pack, name: string): string =>
  coloured(
    pack,
    name,
    Object.fromEntries(
      Object.entries(paletteOf(pack.brand)).map(([role, colour]) => {
        if (white.has(role)) return [role, '#ffffff']
        // The sRGB curve, so that a grey looks as light as its colour.
        const light = Math.round(255 * luminance(colour) ** (1 / 2.2))
        const part = light.toString(16).padStart(2, '0')
        return [role, `#${part}${part}${part}`]
      }),
    ),
  )
