import type { Make } from '../shared/kind.ts'
import { setPdf } from '../shared/paper/typesetter.ts'
import type { SheetData } from './event-files.ts'
import layout from './sheet.typ' with { type: 'text' }

export const makeSheet: Make<SheetData> = async (output, tools) => setPdf(output, tools, layout)
