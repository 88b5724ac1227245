import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Columns, columnsOfConcerns } from '../support/concern-columns.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const record = readFileSync(new URL('../../docs/reference/data-protection.md', import.meta.url), 'utf8')

/** What the record says of each table that tells anything of a concern: its columns in the open, and those that are sealed. */
const saidIn = (text: string): Record<string, Columns> => {
  const part = text.split('### Plain columns of concerns\n')[1]?.split('\n#')[0] ?? ''
  const names = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name).toSorted()
  const rows = [...part.matchAll(/^\| `(\w+)` \| ([^|]*) \| ([^|]*) \|$/gm)]
  return Object.fromEntries(rows.map(([, table = '', plain, sealed]) => [table, { plain: names(plain), sealed: names(sealed) }]))
}

test('the data protection record names every plain column of a concern, and none that is not there', async () => {
  const columns = await columnsOfConcerns(desk.owner)
  expect(Object.keys(columns).length).toBeGreaterThan(15)
  expect(saidIn(record)).toEqual(columns)
})

test('a new column that the record does not name would be seen', async () => {
  await sql`alter table concern_note add column about text`.execute(desk.owner)
  const columns = await columnsOfConcerns(desk.owner)
  expect(columns.concern_note?.plain).toContain('about')
  expect(saidIn(record).concern_note?.plain).not.toContain('about')
  await sql`alter table concern_note drop column about`.execute(desk.owner)
})

test('what wakes the desk says nothing of a concern: whoever is let into the database at all may listen', async () => {
  const { rows } = await sql<{ said: string }>`
    select (regexp_matches(prosrc, 'pg_notify\\(''waymark_concern'', ([^;]*)\\);', 'g'))[1] as said from pg_proc
      where pronamespace = 'public'::regnamespace`.execute(desk.owner)
  expect(rows.length).toBeGreaterThan(5)
  expect(rows.filter(({ said }) => said !== "''")).toEqual([])
})
