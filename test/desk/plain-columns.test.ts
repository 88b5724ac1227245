import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const record = readFileSync(new URL('../../docs/reference/data-protection.md', import.meta.url), 'utf8')

type Columns = { plain: readonly string[]; sealed: readonly string[] }

/** What the record says of each table that tells anything of a concern: its columns in the open, and those that are sealed. */
const saidIn = (text: string): Record<string, Columns> => {
  const part = text.split('### Plain columns of concerns\n')[1]?.split('\n#')[0] ?? ''
  const names = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name).toSorted()
  const rows = [...part.matchAll(/^\| `(\w+)` \| ([^|]*) \| ([^|]*) \|$/gm)]
  return Object.fromEntries(rows.map(([, table = '', plain, sealed]) => [table, { plain: names(plain), sealed: names(sealed) }]))
}

/** Bytes that are no words: keyed hashes, and the public half of a key. */
const plainBytes = ['code_hash', 'reply_key', 'token', 'token_hash', 'once', 'public']

/** Each table that has a concern's id, or is of concerns alone, as the database has it. */
const columnsOf = async (): Promise<Record<string, Columns>> => {
  const { rows } = await sql<{ of: string; name: string; type: string }>`
    select c.table_name as of, c.column_name as name, c.data_type as type from information_schema.columns c
      join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
      where c.table_schema = 'public' and (c.table_name ~ '^(concern|listing|intake|erasure|access_request|stopped_picture|sharing_|share_|choice_)'
        or exists (select from information_schema.columns o where o.table_schema = 'public' and o.table_name = c.table_name
          and o.column_name in ('concern_id', 'concern', 'picture_id')))
      order by c.column_name`.execute(desk.owner)
  return Object.fromEntries(
    [...Map.groupBy(rows, (row) => row.of)].map(([table, its]) => {
      const isSealed = ({ name, type }: (typeof rows)[0]) => type === 'bytea' && !plainBytes.includes(name)
      const named = (sealed: boolean) => its.flatMap((row) => (isSealed(row) === sealed ? [row.name] : [])).toSorted()
      return [table, { plain: named(false), sealed: named(true) }]
    }),
  )
}

test('the data protection record names every plain column of a concern, and none that is not there', async () => {
  const columns = await columnsOf()
  expect(Object.keys(columns).length).toBeGreaterThan(15)
  expect(saidIn(record)).toEqual(columns)
})

test('a new column that the record does not name would be seen', async () => {
  await sql`alter table concern_note add column about text`.execute(desk.owner)
  const columns = await columnsOf()
  expect(columns['concern_note']?.plain).toContain('about')
  expect(saidIn(record)['concern_note']?.plain).not.toContain('about')
  await sql`alter table concern_note drop column about`.execute(desk.owner)
})
