import { z } from 'zod'
import { id } from '../fact.ts'

/** How a concern can end: what the desk calls it, and the sentence that its reporter reads with their code. */
export const outcomeSchema = z.strictObject({ id, name: z.string().min(1).max(120), reporter: z.string().min(1).max(600) })

/** How many days somebody who waits for the desk should wait: an own reminder, promised to nobody. */
export const waitSchema = z.strictObject({ id, days: z.int().min(1).max(90) })
