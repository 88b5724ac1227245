import type { Make } from '../../shared/kind.ts'
import { setPdf } from '../../shared/paper/typesetter.ts'
import type { PocketCardData } from './data.ts'
import layout from './layout.typ' with { type: 'text' }

export const make: Make<PocketCardData> = async (output, tools) => setPdf(output, tools, layout)
