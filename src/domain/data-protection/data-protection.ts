import { z } from 'zod'
import { fact, id, isoDate } from '../fact.ts'

/** What is kept about people, each for a time of its own. */
export const kept = ['concerns', 'attendances', 'audit'] as const
export type Kept = (typeof kept)[number]

const role = z.string().min(1)

/** How long something is kept, as people write it. */
export const lengthSchema = z
  .string()
  .regex(/^[1-9]\d{0,2} (?:days|weeks|months|years|day|week|month|year)$/, 'a number and a unit, such as 6 years')

const keptFor = z.strictObject({
  /** From its end: of a concern when it is closed, of an attendance on its day, of an entry of the audit when it is written. */
  length: lengthSchema,
  reason: z.string().min(1),
})

/**
 * What a partnership decides before anything about a person is received. Each part is absent until it has been decided, and says who looked
 * at it like every other fact. Roles only: no person's name belongs in a pack.
 */
export const dataProtectionSchema = z.strictObject({
  /** UK GDPR Article 4(7): who decides why and how. Several are joint controllers, who have an arrangement (Article 26). */
  controllers: z
    .strictObject({
      partners: z
        .array(id)
        .min(1)
        .refine((ids) => new Set(ids).size === ids.length, 'each partner once'),
      arrangement: isoDate.optional(),
      ...fact,
    })
    .nullish(),
  /** Who people write to about their data: a role, with its email address or a page. */
  contact: z.strictObject({ role, at: z.union([z.email(), z.url({ protocol: /^https$/ })]), ...fact }).nullish(),
  /** The data protection impact assessment (UK GDPR Article 35). */
  dpia: z.strictObject({ date: isoDate, signed_by: role, ...fact }).nullish(),
  retention: z
    .strictObject({ concerns: keptFor.optional(), attendances: keptFor.optional(), audit: keptFor.optional(), ...fact })
    .nullish(),
})
export type DataProtection = z.infer<typeof dataProtectionSchema>

/** The parts that are decided one by one, as the pack has them. */
export const decisions = ['controllers', 'contact', 'dpia', 'retention'] as const

/** `6 years`, as it is counted. */
export const lengthOf = (length: string): Temporal.Duration => {
  const [count, unit = ''] = length.split(' ')
  return Temporal.Duration.from({ [unit.endsWith('s') ? unit : `${unit}s`]: Number(count) })
}
