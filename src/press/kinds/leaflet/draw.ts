import type { Make } from '../../shared/kind.ts'
import { setPdf } from '../../shared/paper/typesetter.ts'
import { getHelpLayout } from './get-help-layout.ts'
import type { LeafletData } from './leaflet.ts'
import { sectorLayout } from './sector-layout.ts'

export const make: Make<LeafletData> = async (output, tools) =>
  setPdf(output, tools, output.data.sheet === 'get-help' ? getHelpLayout : sectorLayout)
