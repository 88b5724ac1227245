import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { backup } from '../../src/store/backup/backup.ts'
import { restore } from '../../src/store/backup/restore.ts'
import { references, refersAtOnce } from '../../src/store/migrations/0018-references.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

/** The one that refers stands before the other by name. */
const tables = `${references}
  create table zone (id uuid primary key default gen_random_uuid(), name text unique);
  create table area (id int primary key, zone_id uuid);
  ${refersAtOnce('area', { zone_id: 'zone' })}`

const folder = mkdtempSync(join(tmpdir(), 'waymark-references-'))
const opened: { database: TestDatabase; clients: pg.Client[] }[] = []
const migrated = async () => {
  const database = await freshDatabase('references', async ({ connect }) => {
    const client = new pg.Client(connect)
    await client.connect()
    await client.query(tables)
    await client.end()
  })
  const clients = [new pg.Client(database.connect), new pg.Client(database.connect)] as const
  for (const client of clients) await client.connect()
  opened.push({ database, clients: [...clients] })
  return { database, one: clients[0], other: clients[1] }
}
let at: Awaited<ReturnType<typeof migrated>>
beforeAll(async () => {
  at = await migrated()
})
afterAll(async () => {
  for (const { database, clients } of opened) {
    for (const client of clients) await client.end()
    await database.drop()
  }
  rmSync(folder, { recursive: true, force: true })
})

const refused = expect.objectContaining({ code: '23503' })
const zone = (name: string) => `insert into zone (name) values ('${name}')`
const of = (name: string) => `(select id from zone where name = '${name}')`

test('a row that refers to nothing is refused, added or changed, and what is referred to stays', async () => {
  const { one } = at
  await one.query(`${zone('near')}; insert into area select n, case when n > 1 then ${of('near')} end from generate_series(1, 3) n`)
  await expect(one.query(`insert into area values (4, ${of('near')}), (5, gen_random_uuid())`)).rejects.toEqual(refused)
  await expect(one.query('update area set zone_id = gen_random_uuid() where id = 1')).rejects.toEqual(refused)
  await expect(one.query(`delete from zone where name = 'near'`)).rejects.toEqual(refused)
  expect((await one.query('select id from area')).rowCount).toBe(3)
  await one.query(`delete from area; delete from zone`)
})

test('what a transaction added itself can be referred to, and what it took away again cannot', async () => {
  const { one } = at
  await one.query(`begin; ${zone('own')}; insert into area values (1, ${of('own')}); rollback`)
  await one.query(`begin; ${zone('own')}; create temp table was on commit drop as select id from zone; delete from zone`)
  await expect(one.query('insert into area values (1, (select id from was))')).rejects.toEqual(refused)
  await one.query('rollback')
})

test('of two at once, one that adds and one that takes away, the later waits and is refused', async () => {
  const { one, other } = at
  const id = '00000000-0000-4000-8000-000000000001'
  const pid = (await other.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid
  const waits = async (statement: string): Promise<{ end(): Promise<void> }> => {
    const answer = expect(other.query(statement)).rejects.toEqual(refused)
    await vi.waitFor(async () => expect((await one.query('select from pg_locks where pid = $1 and not granted', [pid])).rowCount).toBe(1))
    return { end: () => answer }
  }
  await one.query(`insert into zone values ('${id}', 'kept')`)
  await one.query(`begin; insert into area values (1, '${id}')`)
  const taken = await waits(`delete from zone where name = 'kept'`)
  await one.query('commit')
  await taken.end()
  await one.query(`delete from area where id = 1`)
  await one.query(`begin; delete from zone where name = 'kept'`)
  const added = await waits(`insert into area values (1, '${id}')`)
  await one.query('commit')
  await added.end()
})

test('a backup brings back what is referred to first, and refuses rows that refer to nothing', async () => {
  const { database, one } = await migrated()
  const back = async (name: string) => {
    const file = join(folder, name)
    await backup({ connect: database.connect, file, migration: '1' })
    const into = await migrated()
    return restore({ connect: into.database.connect, file, migration: '1' }).then(
      async () => (await into.one.query('select from area')).rowCount,
    )
  }
  await one.query(`${zone('near')}; insert into area select n, ${of('near')} from generate_series(1, 3) n`)
  expect(await back('whole')).toBe(3)
  await one.query(
    'alter table area disable trigger user; insert into area values (4, gen_random_uuid()); alter table area enable trigger user',
  )
  await expect(back('without')).rejects.toThrow('Nothing was restored')
})
