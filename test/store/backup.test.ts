import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup } from '../../src/store/backup/backup.ts'
import { parentsFirst } from '../../src/store/backup/catalogue.ts'
import { BackupFault } from '../../src/store/backup/fault.ts'
import { checkBackup } from '../../src/store/backup/read.ts'
import { restore } from '../../src/store/backup/restore.ts'
import { type Entry, tarEnd, tarEntries, tarEntry } from '../../src/store/backup/tar.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { lostOf, startWriters } from '../support/writers.ts'

/** Children before parents by name, a table that refers to itself, two in a circle, and every kind of value that a copy could spoil. */
const tables = `
  create table zone (id uuid primary key, name text not null);
  create table area (id int generated always as identity primary key, zone uuid not null references zone, above int references area,
    name text, long_name text generated always as (name || '!') stored);
  create table egg (id int primary key, hen int not null);
  create table hen (id int primary key, egg int not null references egg);
  alter table egg add foreign key (hen) references hen deferrable;
  create table value (id serial primary key, nothing text, bytes bytea, more jsonb, at timestamptz, amount numeric, many text[], flag boolean);
  create table nobody ("odd ""name" text);
  create table migration_list (name text);
  create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not by hand'; end $$;
  create trigger watch before insert on zone for each row execute function refuse();
  create constraint trigger late after insert on area deferrable initially deferred for each row execute function refuse();
  alter table area enable always trigger late;
  alter table zone enable row level security;
  create policy nobody_sees on zone using (false);`

const rows = `
  insert into migration_list values ('0001');
  alter table zone disable trigger watch; alter table area disable trigger late;
  insert into zone select gen_random_uuid(), 'zone ' || n from generate_series(1, 50) n;
  insert into area (zone, above, name) select (select id from zone limit 1), nullif(n, 1) - 1, 'area ' || n from generate_series(1, 200) n;
  begin; set constraints all deferred; insert into egg values (1, 1), (2, 2); insert into hen values (1, 2), (2, 1); commit;
  insert into value (nothing, bytes, more, at, amount, many, flag) values
    (null, '\\x0001ff00', '{"a": [1, null, "é\\u0001"], "b": 1.50}', '2026-11-30 02:15:08.123456+00', 1234567890.123456789, '{a,null,"b c"}', null),
    ('', '', '[]', 'infinity', 'NaN', '{}', true), (E'\\\\N\\n\\t\\u2028', null, null, '0044-03-15 BC', null, null, false);
  insert into value (bytes) select string_agg(sha512(convert_to(n || ' ' || m, 'UTF8')), '') from generate_series(1, 60) n, generate_series(1, 400) m group by n;
  select setval('value_id_seq', 5000);`

const folder = mkdtempSync(join(tmpdir(), 'waymark-backup-'))
const opened: TestDatabase[] = []
const ask = async ({ connect }: TestDatabase, sql: string): Promise<unknown[]> => {
  const client = new pg.Client(connect)
  await client.connect()
  const answer = await client.query(sql).finally(() => client.end())
  return answer.rows
}
const migrated = async (): Promise<TestDatabase> => {
  const database = await freshDatabase('backup', async ({ connect }) => {
    const client = new pg.Client(connect)
    await client.connect()
    await client.query(tables)
    await client.end()
  })
  opened.push(database)
  return database
}
const known = { migration: '0001', apart: ['migration_list'] }
const whole = join(folder, 'whole.waymark')
let source: TestDatabase
beforeAll(async () => {
  source = await migrated()
  await ask(source, rows)
  await backup({ connect: source.connect, file: whole, ...known })
})
afterAll(async () => {
  for (const database of opened) await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const contents = async (database: TestDatabase): Promise<unknown> =>
  Promise.all(['zone', 'area', 'egg', 'hen', 'value', 'nobody'].map((name) => ask(database, `select t::text from ${name} t order by 1`)))
let count = 0
/** A file with these bytes, of a name of its own. */
const fileOf = (bytes: Buffer): string => {
  count += 1
  const file = join(folder, `${count}.waymark`)
  writeFileSync(file, bytes)
  return file
}
const unpacked = (bytes: Buffer): Buffer | null => {
  try {
    return gunzipSync(bytes)
  } catch {
    return null
  }
}
const partsOf = async (file: string): Promise<Entry[]> => {
  const entries: Entry[] = []
  const plain = gunzipSync(readFileSync(file))
  for await (const { name, bytes } of tarEntries(stream(plain), 1e9)) entries.push({ name, bytes: Buffer.from(bytes) })
  return entries
}
async function* stream(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
/** Packed again, so that only what a backup itself looks at can tell. */
const packed = (entries: readonly Entry[]): string => fileOf(gzipSync(Buffer.concat([...entries.map(tarEntry), tarEnd]), { level: 1 }))
const faultOf = async (done: Promise<unknown>): Promise<BackupFault> => {
  const error = await done.then(
    () => null,
    (error: unknown) => error,
  )
  if (error instanceof BackupFault) return error
  throw error ?? new Error('It went through.')
}

test('what comes back is what was there, to the microsecond, and numbers go on where they were', async () => {
  const target = await migrated()
  const manifest = await restore({ connect: target.connect, file: whole, ...known })
  expect(await contents(target)).toEqual(await contents(source))
  expect(Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows]))).toEqual({
    ...{ zone: 50, area: 200, egg: 2, hen: 2, value: 63, nobody: 0 },
  })
  expect(statSync(whole).mode & 0o777).toBe(0o600)
  expect(await ask(target, 'insert into value default values returning id')).toEqual([{ id: 5001 }])
  expect(await ask(target, 'select tgname, tgenabled from pg_trigger where not tgisinternal order by 1')).toEqual([
    { tgname: 'late', tgenabled: 'A' },
    { tgname: 'watch', tgenabled: 'O' },
  ])
  await expect(ask(target, "insert into zone values (gen_random_uuid(), 'x')")).rejects.toThrow('not by hand')
  // Once more: it is not empty now.
  const fault = await faultOf(restore({ connect: target.connect, file: whole, ...known }))
  expect(fault).toMatchObject({ code: 'not-empty', message: expect.stringContaining('Restore into a new database') })
})

test('a file is never written over, and one that could not be finished is not left', async () => {
  expect(await faultOf(backup({ connect: source.connect, file: whole, ...known }))).toMatchObject({ code: 'exists' })
  const file = join(folder, 'unfinished.waymark')
  await expect(backup({ connect: { ...source.connect, database: 'none_of_that_name' }, file, ...known })).rejects.toThrow('does not exist')
  expect(existsSync(file)).toBe(false)
})

test('a database that goes away half-way ends the backup with an error, and leaves no file', async () => {
  const holder = new pg.Client(source.connect)
  await holder.connect()
  await holder.query('begin; lock table value in access exclusive mode')
  const file = join(folder, 'gone.waymark')
  const done = backup({ connect: source.connect, file, ...known })
  const failed = expect(done).rejects.toThrow(/terminating connection/)
  const end =
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'waymark backup' and wait_event_type = 'Lock'"
  while (!(await ask(source, end)).length) await new Promise((resolve) => setTimeout(resolve, 5))
  await failed
  await holder.end()
  expect(existsSync(file)).toBe(false)
})

test('half a file, and one that lacks its last byte, are cut short', async () => {
  const bytes = readFileSync(whole)
  for (const length of [bytes.length - 1, bytes.length >> 1, 100, 5]) {
    const file = fileOf(bytes)
    truncateSync(file, length)
    expect((await faultOf(checkBackup(file))).code, `${length}`).toBe('cut')
  }
  const parts = await partsOf(whole)
  expect(await faultOf(checkBackup(packed(parts.slice(0, -1))))).toMatchObject({
    code: 'cut',
    message: expect.stringContaining('cut short'),
  })
})

test('a byte that changed on the disk is seen, wherever it is', async () => {
  const bytes = readFileSync(whole)
  const plain = gunzipSync(bytes)
  for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / (process.env.WAYMARK_ALL ? 60 : 12))) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 0x10
    const done = checkBackup(fileOf(changed))
    // Some bits of gzip mean nothing for what comes out: its time and system (RFC 1952), or one way of two to say the same.
    if (unpacked(changed)?.equals(plain)) await done
    else await faultOf(done)
  }
})

test('a byte that changed in any part is seen, though the file was packed anew', async () => {
  const parts = await partsOf(whole)
  for (const [i, { name, bytes }] of parts.entries()) {
    if (name === 'manifest.json') continue
    for (const at of process.env.WAYMARK_ALL ? [0, bytes.length >> 1, bytes.length - 1] : [bytes.length >> 1]) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      const other = { name, bytes: changed }
      const fault = await faultOf(checkBackup(packed(parts.with(i, other))))
      if (name !== 'waymark-backup.json')
        expect(fault.message).toContain(`the rows of ${name.split('/')[1]} are not those that were written`)
    }
  }
})

test('a table without its end, or gone, or twice, is damaged: COPY itself would not say so', async () => {
  const parts = await partsOf(whole)
  const at = parts.findIndex(({ name }) => name.startsWith('tables/area/'))
  const { name = '', bytes = Buffer.alloc(0) } = parts[at] ?? {}
  for (const other of [
    parts.with(at, { name, bytes: bytes.subarray(0, -2) }),
    parts.toSpliced(at, 1),
    parts.toSpliced(at, 0, { name, bytes }),
    parts.toSpliced(at, 0, { name: 'tables/more/000001', bytes }),
    parts.toSpliced(at, 0, { name: '../etc', bytes }),
  ])
    expect((await faultOf(checkBackup(packed(other)))).code).toBe('damaged')
})

test('what is no backup, of a newer Waymark, of another migration or of other tables is said', async () => {
  const target = await migrated()
  const restored = (file: string, more = {}): Promise<BackupFault> => faultOf(restore({ connect: target.connect, file, ...known, ...more }))
  expect((await restored(join(folder, 'none'))).code).toBe('unreadable')
  expect((await restored(folder)).code).toBe('unreadable')
  expect((await restored(fileOf(Buffer.from('A letter to somebody, and no backup at all')))).code).toBe('not-a-backup')
  expect((await restored(packed([{ name: 'a.txt', bytes: Buffer.from('x') }]))).code).toBe('not-a-backup')
  const parts = await partsOf(whole)
  const newer = packed(parts.with(0, { name: 'waymark-backup.json', bytes: Buffer.from('{"format": 2}') }))
  expect(await restored(newer)).toMatchObject({ code: 'newer', message: expect.stringContaining('format 2; this one reads 1') })
  expect(await restored(whole, { migration: '0002' })).toMatchObject({
    code: 'other-migration',
    message: expect.stringContaining('whose last migration is 0001; that of this one is 0002'),
  })
  await ask(target, 'alter table nobody add column more int')
  expect((await restored(whole)).code).toBe('other-tables')
})

test('rows that the database refuses leave it empty, and none of their words are said', async () => {
  const target = await migrated()
  await ask(target, "alter table value add check (nothing <> '')")
  const fault = await faultOf(restore({ connect: target.connect, file: whole, ...known }))
  expect(fault).toMatchObject({ code: 'refused', message: expect.stringContaining('the rows of value') })
  expect(fault.message).toContain('(23514)')
  expect(await contents(target)).toEqual([[], [], [], [], [], []])
  expect(await ask(target, 'select last_value::int as n from value_id_seq')).toEqual([{ n: 1 }])
})

test('a backup under writers is of one moment', async () => {
  const database = await freshDatabase()
  opened.push(database)
  await ask(database, 'create table kept (n int primary key); create table pair (n int references kept)')
  // Each transaction adds to both, the child's table first by name or not: at any moment they agree.
  await ask(
    database,
    `create function both_tables() returns trigger language plpgsql as $$ begin insert into pair values (new.n); return null; end $$;
     create trigger both_tables after insert on kept for each row execute function both_tables()`,
  )
  const writers = await startWriters(database.connect)
  const others = ['a', 'b', 'c'].map((name) => join(folder, `${name}.waymark`))
  const acknowledged: Set<number>[] = []
  for (const file of others) {
    while (writers.acknowledged.size < 100 * (acknowledged.length + 1)) await new Promise((resolve) => setTimeout(resolve, 5))
    acknowledged.push(new Set(writers.acknowledged))
    await backup({ connect: database.connect, file, migration: '0001' })
  }
  await writers.stop()
  for (const [i, file] of others.entries()) {
    const target = await freshDatabase()
    opened.push(target)
    await ask(target, 'create table kept (n int primary key); create table pair (n int references kept)')
    await ask(
      target,
      `create function both_tables() returns trigger language plpgsql as $$ begin insert into pair values (new.n); return null; end $$;
       create trigger both_tables after insert on kept for each row execute function both_tables()`,
    )
    await restore({ connect: target.connect, file, migration: '0001' })
    expect(await lostOf(target.connect, acknowledged[i] ?? new Set())).toEqual([])
    expect(
      await ask(target, 'select count(*)::int as alone from kept full join pair using (n) where kept is null or pair is null'),
    ).toEqual([{ alone: 0 }])
  }
})

test('whom row security keeps from rows gets an error, not a backup without them', async () => {
  const role = `reader_${process.pid}`
  await ask(
    source,
    `create role ${role} login password 'reader'; grant select on all tables in schema public to ${role}; grant select on all sequences in schema public to ${role}`,
  )
  try {
    const connect = { ...source.connect, user: role, password: 'reader' }
    await expect(backup({ connect, file: join(folder, 'less.waymark'), ...known })).rejects.toMatchObject({ code: '42501' })
  } finally {
    await ask(source, `drop owned by ${role}; drop role ${role}`)
  }
})

test('tables in a circle that nothing opens are named', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ name, columns: [] }))
  if (!a || !b || !c) throw new Error('three')
  expect(
    parentsFirst(
      [a, b, c],
      [
        { child: 'a', parent: 'c' },
        { child: 'c', parent: 'b' },
      ],
    ),
  ).toEqual([b, c, a])
  expect(() =>
    parentsFirst(
      [a, b, c],
      [
        { child: 'a', parent: 'b' },
        { child: 'b', parent: 'a' },
      ],
    ),
  ).toThrow('in a circle, so that none can be restored first: a, b.')
})
