import { type RawBuilder, sql } from 'kysely'

/** A concern as a line names it, without a word of it: what kind of place, where, and what makes it come first. */
export type Named = {
  number: number
  town: string | null
  sector: string | null
  /** As every list flags it and puts it first. What has ended presses nobody, whatever it was. */
  danger: boolean
  child: boolean
}

/** Those columns. `c`: the concern. */
export const namedColumns = sql`c.number, c.town, c.sector, c.danger and c.state in ('new', 'open') as danger,
  (c.child or c.young) and c.state in ('new', 'open') as child`

/** Danger first, then a child, then the rest: the order of every list (store/migrations/0013-lists.ts). */
export const pressingFirst: RawBuilder<unknown> = sql`danger desc, child desc`
