import { z } from 'zod'
import { id } from '../fact.ts'

/** To what kind of body an outcome says that a concern was passed. `other`: neither the police nor a council; `anyone`: whoever it was. */
const passedTo = ['police', 'council', 'other', 'anyone'] as const
type PassedTo = (typeof passedTo)[number]

/** How a concern can end: what the desk calls it, and the sentence that its reporter reads with their code. */
export const outcomeSchema = z.strictObject({
  id,
  name: z.string().min(1).max(120),
  reporter: z.string().min(1).max(600),
  says_passed: z.enum(passedTo).optional(),
})

/** Is it true of what was passed? `kinds`: of each partner (partner.kind) or body outside that it went to. */
export const isTrueOf = (says: PassedTo | undefined, kinds: readonly string[]): boolean =>
  says === undefined || kinds.some((kind) => says === 'anyone' || kindOf(kind) === says)

const kindOf = (kind: string): PassedTo => (kind === 'police' ? 'police' : /^council\b/.test(kind) ? 'council' : 'other')

/** How many days somebody who waits for the desk should wait: an own reminder, promised to nobody. */
export const waitSchema = z.strictObject({ id, days: z.int().min(1).max(90) })
