import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storeFaultOf } from '../../src/commands/store-fault.ts'
import { type ServedDesk, serveTestDesk } from '../support/desk.ts'
import { deskVisitor } from '../support/desk-visitor.ts'

let desk: ServedDesk
beforeAll(async () => {
  desk = await serveTestDesk()
})
afterAll(() => desk.stop())

test('while the database lets nobody in, a page of the desk says so with 503, and works again by itself', async () => {
  const one = await desk.somebody(['practitioner'])
  const visitor = deskVisitor(desk.at, one.cookie)
  expect((await visitor.get('/desk/facts')).status).toBe(200)
  const roles = ['waymark_desk', 'waymark_app']
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(desk.owner)
  const limit = (most: number) => sql.raw(`alter database ${rows[0]?.name} connection limit ${most}`).execute(desk.owner)
  await limit(0)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = any(${roles})`.execute(
    desk.owner,
  )
  const gone = await visitor.get('/desk/facts')
  expect(gone.status).toBe(503)
  expect(gone.text).toContain('The desk cannot reach its database')
  await limit(-1)
  expect((await visitor.get('/desk/facts')).status).toBe(200)
})

test('a full disk is told apart from a database that is not there, and from a fault of ours', () => {
  const error = (code: string, message = 'x') => Object.assign(new Error(message), { code })
  expect(['53100', '57P03', 'ECONNREFUSED', '08006', '42501'].map((code) => storeFaultOf(error(code)))).toEqual([
    'full',
    'gone',
    'gone',
    'gone',
    null,
  ])
  expect(storeFaultOf(new Error('Connection terminated unexpectedly'))).toBe('gone')
  expect(storeFaultOf(new Error('anything else'))).toBeNull()
})
