import course from '../../shared/course/layout.typ' with { type: 'text' }
import { holdToGlyphs, latin, textsIn } from '../../shared/glyphs.ts'
import type { Make } from '../../shared/kind.ts'
import { setPdf } from '../../shared/paper/typesetter.ts'
import { docxOf } from '../../shared/word/docx.ts'
import type { GuideData } from './data.ts'
import layout from './layout.typ' with { type: 'text' }
import { guideText } from './word.ts'

export const make: Make<GuideData> = async (output, tools) => {
  if (output.format !== 'docx') return setPdf(output, tools, course + layout)
  holdToGlyphs(output.id, textsIn(output.data), latin(tools.fonts))
  return docxOf(guideText(output.data, output.date))
}
