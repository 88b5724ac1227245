import { z } from 'zod'
import { lengthOf, lengthSchema } from '../data-protection/data-protection.ts'
import { id } from '../fact.ts'

const text = z.string().min(1)

/** What kind of organisation people work for; figures are counted by these. `kinds`: kinds of partner that belong to it. */
export const trainedSectorSchema = z.strictObject({ id, name: text, kinds: z.array(id).min(1) })
export type TrainedSector = z.infer<typeof trainedSectorSchema>

/** What people do where they work. */
export const roleGroupSchema = z.strictObject({ id, name: text })
export type RoleGroup = z.infer<typeof roleGroupSchema>

/** The lengths that the register goes by. */
export const registerRules = [
  'certificate-ends',
  'update-first',
  'update-again',
  'ends-soon',
  'evaluation-later',
  'evaluation-half-year',
  'trainer-approved',
  'approval-ends-soon',
  'kept-after',
  'entries-kept',
  'sheet-photo-kept',
  'evaluations-kept',
] as const
export type RegisterRule = (typeof registerRules)[number]

/** A row of the pack's register.yaml: without a length, the rule does not hold. */
export const registerRuleSchema = z.strictObject({ id: z.enum(registerRules), length: lengthSchema.optional(), reason: text })

export type RegisterRules = readonly z.infer<typeof registerRuleSchema>[]

/** A length of the register; null: the rule does not hold. */
export const registerLength = (rules: RegisterRules, wanted: RegisterRule): Temporal.Duration | null => {
  const length = rules.find((rule) => rule.id === wanted)?.length
  return length ? lengthOf(length) : null
}

/** The sector of a kind of partner; what no sector names is with other public bodies. */
export const sectorOfKind = (sectors: readonly TrainedSector[], kind: string): string =>
  sectors.find(({ kinds }) => kinds.includes(kind))?.id ?? sectors[0]?.id ?? 'councils'
