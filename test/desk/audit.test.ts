import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { endAccess } from '../../src/commands/people/end-access.ts'
import { endSignIns } from '../../src/commands/people/end-sign-ins.ts'
import { chainReader, type Entry, writeHead } from '../../src/domain/audit/chain.ts'
import { entriesOf } from '../../src/store/audit/entries.ts'
import { asSignedIn, writeEntry } from '../../src/store/store.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
const work = mkdtempSync(join(tmpdir(), 'waymark-audit-'))
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(async () => {
  await desk.close()
  rmSync(work, { recursive: true })
})

const entries = async (): Promise<Entry[]> => {
  const client = new pg.Client(desk.url)
  await client.connect()
  try {
    return await Array.fromAsync(entriesOf(client))
  } finally {
    await client.end()
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const faultOf = (all: readonly Entry[]) => {
  const reader = chainReader(sha256)
  return all.map((one) => reader.take(one)).find((fault) => fault !== null) ?? reader.end().fault
}

test('ten who write at once, and some whose work is undone, leave one chain without a gap', async () => {
  const people = await Promise.all(Array.from({ length: 10 }, () => desk.somebody(['coordinator'])))
  const write = async (who: (typeof people)[number], at: number): Promise<void> => {
    await asSignedIn(desk.parts.store, who.signIn, async (tx) => {
      await writeEntry(tx, { verb: 'look-at', object: 'person', id: `${at}`, owner: at % 2 ? who.person : null })
      if (at % 7 === 0) throw new Error('undone')
    }).catch((error: Error) => {
      if (error.message !== 'undone') throw error
    })
  }
  await Promise.all(
    people.map(async (who) => {
      for (let at = 1; at <= 20; at++) await write(who, at)
    }),
  )
  const all = await entries()
  expect(all).toHaveLength(10 * 18)
  expect(faultOf(all)).toBeNull()
  // Each is whose it says: nobody can write as another.
  expect(new Set(all.map(({ person }) => person))).toEqual(new Set(people.map(({ person }) => person)))
})

test('nobody who is signed out writes an entry', async () => {
  const one = await desk.somebody(['coordinator'])
  await desk.owner.updateTable('sign_in').set({ ended_at: new Date() }).where('id', '=', one.signIn).execute()
  const written = asSignedIn(desk.parts.store, one.signIn, (tx) => writeEntry(tx, { verb: 'look-at', object: 'person', id: 'x' }))
  await expect(written).rejects.toMatchObject({ code: '28000' })
})

test('whoever ends the sign-in that asks, or their own access, is in the audit for it', async () => {
  const [one, other] = [await desk.somebody(['administrator']), await desk.somebody(['administrator'])]
  expect(await desk.as(one, endSignIns, { person: one.person, signIn: null })).toEqual({ done: 1 })
  expect(await desk.as(other, endAccess, { person: other.person })).toHaveProperty('done')
  const written = await desk.owner.selectFrom('audit').select(['person', 'verb']).orderBy('seq', 'desc').limit(2).execute()
  expect(written).toEqual([
    { person: other.person, verb: 'end-access' },
    { person: one.person, verb: 'end-sign-ins' },
  ])
  await desk.owner.deleteFrom('audit').where('person', 'in', [one.person, other.person]).execute()
})

/** The command, in this process: what it ends with and what it says. */
const run = async (...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> => {
  const [out, err] = [vi.spyOn(console, 'log').mockReturnValue(), vi.spyOn(console, 'error').mockReturnValue()]
  const code = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const given = { DATABASE_URL: desk.url, WAYMARK_DATA: work }
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value)
  try {
    const status = await main(['audit', ...args])
    const said = (of: { mock: { calls: unknown[][] } }): string => of.mock.calls.map(([line]) => String(line)).join('\n')
    return { status, stdout: said(out) || code.mock.calls.map(([line]) => String(line)).join(''), stderr: said(err) }
  } finally {
    vi.unstubAllEnvs()
    for (const spy of [out, err, code]) spy.mockRestore()
  }
}

test('the command proves what the database has, and what it printed, and names the entry that was changed', async () => {
  expect(await run('verify')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^180 entries, each as it was written\. The last: 180 [0-9a-f]{64}$/),
  })
  const file = join(work, 'entries')
  writeFileSync(file, (await run('export')).stdout)
  expect((await run('verify', file)).status).toBe(0)
  const lines = readFileSync(file, 'utf8').split('\n')
  const changed = join(work, 'changed')
  const line = (text: string) => writeFileSync(changed, lines.with(99, text).join('\n'))
  line(lines[99]?.replace('look-at', 'look-as') ?? '')
  expect(await run('verify', changed)).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Entry 100 was changed/) })
  writeFileSync(changed, lines.toSpliced(49, 1).join('\n'))
  expect(await run('verify', changed)).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Entry 51 does not follow/) })
  line('{"seq": "100"}')
  expect(await run('verify', changed)).toMatchObject({ status: 1, stderr: 'Line 100 is no entry of the audit.' })
  // Cut off at the end, it is whole by itself: only what was published tells.
  const heads = join(work, 'heads')
  writeFileSync(heads, `On Monday: ${writeHead((await entries()).at(-1) as Entry)}\n`)
  writeFileSync(changed, lines.slice(0, 150).join('\n'))
  expect((await run('verify', changed)).status).toBe(0)
  expect(await run('verify', changed, '--heads', heads)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^Entry 180 is not as it was published/),
  })
  expect((await run('verify', join(work, 'none'))).status).toBe(2)
})

test('who looked at what is theirs, a member sees; of others they see nothing', async () => {
  const [one, other] = [await desk.somebody(['practitioner']), await desk.somebody(['administrator'])]
  await asSignedIn(desk.parts.store, other.signIn, (tx) =>
    writeEntry(tx, { verb: 'read-person', object: 'person', id: one.person, owner: one.person }),
  )
  const seen = await asSignedIn(desk.parts.store, one.signIn, (tx) => tx.selectFrom('audit').select(['verb', 'person']).execute())
  expect(seen).toEqual([{ verb: 'read-person', person: other.person }])
})

test('whoever opens forty pages in ten minutes, the same ones again among them, is told of to the coordinators, once', async () => {
  const [reader, coordinator] = [await desk.somebody(['administrator']), await desk.somebody(['coordinator'])]
  const read = (id: number) =>
    asSignedIn(desk.parts.store, reader.signIn, (tx) => writeEntry(tx, { verb: 'read-person', object: 'person', id: `${id}` }))
  const alarms = () =>
    asSignedIn(desk.parts.store, coordinator.signIn, (tx) => tx.selectFrom('alarm').select(['person_id', 'count']).execute())
  for (let id = 0; id < 39; id++) await read(id % 5)
  expect(await alarms()).toEqual([])
  await read(1)
  await read(2)
  expect(await alarms()).toEqual([{ person_id: reader.person, count: 40 }])
  // Forty over a longer time are no alarm.
  const slow = await desk.somebody(['administrator'])
  await sql`insert into audit select 1000000 + g, now() - interval '11 minutes', ${slow.person}::uuid, 'read-person', 'person', g::text, null, '\\x00', '\\x00', '0'::xid8 from generate_series(1, 39) g`.execute(
    desk.owner,
  )
  await asSignedIn(desk.parts.store, slow.signIn, (tx) => writeEntry(tx, { verb: 'read-person', object: 'person', id: 'x' }))
  expect(await alarms()).toHaveLength(1)
})
