import { z } from 'zod'
import { fact, id, partialDate, sure, unknown } from '../fact.ts'

/** The parts of a grading: how reliable the source is, how it knows, and how it may be shared. */
export const gradingParts = ['source', 'assessment', 'handling'] as const
export type GradingPart = (typeof gradingParts)[number]

/** One grade of intelligence (content/national/intelligence-grading.yaml). */
export const gradeSchema = z.strictObject({
  id,
  part: z.enum(gradingParts),
  grade: z.string().regex(/^[A-Z0-9]{1,3}$/, 'a grade is a short code, like B'),
  text: z.string().min(1),
  ...fact,
  source_date: z.union([partialDate, unknown]),
  sure,
})
export type Grade = z.infer<typeof gradeSchema>

/** What was recorded with one piece of intelligence: a code for each part. */
export type Grading = Readonly<Record<GradingPart, string>>

export const gradesOf = (grades: readonly Grade[], part: GradingPart): Grade[] => grades.filter((one) => one.part === part)

/** Is each code one of its part? */
export const isGrading = (grades: readonly Grade[], grading: Grading): boolean =>
  gradingParts.every((part) => gradesOf(grades, part).some(({ grade }) => grade === grading[part]))
