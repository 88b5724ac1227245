import type { Make } from '../kind.ts'
import { setPdf } from '../paper/setter.ts'
import type { FlowchartData } from './flowchart.ts'
import { layout } from './layout.ts'

export const make: Make<FlowchartData> = async (output, tools) => setPdf(output, tools, layout)
