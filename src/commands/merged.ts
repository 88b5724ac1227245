import { type RawBuilder, sql } from 'kysely'

/** What a concern was merged into, as far as whoever asks may see both: the column of it is nobody's to read. `concern`: a column with its id. */
export const mergedInto = (concern: string): RawBuilder<string | null> => sql`(
  select l.other_id from concern_link l where l.concern_id = ${sql.ref(concern)} and l.kind = 'merged' and l.ended_at is null)`

export const mergedIntoOf = (concern: string): RawBuilder<string> => sql`(
  select l.other_id from concern_link l where l.concern_id = ${concern}::uuid and l.kind = 'merged' and l.ended_at is null)`

/** A concern and what was merged into it. */
export const withMerged = (concern: string): RawBuilder<string> => sql`(
  select ${concern}::uuid union all
  select l.concern_id from concern_link l where l.other_id = ${concern}::uuid and l.kind = 'merged' and l.ended_at is null)`
