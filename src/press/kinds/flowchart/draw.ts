import type { Make } from '../../shared/kind.ts'
import { setPdf } from '../../shared/paper/typesetter.ts'
import type { FlowchartData } from './data.ts'
import layout from './layout.typ' with { type: 'text' }

export const make: Make<FlowchartData> = async (output, tools) => setPdf(output, tools, layout)
