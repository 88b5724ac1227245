import type { ClientBase } from 'pg'
import { BackupFault } from './fault.ts'
import type { Column } from './manifest.ts'

export type Table = { name: string; columns: readonly Column[] }

/** Every table of ours, those that others refer to first. Nothing here knows one by name; `apart`: what the program keeps of migrations. */
export const tablesOf = async (client: ClientBase, apart: readonly string[]): Promise<Table[]> => {
  const { rows } = await client.query<Table>(
    `select c.relname as name,
       coalesce((select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
         from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''), '[]') as columns
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1::text[]) order by c.relname`,
    [apart],
  )
  const { rows: arrows } = await client.query<{ child: string; parent: string }>(
    `select distinct c.relname as child, p.relname as parent from pg_constraint k
     join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
     where k.contype = 'f' and not k.condeferrable and c.oid <> p.oid
       and c.relnamespace = 'public'::regnamespace and p.relnamespace = 'public'::regnamespace
     union
     select a.args[1], p.relname from pg_trigger t join pg_proc f on f.oid = t.tgfoid join pg_class p on p.oid = t.tgrelid
       cross join lateral (select string_to_array(encode(t.tgargs, 'escape'), '\\000') as args) a
     where f.proname = 'referred_by' and p.relnamespace = 'public'::regnamespace`,
  )
  return parentsFirst(rows, arrows)
}

/** A reference to the table itself, or one that may be checked at the end, asks for no order. */
export const parentsFirst = (tables: readonly Table[], arrows: readonly { child: string; parent: string }[]): Table[] => {
  const ordered: Table[] = []
  let left = [...tables]
  while (left.length) {
    const names = new Set(left.map(({ name }) => name))
    const waits = new Set(arrows.flatMap(({ child, parent }) => (names.has(parent) ? [child] : [])))
    const ready = left.filter(({ name }) => !waits.has(name))
    if (!ready.length)
      throw new BackupFault(
        'circle',
        `These tables refer to each other in a circle, so that none can be restored first: ${[...names].join(', ')}. One of the references must be deferrable.`,
      )
    ordered.push(...ready)
    left = left.filter((table) => !ready.includes(table))
  }
  return ordered
}

export const sequencesOf = async (client: ClientBase): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by relname",
  )
  return rows.map(({ name }) => name)
}

/** As it stands in a statement. */
export const quoted = (client: ClientBase, name: string): string => `public.${client.escapeIdentifier(name)}`
export const columnList = (client: ClientBase, { columns }: Table): string =>
  columns.map(({ name }) => client.escapeIdentifier(name)).join(', ')
