import type { Make } from '../kind.ts'
import { setPdf } from '../paper/setter.ts'
import { docxOf } from '../word/docx.ts'
import { guideText } from '../word/guide.ts'
import type { GuideData } from './guide.ts'
import { layout } from './layout.ts'

export const make: Make<GuideData> = async (output, tools) =>
  output.format === 'docx' ? docxOf(guideText(output.data, output.date)) : setPdf(output, tools, layout)
