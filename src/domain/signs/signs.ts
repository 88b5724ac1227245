import { z } from 'zod'
import { fact, id, sure } from '../fact.ts'

/** A tag of `sources.yaml`. */
const sourceTag = z.string().regex(/^[A-Za-z0-9-]+$/)

/** What one notices: a group of signs, in the order in which pages list them. */
export const signCategorySchema = z.strictObject({ id, name: z.string().min(1), notice: z.string().min(1) })
export type SignCategory = z.infer<typeof signCategorySchema>

/** A kind of exploitation, after the groups of the Home Office's NRM statistics (since Q4 2019). */
export const exploitationTypeSchema = z.strictObject({
  id,
  name: z.string().min(1),
  /** One sentence that follows the name. */
  summary: z.string().min(1),
  /** Paragraphs, Markdown. */
  text: z.string().min(1),
  drawing: id,
  ...fact,
})
export type ExploitationType = z.infer<typeof exploitationTypeSchema>

/** One sign of exploitation. Never weighted: no number of signs is a threshold. */
export const indicatorSchema = z.strictObject({
  id,
  text: z.string().min(1),
  category: id,
  exploitation: z.array(id).min(1),
  /** Sector ids, or `any`. */
  sectors: z.array(id).min(1),
  applies_to: z.enum(['both', 'adult', 'child']),
  /** An editorial flag, not from an official list: show 999 first. */
  urgent: z.boolean().optional(),
  sources: z.array(sourceTag).min(1),
  checked: fact.checked,
  review: fact.review,
  owner: fact.owner,
})
export type Indicator = z.infer<typeof indicatorSchema>

/** A setting with its own signs and advice. */
export const sectorSchema = z.strictObject({
  id,
  name: z.string().min(1),
  /** One sentence under the name. */
  lead: z.string().min(1),
  exploitation: z.array(id).min(1),
  signs: z.array(z.string().min(1)).min(1),
  indicators: z.array(id).min(1),
  /** Advice by role; `who` is absent where it holds for everybody. */
  do: z.array(z.strictObject({ who: z.string().min(1).optional(), text: z.string().min(1) })).min(1),
  report_also: z.array(id),
  sources: z.array(sourceTag).min(1),
  checked: fact.checked,
  review: fact.review,
  owner: fact.owner,
})
export type Sector = z.infer<typeof sectorSchema>

/** A body that a sector's advice names, mapped to a service, or to who to call instead. */
export const bodySchema = z.strictObject({
  id,
  name: z.string().min(1),
  /** The service that reaches it, or null where no number of it is known. */
  service: z.union([id, z.null()]),
  /** Who to call where `service` is null or has no number. */
  instead: z.array(id).optional(),
  note: z.string().optional(),
  ...fact,
})
export type Body = z.infer<typeof bodySchema>

export const sourceSchema = z.strictObject({
  id: sourceTag,
  title: z.string().min(1),
  date: z.string(),
  /** How sure what rests on it is. A text marks what rests on one that is not A as not checked. */
  sure: sure.optional(),
  licence: z.string().optional(),
  url: z.url().optional(),
  note: z.string().optional(),
})
export type Source = z.infer<typeof sourceSchema>
