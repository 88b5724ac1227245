import { z } from 'zod'
import { columnRoles } from './columns.ts'
import { dateOrders } from './dates.ts'
import { mostColumns } from './sheet.ts'

/** Different words of a column that can be matched by hand. */
export const mostValues = 40

/** People whom the list of an event takes from a file. */
export const mostListed = 2000

const place = z.int().min(0).max(mostColumns)
const word = z.string().max(80)

/** Years between the training and the day that a file gives, where that is the day on which it ends. */
export const endsAfter = [0, 1, 2, 3, 5] as const

/** How a file is read: set by hand once, and remembered by the names of its columns. Nothing of anybody is in it. */
export const mappingSchema = z.strictObject({
  columns: z.partialRecord(z.enum(columnRoles), place),
  /** What all of them were taught, a tier or the name of its update; null: the column of courses says it. */
  tier: z.string().max(160).nullable(),
  /** Words of that column, and what they are; what is not here is none of ours. */
  tiers: z.record(word, z.string().max(160)),
  /** Words that say somebody did it. */
  done: z.array(word).max(mostValues),
  order: z.enum(dateOrders).nullable(),
  /** The day of all rows, where no column has one. */
  on: z.iso.date().nullable(),
  ends: z.union(endsAfter.map((years) => z.literal(years))),
  /** Was it our course? Then its version is the one that was taught on the day; if not, it is not known. */
  ours: z.boolean(),
  /** Of organisations that the register does not know. */
  sector: z.string().max(60).nullable(),
})
export type Mapping = z.infer<typeof mappingSchema>

/** What is remembered of it for the next file. The day of one file is not; nor which update it was, for with each new version that is another one. */
export const remembered = (mapping: Mapping): Mapping => {
  const lasting = (one: string | null): boolean => one === null || !/-update-[0-9a-f]{12}-[0-9a-f]{12}$/.test(one)
  return {
    ...mapping,
    on: null,
    tier: lasting(mapping.tier) ? mapping.tier : null,
    tiers: Object.fromEntries(Object.entries(mapping.tiers).filter(([, one]) => lasting(one))),
  }
}
