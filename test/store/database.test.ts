import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { connectOf, urlOf } from '../../src/store/connect-url.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { folderWithCluster, freshDatabase } from '../support/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-database-'))
const opened: Database[] = []
const told: string[] = []
const open = async (parts: { folder: string; url?: string }): Promise<Database> => {
  const database = await openDatabase({ ...parts, tell: (line) => told.push(line) })
  opened.push(database)
  return database
}
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close()
  told.length = 0
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A role of this test's own: roles belong to the whole server. */
const role = `role_of_test_${process.pid}`
const withRole = async (database: Database, use: () => Promise<void>): Promise<void> => {
  await database.owner.query(`create role ${role} login password '${database.passwordOf(role)}'`)
  await use().finally(() => database.owner.query(`drop role ${role}`))
}

test('a role signs in with the password that every process with this folder works out, and no other role has it', async () => {
  const { url, drop } = await freshDatabase()
  try {
    const [one, two] = [await open({ folder, url }), await open({ folder, url })]
    expect(statSync(join(folder, 'roles')).mode & 0o777).toBe(0o600)
    expect(one.passwordOf(role)).toBe(two.passwordOf(role))
    expect(one.passwordOf(role)).not.toBe(one.passwordOf(`${role}2`))
    expect(readFileSync(join(folder, 'roles'), 'utf8')).not.toContain(one.passwordOf(role))
    await withRole(one, async () => {
      const pool = two.poolOf(role)
      const { rows } = await pool.query(
        `select current_user as person, current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
           current_setting('idle_in_transaction_session_timeout') as idle`,
      )
      expect(rows).toEqual([{ person: role, statement: '30s', lock: '10s', idle: '30s' }])
      await expect(pool.query('create table mine (n int)')).rejects.toMatchObject({ code: '42501' })
      await pool.end()
    })
    await Promise.all(opened.splice(0).map((database) => database.close()))
  } finally {
    await drop()
  }
})

test('many processes that make the secret at one moment make one', async () => {
  const { url, drop } = await freshDatabase()
  const fresh = mkdtempSync(join(folder, 'many-'))
  const passwords = await Promise.all(Array.from({ length: 8 }, async () => (await open({ folder: fresh, url })).passwordOf('a')))
  expect(new Set(passwords).size).toBe(1)
  await Promise.all(opened.splice(0).map((database) => database.close()))
  await drop()
})

test('connections that end, in use or not, end no process, and the next question has a new one', async () => {
  const database = await open({ folder: await folderWithCluster() })
  await withRole(database, async () => {
    const pool = database.poolOf(role, 3)
    const [busy, idle] = [await pool.connect(), await pool.connect()]
    idle.release()
    await database.owner.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [role])
    await expect(busy.query('select 1')).rejects.toThrow()
    busy.release(true)
    while (!told.length) await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    expect(told.filter((line) => line.startsWith('A connection to the database was lost'))).toHaveLength(1)
    await pool.end()
  })
})

test('a wrong DATABASE_URL is said without the password that is in it', async () => {
  const failed = (url: string): Promise<string> => open({ folder, url }).then(() => 'It opened.', String)
  for (const url of ['localhost:5432', 'postgres://waymark:hid/den@@@:x/y', 'mysql://waymark:hid@localhost/waymark']) {
    const message = await failed(url)
    expect(message).toContain('write the address of a PostgreSQL server')
    expect(message).not.toContain('hid')
  }
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.on('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  await new Promise((resolve) => server.close(resolve))
  const message = await failed(`postgres://waymark:hidden@127.0.0.1:${port}/waymark`)
  expect(message).toContain(`leads to 127.0.0.1:${port}, database waymark, user waymark, and that does not work (ECONNREFUSED)`)
  expect(message).not.toContain('hidden')
})

test('an address in words and back is the same, with a folder of a socket and letters that addresses use themselves', async () => {
  const connect = { host: '/a folder/db', port: 6000, user: 'a@b', password: 'p:/?#%ä', database: 'x y' }
  expect(connectOf(urlOf(connect))).toMatchObject(connect)
  const { url, connect: own, drop } = await freshDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  expect((await client.query('select current_database() as name')).rows).toEqual([{ name: own.database }])
  await client.end()
  await drop()
})
