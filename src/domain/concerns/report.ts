import { z } from 'zod'

/** One thing that was asked and answered, in the words of the form on that day: it is read the same when the form has changed. */
export const saidSchema = z.strictObject({ id: z.string().max(60), asked: z.string().max(500), answer: z.string().max(20_000) })
export type Said = z.infer<typeof saidSchema>

/**
 * What is sealed of a report: everything that somebody wrote. `contact`: how they may be reached, where they said so, and when it is safe.
 * `pathway`: what a professional answered on the pathway, and chose to send along.
 */
export const reportSchema = z.strictObject({
  version: z.literal(1),
  said: z.array(saidSchema).max(60),
  contact: z.strictObject({ way: z.string().max(500), safe: z.string().max(1000) }).nullable(),
  pathway: z.array(saidSchema).max(60).nullable(),
})
export type Report = z.infer<typeof reportSchema>

/** What is sealed of an answer, or of something that they add later. */
export const addedSchema = z.strictObject({ version: z.literal(1), text: z.string().max(20_000) })
export type Added = z.infer<typeof addedSchema>
