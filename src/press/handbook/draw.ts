import type { Make } from '../kind.ts'
import { holdToLetters, latin, textsIn } from '../letters.ts'
import { setPdf } from '../paper/setter.ts'
import { docxOf } from '../word/docx.ts'
import { handbookText } from '../word/handbook.ts'
import type { HandbookData } from './handbook.ts'
import { layout } from './layout.ts'

export const make: Make<HandbookData> = async (output, tools) => {
  if (output.format !== 'docx') return setPdf(output, tools, layout)
  holdToLetters(output.id, textsIn(output.data), latin(tools.fonts))
  return docxOf(handbookText(output.data, output.date))
}
