import type { Make } from '../kind.ts'
import { holdToLetters, latin, textsIn } from '../letters.ts'
import { setPdf } from '../paper/setter.ts'
import { docxOf } from '../word/docx.ts'
import { guideText } from '../word/guide.ts'
import type { GuideData } from './guide.ts'
import { layout } from './layout.ts'

export const make: Make<GuideData> = async (output, tools) => {
  if (output.format !== 'docx') return setPdf(output, tools, layout)
  holdToLetters(output.id, textsIn(output.data), latin(tools.fonts))
  return docxOf(guideText(output.data, output.date))
}
