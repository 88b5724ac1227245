import type { Make } from '../kind.ts'
import { setPdf } from '../paper/setter.ts'
import type { GuideData } from './guide.ts'
import { layout } from './layout.ts'

export const make: Make<GuideData> = async (output, tools) => setPdf(output, tools, layout)
