import type { Make } from '../kind.ts'
import { setPdf } from '../paper/setter.ts'
import type { HandbookData } from './handbook.ts'
import { layout } from './layout.ts'

export const make: Make<HandbookData> = async (output, tools) => setPdf(output, tools, layout)
