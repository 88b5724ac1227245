import type { Make } from '../kind.ts'
import { setPdf } from '../paper/setter.ts'
import { getHelpLayout } from './get-help-layout.ts'
import type { LeafletData } from './leaflet.ts'
import { sectorLayout } from './sector-layout.ts'

export const make: Make<LeafletData> = async (output, tools) =>
  setPdf(output, tools, output.data.sheet === 'get-help' ? getHelpLayout : sectorLayout)
