import { gradeSchema } from '../../domain/concerns/grading.ts'
import { listFile } from './descriptor.ts'

/** How intelligence is graded on the desk. */
export const grading = listFile({
  file: 'intelligence-grading.yaml',
  printed: false,
  lists: { intelligenceGrades: { key: 'grades', schema: gradeSchema, inPack: true } },
})
