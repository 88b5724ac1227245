import { z } from 'zod'
import { fact, id, isoDate, sure } from '../fact.ts'

/** A nation as the rules know it; its bank holidays are those of a region of bank-holidays.yaml. */
export const clockNationSchema = z.strictObject({ id, name: z.string().min(1), region: id })
export type ClockNation = z.infer<typeof clockNationSchema>

/** Groups in which events are asked for, in this order. */
export const eventGroups = ['nrm', 'child', 'challenge', 'data'] as const

/** Something that has happened on a day and from which a clock may count. `after`: what cannot have come later than it. */
export const clockEventSchema = z.strictObject({
  id,
  group: z.enum(eventGroups),
  /** As the label of a date: "Positive reasonable grounds decision". */
  name: z.string().min(1),
  /** Which day is meant, where a reader may doubt it. */
  hint: z.string().min(1).optional(),
  after: z.array(id).default([]),
  /** What we do not count from it, and who knows: nobody may take it that there is no such day. */
  leaves_out: z.string().min(1).optional(),
  /** It may be planned for: its day may be in the future, and all that follows is said with "if". */
  future: z.boolean().default(false),
  /** The first year that is no slip of the hand. */
  earliest: z.int().min(1900).max(2100).default(2000),
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
  /**
   * deadline: someone must act by the last day. limit: someone may act until the last day; past it nobody is late. period: something lasts
   * until the last day. day: something is so from that day on.
   */
  kind: z.enum(['deadline', 'limit', 'period', 'day']),
  starts: id,
  /** Of a deadline or limit: what meets it. */
  met_by: z.array(id).default([]),
  /** Of a period: it lasts until one of these where that comes after its last day. */
  lasts_until: z.array(id).default([]),
  /** Of a period: it ends with one of these where that comes before its last day. */
  ends_with: z.array(id).default([]),
  unit: z.enum(['working-days', 'days', 'months', 'years']),
  /** How many: a number, or the id of a figure in figures.yaml, so that the number stands in one place. null: of a limit, none is known. */
  length: z.union([z.int().min(1).max(366), id]).nullable(),
  /** Is the day itself the first that counts, or the day after it? Of working days, the next one. */
  day_one: z.enum(['same-day', 'next-day']),
  /** A last day that is no working day moves to the next one. */
  moves: z.boolean().default(false),
  nations: z.array(id).min(1).optional(),
  /** The rule is for facts of these days, both counted: old cases stay right when the law changes. null: no known end. */
  valid_from: isoDate.nullable(),
  valid_to: isoDate.nullable(),
  /** Another rule for the same days, which names this one: which of the two held is not certain, so both are shown. */
  rival: id.optional(),
  /** What must be read in one glance with the last day while it is to come, and, of a limit, once it has passed. */
  beside: z.string().min(1).optional(),
  if_passed: z.string().min(1).optional(),
  /** What a reader must know besides. */
  note: z.string().min(1),
  ...fact,
  sure,
  /** How sure is the way of counting, apart from the number? */
  sure_count: sure,
})

const most: Partial<Record<string, number>> = { months: 24, years: 120 }

export const clockRuleSchema = rule
  .refine((r) => typeof r.length !== 'number' || r.length <= (most[r.unit] ?? 366), {
    path: ['length'],
    error: 'a length of no more than 24 months or 120 years',
  })
  .refine((r) => r.length !== null || r.kind === 'limit', {
    path: ['length'],
    error: 'a length, because only a limit can be without one',
  })
  .refine((r) => r.if_passed === undefined || r.kind === 'limit', {
    path: ['if_passed'],
    error: 'nothing here, because only a limit can pass',
  })
export type ClockRule = z.infer<typeof clockRuleSchema>

/** A rule whose length is a number; null where no limit is known. */
export type CountedRule = Omit<ClockRule, 'length'> & { length: number | null }

/** All that a pack says of clocks. */
export type Clocks = Readonly<{
  nations: readonly ClockNation[]
  events: readonly ClockEvent[]
  clocks: readonly Clock[]
  rules: readonly CountedRule[]
}>
