import { z } from 'zod'
import type { AcceptWithin } from './climb.ts'

const minutes = z
  .int()
  .min(5)
  .max(24 * 60)

/** In minutes: how long whoever is offered a concern has, before it goes to the next. `danger`: also where a child may be at risk. */
export const handingOverSchema = z.strictObject({ accept_minutes: z.strictObject({ danger: minutes, other: minutes }) })
export type HandingOver = z.infer<typeof handingOverSchema>

/** Where the partnership has not decided it otherwise. */
const usual: AcceptWithin = { danger: 15, other: 60 }

export const acceptWithin = (handingOver: HandingOver | undefined): AcceptWithin => handingOver?.accept_minutes ?? usual
