import type { Make } from '../kind.ts'
import { setPdf } from '../paper/setter.ts'
import { docxOf } from '../word/docx.ts'
import { handbookText } from '../word/handbook.ts'
import type { HandbookData } from './handbook.ts'
import { layout } from './layout.ts'

export const make: Make<HandbookData> = async (output, tools) =>
  output.format === 'docx' ? docxOf(handbookText(output.data, output.date)) : setPdf(output, tools, layout)
