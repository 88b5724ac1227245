import { z } from 'zod'

/** The most that is written for one recipient, and the most of a reason: letters. */
export const mostShared = 5000
export const mostSaid = 1000

/** What somebody else is told of a concern, as it was written for them. `to`: who that is, outside the partnership. */
export const sharedSchema = z.strictObject({
  version: z.literal(1),
  to: z.string().max(mostSaid).nullable(),
  what: z.string().max(mostShared),
  asked: z.string().max(mostSaid).nullable(),
})
export type Shared = z.infer<typeof sharedSchema>

/** What is sealed of a decision to share: exactly what would leave, and what makes the reason true. */
export const askedSchema = z.strictObject({ version: z.literal(1), shared: sharedSchema, why: z.string().max(mostSaid) })
export type Asked = z.infer<typeof askedSchema>
