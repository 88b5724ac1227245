import type { Make } from '../../shared/kind.ts'
import { setPdf } from '../../shared/paper/typesetter.ts'
import type { LeafletData } from './data.ts'
import getHelp from './get-help.typ' with { type: 'text' }
import sector from './sector.typ' with { type: 'text' }

const layouts: Record<LeafletData['sheet'], string> = { 'get-help': getHelp, sector }

export const make: Make<LeafletData> = async (output, tools) => setPdf(output, tools, layouts[output.data.sheet])
