import type { ClientBase } from 'pg'
import { quoted, type Table } from './catalogue.ts'

/** What `alter table` calls each way in which a trigger is on (pg_trigger.tgenabled). */
const ways: Readonly<Record<string, string>> = { O: 'enable', A: 'enable always', R: 'enable replica' }

/**
 * Turns our own triggers off: rows that come back were judged when they were first written, and a trigger that writes would write twice. What
 * refers to another table stays checked, also where a trigger of ours does that ("refers", migrations/0018-references.ts). Gives what turns them on again as they were, in the same transaction.
 */
export const quietTriggers = async (client: ClientBase, tables: readonly Table[]): Promise<() => Promise<void>> => {
  const { rows } = await client.query<{ table: string; trigger: string; way: string }>(
    `select c.relname as "table", t.tgname as trigger, t.tgenabled as way from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc f on f.oid = t.tgfoid
     where not t.tgisinternal and f.proname <> 'refers' and t.tgenabled <> 'D' and c.relnamespace = 'public'::regnamespace and c.relname = any ($1::text[])`,
    [tables.map(({ name }) => name)],
  )
  const turn = async (how: (way: string) => string): Promise<void> => {
    for (const { table, trigger, way } of rows)
      await client.query(`alter table ${quoted(client, table)} ${how(way)} trigger ${client.escapeIdentifier(trigger)}`)
  }
  await turn(() => 'disable')
  return () => turn((way) => ways[way] ?? 'enable')
}
