import type { Shift } from '../../../domain/rota/shift.ts'
import { Tag } from '../components/tag.tsx'
import type { Asked } from '../context/page.ts'
import { answerWord } from './when.ts'

const states = { agreed: 'done', refused: 'late', asked: 'asked' } as const

/** Has whoever was asked agreed? In dashes until they have said. */
export const AnswerTag = ({ asked, shift }: { asked: Pick<Asked, 't'>; shift: Pick<Shift, 'answer'> }) => (
  <Tag state={states[shift.answer ?? 'asked']}>{answerWord(asked, shift)}</Tag>
)
