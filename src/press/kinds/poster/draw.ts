import type { Make } from '../../shared/kind.ts'
import { setPdf } from '../../shared/paper/typesetter.ts'
import type { PosterData } from './data.ts'
import layout from './layout.typ' with { type: 'text' }

export const make: Make<PosterData> = async (output, tools) => setPdf(output, tools, layout)
