import type { Make } from '../kind.ts'
import { setPdf } from '../paper/setter.ts'
import { layout } from './layout.ts'
import type { PocketData } from './pocket.ts'

export const make: Make<PocketData> = async (output, tools) => setPdf(output, tools, layout)
