import type { Pack } from '../../content/pack.ts'
import { paletteOf } from '../../domain/brand/palette.ts'

/** A drawing of the pack as SVG; its roles (`var(--sun)`) become the brand's colours. Throws where the pack has none of that name. */
export const drawingOf = (pack: Pack, name: string): string => {
  const svg = pack.drawings.get(name)
  if (svg === undefined) throw new Error(`the pack has no drawing "${name}"`)
  const palette: Record<string, string> = paletteOf(pack.brand)
  return svg.replace(/var\(--([\w-]+)\)/g, (whole, role: string) => palette[role] ?? whole)
}
