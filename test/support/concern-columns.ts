import { sql } from 'kysely'
import type { Db } from '../../src/store/store.ts'

export type Columns = { plain: readonly string[]; sealed: readonly string[] }

/** Bytes that are no words: keyed hashes, and the public half of a key. */
const plainBytes = ['code_hash', 'reply_key', 'token']

/** Of each table that tells anything of a concern: its columns in the open, and those that are sealed, in the order of the alphabet. */
export const columnsOfConcerns = async (owner: Db): Promise<Record<string, Columns>> => {
  const { rows } = await sql<{ of: string; name: string; type: string }>`
    select c.table_name as of, c.column_name as name, c.data_type as type from information_schema.columns c
      join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
      where c.table_schema = 'public' and (c.table_name ~ '^(concern|listing|intake|erasure|access_request|stopped_picture|sharing_|share_|choice_)'
        or exists (select from information_schema.columns o where o.table_schema = 'public' and o.table_name = c.table_name
          and o.column_name in ('concern_id', 'concern', 'picture_id')))`.execute(owner)
  return Object.fromEntries(
    [...Map.groupBy(rows, (row) => row.of)].map(([table, its]) => {
      const isSealed = ({ name, type }: (typeof rows)[0]) => type === 'bytea' && !plainBytes.includes(name)
      const named = (sealed: boolean) => its.flatMap((row) => (isSealed(row) === sealed ? [row.name] : [])).toSorted()
      return [table, { plain: named(false), sealed: named(true) }]
    }),
  )
}
