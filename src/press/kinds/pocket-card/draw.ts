import type { Make } from '../../shared/kind.ts'
import { setPdf } from '../../shared/paper/typesetter.ts'
import layout from './layout.typ' with { type: 'text' }
import type { PocketData } from './pocket.ts'

export const make: Make<PocketData> = async (output, tools) => setPdf(output, tools, layout)
