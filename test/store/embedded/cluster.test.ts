import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { type Cluster, openCluster } from '../../../src/store/embedded/cluster.ts'
import { StoreFault } from '../../../src/store/embedded/fault.ts'
import { signal } from '../../../src/store/embedded/postgres-process.ts'
import { startWritingHolder } from '../../support/cluster-holder.ts'
import { folderWithCluster, tidy } from '../../support/database.ts'
import { postmasterOf, serverPids } from '../../support/server-pids.ts'
import { lostOf, startWriters } from '../../support/writers.ts'

/** A killed process loses nothing that the system has; to wait for the disk would prove no more here (cluster.all.test.ts does). */
const settings = { ...tidy, fsync: 'off' }
/** One after another, the tests use the same one. */
const folder = await folderWithCluster()
const opened: Cluster[] = []
const told: string[] = []
const open = async (): Promise<Cluster> => {
  const cluster = await openCluster({ folder, tell: (line) => told.push(line), settings })
  opened.push(cluster)
  return cluster
}
afterEach(async () => {
  for (const cluster of opened.splice(0)) await cluster.close()
  told.length = 0
})

test('a server whose processes are all killed under writers comes back with all that it acknowledged', async () => {
  const cluster = await open()
  const whys: string[] = []
  cluster.onDown((why) => whys.push(why))
  const writers = await startWriters(cluster.connect)
  for (const all of [true, false, true]) {
    const before = writers.acknowledged.size
    while (writers.acknowledged.size < before + 50) await pause(10)
    const pid = postmasterOf(cluster.folder)
    const pids = all ? await serverPids(cluster) : [pid]
    for (const each of pids) signal(each, 'SIGKILL')
    const killed = writers.acknowledged.size
    while ([0, pid].includes(postmasterOf(cluster.folder)) || writers.acknowledged.size < killed + 20) await pause(10)
  }
  await writers.stop()
  expect(await lostOf(cluster.connect, writers.acknowledged)).toEqual([])
  // One that is killed as it comes up was not there to stop.
  expect(whys.length).toBeGreaterThan(0)
  expect(told.filter((line) => line.startsWith('The database stopped ('))).toHaveLength(whys.length)
})

test('one connection that is killed does not end the server, and its supervisor holds it again', async () => {
  const cluster = await open()
  const pid = postmasterOf(cluster.folder)
  const [backend] = (await serverPids(cluster)).filter((each) => each !== pid)
  process.kill(backend ?? 0, 'SIGKILL')
  while (!told.includes('The database is up again.')) await pause(10)
  expect(postmasterOf(cluster.folder)).toBe(pid)
  await expect(open()).rejects.toThrow(`Another Waymark (process ${process.pid} on `)
})

test('a process that is killed takes its server with it, and what it acknowledged is there at the next start', async () => {
  const holder = startWritingHolder(folder, settings)
  while (holder.told() < 100) await pause(10)
  const pid = postmasterOf(folder)
  // A second one, meanwhile, is told who is there.
  await expect(open()).rejects.toThrow(`(process ${holder.pid} on `)
  const acknowledged = await holder.killed()
  const began = performance.now()
  while (isRunning(pid)) await pause(5)
  expect(performance.now() - began).toBeLessThan(2_000)
  expect(await lostOf((await open()).connect, acknowledged)).toEqual([])
})

/** Also false for one that has ended and waits to be reaped. */
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

test('two starts at one moment end with one server, and the other is refused', async () => {
  const results = await Promise.allSettled([open(), open()])
  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  expect(refused).toHaveLength(1)
  expect(refused[0]).toBeInstanceOf(StoreFault)
  expect(String(refused[0])).toContain('Another Waymark (')
})

test('what a person wrote stands in no line of the server’s', async () => {
  const cluster = await open()
  const client = new pg.Client(cluster.connect)
  client.on('error', () => {})
  await client.connect()
  await client.query('create temp table once (words text primary key)')
  await client.query("insert into once values ('07700 900123')")
  await expect(client.query("insert into once values ('07700 900123')")).rejects.toThrow('duplicate key')
  await expect(client.query("select 'hidden words'::int")).rejects.toThrow('hidden words')
  const { rows } = await client.query("select pg_backend_pid() as pid, 'secret' as words")
  process.kill(rows[0].pid, 'SIGKILL')
  while (!told.includes('The database is up again.')) await pause(10)
  expect(told.join('\n')).not.toMatch(/07700|hidden|secret/)
})

test('it closes in a moment while clients are connected', async () => {
  const cluster = await open()
  const writers = await startWriters(cluster.connect)
  while (writers.acknowledged.size < 50) await pause(10)
  const began = performance.now()
  await cluster.close()
  expect(performance.now() - began).toBeLessThan(1_500)
  await writers.stop()
  expect(await lostOf((await open()).connect, writers.acknowledged)).toEqual([])
})
