import type { Make } from '../../shared/kind.ts'
import { setPdf } from '../../shared/paper/typesetter.ts'
import type { BookletData } from './data.ts'
import layout from './layout.typ' with { type: 'text' }

export const make: Make<BookletData> = async (output, tools) => setPdf(output, tools, layout)
