import type { Kind } from '../../shared/kind.ts'
import { type GetHelpData, getHelpLeaflets } from './get-help.ts'
import { type SectorData, sectorLeaflets } from './sector.ts'

export type LeafletData = GetHelpData | SectorData

/** Leaflets: "get help" in every language, and one for each place. */
export const leaflet: Kind<LeafletData> = {
  name: 'leaflet',
  outputs: (pack, edition) => [...getHelpLeaflets(pack, edition), ...sectorLeaflets(pack, edition)],
  maker: () => import('./draw.ts'),
}
