import type { Make } from '../kind.ts'
import { setPdf } from '../paper/setter.ts'
import { layout } from './layout.ts'
import type { PosterData } from './poster.ts'

export const make: Make<PosterData> = async (output, tools) => setPdf(output, tools, layout)
