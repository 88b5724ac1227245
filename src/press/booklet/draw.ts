import type { Make } from '../kind.ts'
import { setPdf } from '../paper/setter.ts'
import type { BookletData } from './booklet.ts'
import { layout } from './layout.ts'

export const make: Make<BookletData> = async (output, tools) => setPdf(output, tools, layout)
