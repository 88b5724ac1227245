import { z } from 'zod'
import { fact, id, isoDate, partialDate, sure, unknown } from '../fact.ts'

const text = z.string().min(1)

/** What someone who was taught knows, does or holds dear. A tag in `sources` says who asks for such an outcome, not that the sentence is theirs. */
export const outcomeSchema = z.strictObject({
  id,
  tier: id,
  topic: id,
  kind: z.enum(['know', 'do', 'value']),
  text,
  sources: z.array(id).min(1),
  /** How it can be assessed. */
  check: z.enum(['recall', 'scenario', 'role-play', 'practice', 'discussion']),
  indicators: z.array(id).optional(),
  /** Ids of the duties in the summary of the Home Office toolkit. */
  toolkit: z.array(z.string().regex(/^T-\d\d$/, 'a duty such as T-09')).optional(),
  services: z.array(id).optional(),
  review: fact.review,
  owner: fact.owner,
})
export type Outcome = z.infer<typeof outcomeSchema>

/** Who is to be taught, from everyone upward: each tier includes those of a lower `order`. */
export const tierSchema = z.strictObject({
  id,
  order: z.int().min(1),
  name: text,
  who: text,
  length: z.union([unknown, text]),
  form: z.union([unknown, text]),
  note: text.optional(),
})
export type Tier = z.infer<typeof tierSchema>

export const topicSchema = z.strictObject({ id, name: text })
export type Topic = z.infer<typeof topicSchema>

/** A framework or course that asks for such outcomes, and how much of it was read. */
export const outcomeSourceSchema = z.strictObject({ id, title: text, date: z.union([partialDate, isoDate, unknown]), read: text, sure })
export type OutcomeSource = z.infer<typeof outcomeSourceSchema>

/** How other frameworks cut their tiers. */
export const equivalentSchema = z.strictObject({ id, tiers: z.int().min(1), note: text })

/** What is known about training: measured or found. */
export const evidenceSchema = z.strictObject({
  id,
  finding: text,
  sample: text,
  use: text,
  source: text,
  source_date: z.union([partialDate, unknown]),
  sure,
  caution: z.string(),
})

/** What follows from the evidence for how courses are made. */
export const designRuleSchema = z.strictObject({ id, rule: text, because: z.array(id).min(1) })
