import { z } from 'zod'
import { fact, id, isoDate, sure } from '../fact.ts'

/** Something that has happened on a day and from which a clock may count. `after`: what cannot have come later than it. */
export const clockEventSchema = z.strictObject({
  id,
  /** As a thing that has happened: "The Home Office got the referral". */
  name: z.string().min(1),
  /** Which day is meant, where a reader may doubt it. */
  hint: z.string().min(1).optional(),
  after: z.array(id).default([]),
  /** Regions of bank-holidays.yaml; without it, all. */
  nations: z.array(id).min(1).optional(),
})
export type ClockEvent = z.infer<typeof clockEventSchema>

/** A clock by its name; how it counts is in its rules, which change with the law. */
export const clockSchema = z.strictObject({ id, name: z.string().min(1) })
export type Clock = z.infer<typeof clockSchema>

const rule = z.strictObject({
  id,
  clock: id,
  /** What the rule is: an Act or regulations, guidance, an aim that nobody is held to. */
  basis: z.enum(['law', 'guidance', 'aim']),
  /** deadline: somebody must act by the last day. period: something lasts until the last day. */
  kind: z.enum(['deadline', 'period']),
  starts: id,
  /** Of a deadline: what meets it. */
  met_by: z.array(id).default([]),
  /** Of a period: it lasts until one of these where that comes after its last day. */
  lasts_until: z.array(id).default([]),
  /** Of a period: it ends with one of these where that comes before its last day. */
  ends_with: z.array(id).default([]),
  unit: z.enum(['working-days', 'days', 'month']),
  /** How many: a number, or the id of a figure in figures.yaml, so that the number stands in one place. */
  length: z.union([z.int().min(1).max(366), id]),
  /** Is the day itself the first that counts, or the day after it? Of working days, the next one. */
  day_one: z.enum(['same-day', 'next-day']),
  /** A last day that is no working day moves to the next one. */
  moves: z.boolean().default(false),
  nations: z.array(id).min(1).optional(),
  /** The rule is for facts of these days, both counted: old cases stay right when the law changes. null: no known end. */
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
  /** What a reader must know beside the date. */
  note: z.string().min(1),
  ...fact,
  sure,
  /** How sure is the way of counting, apart from the number? */
  sure_count: sure,
})

export const clockRuleSchema = rule.refine((r) => r.unit !== 'month' || r.length === 1, {
  path: ['length'],
  error: 'the length 1, for one month',
})
export type ClockRule = z.infer<typeof clockRuleSchema>

/** A rule whose length is a number. */
export type CountedRule = Omit<ClockRule, 'length'> & { length: number }

/** All that a pack says of clocks. */
export type Clocks = Readonly<{ events: readonly ClockEvent[]; clocks: readonly Clock[]; rules: readonly CountedRule[] }>
