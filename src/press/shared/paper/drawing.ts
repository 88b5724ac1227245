import type { Pack } from '../../../content/pack.ts'
import { paletteOf } from '../../../domain/brand/palette.ts'
import { PressFault } from '../kind.ts'

/** A drawing of the pack as SVG; its roles (`var(--sun)`) become the brand's colours. Throws a PressFault where the pack has none of that name. */
export const drawingOf = (pack: Pack, name: string): string => coloured(pack, name, paletteOf(pack.brand))

/** The same in other colours. */
export const coloured = (pack: Pack, name: string, palette: Readonly<Record<string, string>>): string => {
  const svg = pack.drawings.get(name)
  if (svg === undefined) throw new PressFault(name, `there is no drawing "${name}"`, { instead: `Add drawings/${name}.svg.` })
  return svg.replace(/var\(--([\w-]+)\)/g, (whole, role: string) => palette[role] ?? whole)
}
