import type { Pack } from '../../../content/pack.ts'
import { paletteOf } from '../../../domain/brand/palette.ts'
import { PressFault } from '../kind.ts'

/** A drawing of the pack as SVG; its roles (`var(--sun)`) become the brand's colours. Throws a PressFault where the pack has none of that name. */
export const drawingOf = (pack: Pack, name: string): string => {
  const svg = pack.drawings.get(name)
  if (svg === undefined) throw new PressFault(name, `there is no drawing "${name}"`, { instead: `Add drawings/${name}.svg.` })
  const palette: Record<string, string> = paletteOf(pack.brand)
  return svg.replace(/var\(--([\w-]+)\)/g, (whole, role: string) => palette[role] ?? whole)
}
