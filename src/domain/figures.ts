import { z } from 'zod'
import { fact, id, isoDate, partialDate, sure, unknown } from './fact.ts'

/** A published statistic. `from` and `to` are inclusive dates. */
export const figureSchema = z.strictObject({
  id,
  measure: id,
  breakdown: z.string().optional(),
  value: z.union([z.number(), unknown]),
  /** The first published value, where a later bulletin revised it. */
  first: z.number().optional(),
  qualifier: z.string().optional(),
  unit: z.string().min(1),
  from: z.union([isoDate, unknown]),
  to: z.union([isoDate, unknown]),
  geography: id,
  /** Never on a page about spotting signs, never for one district. */
  context_only: z.boolean().optional(),
  publish: z.boolean().optional(),
  note: z.string().optional(),
  /** Id in sources.yaml. */
  ...fact,
  source_date: z.union([partialDate, unknown]),
  sure,
})
export type Figure = z.infer<typeof figureSchema>
