import type { Make } from '../../shared/kind.ts'
import { setPdf } from '../../shared/paper/typesetter.ts'
import layout from './layout.typ' with { type: 'text' }
import type { PosterData } from './poster.ts'

export const make: Make<PosterData> = async (output, tools) => setPdf(output, tools, layout)
