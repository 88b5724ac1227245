import { afterAll, beforeAll, expect, test } from 'vitest'
import { openQueue, type Queue } from '../../src/jobs/queue.ts'
import { deskOperationsOf } from '../../src/processes/desk-operations.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { signal } from '../../src/store/embedded/postgres-process.ts'
import { migrate } from '../../src/store/migrate.ts'
import { tablesOf } from '../../src/store/store.ts'
import { folderWithCluster } from '../support/database.ts'
import { until } from '../support/jobs.ts'
import { postmasterOf } from '../support/server-pids.ts'

/* A database of its own, which is killed while jobs are being done. */

let database: Database
let queue: Queue
beforeAll(async () => {
  database = await openDatabase({ folder: await folderWithCluster(), tell: () => {} })
  await migrate(tablesOf(database.owner), database.passwordOf)
})
afterAll(async () => {
  await queue.close()
  await database.close()
})

const ids = (from: number): string[] => Array.from({ length: 5 }, (_, at) => `00000000-0000-4000-8000-00000000000${from + at}`)

test('work goes on by itself after the database was killed, what was acknowledged is done, and whoever asks is told meanwhile', async () => {
  const told: string[] = []
  let downs = 0
  database.onDown(() => {
    downs += 1
  })
  const pool = database.poolOf('waymark_jobs', 4)
  queue = await openQueue({ pool, timezone: 'Europe/London', tell: (line) => void told.push(line), pace: { poll: 0.5, monitor: 1 } })
  const done = new Map<string, number>()
  const usual = { needs: () => ({ data: true }), version: 'test', commit: null }
  const operations = deskOperationsOf({ usual, data: database.folder, owner: database.owner, queue, elapsed: tick() })
  expect(await operations.needs()).toMatchObject({ database: true, migrations: true, jobs: true, data: true, space: true })
  for (const about of ids(0)) await queue.sendMail('invitation', about)
  let killed: Promise<void> | null = null
  await queue.begin({
    mail: async (_, about) => {
      done.set(about, (done.get(about) ?? 0) + 1)
      if (done.size === 3) {
        // The work of this one is over; that it is cannot be written down.
        signal(postmasterOf(database.folder), 'SIGKILL')
        killed ??= until(() => downs > 0)
        await killed
      }
      return { code: 'sent' }
    },
    scheduled: { remind: { when: '7 * * * *', run: async () => ({ code: 'done' }) } },
  })
  await until(() => downs > 0)
  await until(async () => {
    const { rows } = await database.owner
      .query("select from pgboss.job where name = 'mail' and state = 'completed'")
      .catch(() => ({ rows: [] }))
    return rows.length >= 4
  })
  for (const about of ids(5)) await queue.sendMail('invitation', about)
  await until(() => done.size === 10)
  expect(done.size).toBe(10)
  expect(queue.alive()).toBe(true)
  expect(told.join()).not.toMatch(/password|postgres:/)
})

/** Counts on by itself, so that nothing is answered from before. */
const tick = (): (() => number) => {
  let at = 0
  return () => (at += 10_000)
}
