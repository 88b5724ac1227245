import { z } from 'zod'
import { fact, id, partialDate, sure, unknown } from '../fact.ts'
import { slideSchema } from './slide.ts'

const text = z.string().min(1)

/** A question with closed answers, and the reason for each of them. */
export const itemSchema = z
  .strictObject({
    id,
    question: text,
    choices: z
      .array(z.strictObject({ id, text, right: z.literal(true).optional(), why: text }))
      .min(2)
      .max(4),
    /** Outcomes that a right answer shows. */
    checks: z.array(id).min(1),
  })
  .superRefine((item, context) => {
    const complain = (path: (string | number)[], message: string, input: unknown) =>
      context.addIssue({ code: 'custom', path, message, input })
    if (item.choices.filter((c) => c.right).length !== 1) complain(['choices'], 'exactly one answer with `right: true`', item.choices)
    item.choices.forEach(({ id: choice }, i) => {
      if (item.choices.findIndex((c) => c.id === choice) < i) complain(['choices', i, 'id'], 'a different id for each answer', choice)
    })
  })
export type Item = z.infer<typeof itemSchema>

/** One part of a course: its slides with what is said, the text to read, and the questions of the check that belong to it. */
export const partSchema = z
  .strictObject({
    version: z.literal(1),
    title: text,
    /** One sentence: what one can do after it. */
    lead: text,
    /** How long it takes, talk of the room included. */
    minutes: z.number().min(1).max(30),
    /** What a trainer who comes to it late leaves out, in one or two sentences. */
    late: text.optional(),
    drawing: id,
    slides: z.array(slideSchema).min(1),
    check: z.array(itemSchema).optional(),
    ...fact,
    source_date: z.union([partialDate, unknown]),
    sure,
  })
  .superRefine((part, context) => {
    const twice = (list: 'slides' | 'check', rows: readonly { id: string }[]) =>
      rows.forEach((row, i) => {
        if (rows.findIndex((r) => r.id === row.id) < i)
          context.addIssue({
            code: 'custom',
            path: [list, i, 'id'],
            message: 'a different id, because this one appears twice in this part',
            input: row.id,
          })
      })
    twice('slides', part.slides)
    part.slides.forEach((slide, i) => {
      const { drawing, alt }: { drawing?: string | undefined; alt?: string | undefined } = { drawing: undefined, alt: undefined, ...slide }
      if (drawing && !alt)
        context.addIssue({
          code: 'custom',
          path: ['slides', i, 'alt'],
          message: 'a description of the drawing',
          input: undefined,
        })
      if (slide.type !== 'scenario' || !slide.instead) return
      const before = part.slides[i - 1]
      if (before?.type !== 'scenario' || before.id !== slide.instead)
        context.addIssue({
          code: 'custom',
          path: ['slides', i, 'instead'],
          message: 'the id of the case just before it',
          input: slide.instead,
        })
    })
    twice('check', part.check ?? [])
  })
export type PartText = z.infer<typeof partSchema>
export type Part = PartText & { id: string }
