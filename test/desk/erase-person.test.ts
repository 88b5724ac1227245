import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { endAccess } from '../../src/commands/people/end-access.ts'
import { readPerson } from '../../src/commands/people/read-person.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
const work = mkdtempSync(join(tmpdir(), 'waymark-erase-'))
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(async () => {
  await desk.close()
  rmSync(work, { recursive: true })
})

const run = async (...args: string[]): Promise<{ code: number; said: string }> => {
  const spies = [vi.spyOn(console, 'log').mockReturnValue(), vi.spyOn(console, 'error').mockReturnValue()]
  for (const [name, value] of Object.entries({ DATABASE_URL: desk.url, WAYMARK_DATA: work })) vi.stubEnv(name, value)
  try {
    const code = await main(args)
    return { code, said: spies.flatMap(({ mock }) => mock.calls.map(([line]) => String(line))).join('\n') }
  } finally {
    vi.unstubAllEnvs()
    for (const spy of spies) spy.mockRestore()
  }
}

/** Tables in which a text stands anywhere. */
const tablesWith = async (text: string): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(desk.owner)
  const found = await Promise.all(
    rows.map(async ({ name }) => {
      const hits = await sql`select from ${sql.table(name)} t where t::text like ${`%${text}%`}`.execute(desk.owner)
      return hits.rows.length ? [name] : []
    }),
  )
  return found.flat().sort()
}

const traces = async ({ name, email }: Somebody) => [...(await tablesWith(name)), ...(await tablesWith(email))]

test('of somebody who was erased no table has the name, the address or a way to sign in, and the audit is whole', async () => {
  const administrator = await desk.somebody(['administrator'])
  const leaver = await desk.somebody(['practitioner'], { name: 'Quillfeather Marsh' })
  const { person } = leaver
  await desk.owner
    .insertInto('recovery_code')
    .values({ hash: Buffer.from('x'), person_id: person })
    .execute()
  expect((await run('erase', person)).code).toBe(1)
  expect(await traces(leaver)).toEqual(['profile', 'profile'])
  await desk.as(administrator, endAccess, { person })
  expect(await run('erase', person)).toMatchObject({ code: 0, said: expect.stringMatching(/^Erased\./) })
  expect(await traces(leaver)).toEqual([])
  // The id alone stays, where it says who was what and did what.
  expect(await tablesWith(person)).toEqual(['audit', 'person', 'profile', 'role_grant'])
  expect((await run('audit', 'verify')).code).toBe(0)
  // Their page is still one.
  expect(await desk.as(administrator, readPerson, { person })).toMatchObject({ done: { name: 'Erased', phone: null, state: 'ended' } })
})

test('an id that is none, and one of nobody, change nothing', async () => {
  for (const id of ['', 'x', "'; delete from person", '00000000-0000-0000-0000-000000000000']) expect((await run('erase', id)).code).toBe(1)
})
