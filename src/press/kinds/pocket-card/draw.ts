import type { Make } from '../../shared/kind.ts'
import { setPdf } from '../../shared/paper/typesetter.ts'
import { layout } from './layout.ts'
import type { PocketData } from './pocket.ts'

export const make: Make<PocketData> = async (output, tools) => setPdf(output, tools, layout)
