import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { folderWithCluster } from '../../../test/support/database.ts'
import { postmasterOf, serverPids } from '../../../test/support/server-pids.ts'
import { lostOf, startWriters } from '../../../test/support/writers.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { StoreFault } from './fault.ts'

const opened: Cluster[] = []
const told: string[] = []
const open = async (folder: string): Promise<Cluster> => {
  const cluster = await openCluster({ folder, tell: (line) => told.push(line) })
  opened.push(cluster)
  return cluster
}
afterEach(async () => {
  for (const cluster of opened.splice(0)) await cluster.close()
  told.length = 0
})

test('a server whose processes are all killed under writers comes back with all that it acknowledged', async () => {
  const cluster = await open(await folderWithCluster())
  const whys: string[] = []
  cluster.onDown((why) => whys.push(why))
  const writers = await startWriters(cluster.connect)
  for (const all of [true, false, true]) {
    const before = writers.acknowledged.size
    while (writers.acknowledged.size < before + 50) await pause(10)
    const pid = postmasterOf(cluster.folder)
    const pids = all ? await serverPids(cluster) : [pid]
    for (const each of pids) process.kill(each, 'SIGKILL')
    const killed = writers.acknowledged.size
    while (postmasterOf(cluster.folder) === pid || writers.acknowledged.size < killed + 20) await pause(10)
  }
  await writers.stop()
  expect(await lostOf(cluster.connect, writers.acknowledged)).toEqual([])
  expect(whys).toHaveLength(3)
  expect(told.filter((line) => line.startsWith('The database stopped ('))).toHaveLength(3)
})

test('one connection that is killed does not end the server, and its supervisor holds it again', async () => {
  const cluster = await open(await folderWithCluster())
  const pid = postmasterOf(cluster.folder)
  const [backend] = (await serverPids(cluster)).filter((each) => each !== pid)
  process.kill(backend ?? 0, 'SIGKILL')
  while (!told.includes('The database is up again.')) await pause(10)
  expect(postmasterOf(cluster.folder)).toBe(pid)
  await expect(open(join(cluster.folder))).rejects.toThrow(`Another Waymark (process ${process.pid} on `)
})

test('a process that is killed takes its server with it, and what it acknowledged is there at the next start', async () => {
  const folder = await folderWithCluster()
  const code = `
    const { openCluster } = await import(${JSON.stringify(new URL('cluster.ts', import.meta.url).href)})
    const { startWriters } = await import(${JSON.stringify(new URL('../../../test/support/writers.ts', import.meta.url).href)})
    const { connect } = await openCluster({ folder: ${JSON.stringify(folder)}, tell: () => {} })
    const { acknowledged } = await startWriters(connect)
    let said = 0
    setInterval(() => {
      const all = [...acknowledged]
      process.stdout.write(all.slice(said).map((n) => n + '\\n').join(''))
      said = all.length
    }, 5)`
  const holder = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  await new Promise<void>((resolve) =>
    holder.stdout.on('data', (bytes: Buffer) => {
      output += bytes.toString()
      if (output.length > 500) resolve()
    }),
  )
  const pid = postmasterOf(folder)
  // A second one, meanwhile, is told who is there.
  await expect(open(folder)).rejects.toThrow(`(process ${holder.pid} on `)
  holder.kill('SIGKILL')
  const began = performance.now()
  await new Promise((resolve) => holder.on('close', resolve))
  while (isRunning(pid)) await pause(5)
  expect(performance.now() - began).toBeLessThan(2_000)
  const acknowledged = new Set(output.slice(0, output.lastIndexOf('\n')).split('\n').map(Number))
  expect(acknowledged.size).toBeGreaterThan(50)
  expect(await lostOf((await open(folder)).connect, acknowledged)).toEqual([])
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
  const folder = await folderWithCluster()
  const results = await Promise.allSettled([open(folder), open(folder)])
  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  expect(refused).toHaveLength(1)
  expect(refused[0]).toBeInstanceOf(StoreFault)
  expect(refused[0]).toMatchObject({ code: 'in-use' })
})

test('what a person wrote stands in no line of the server’s', async () => {
  const cluster = await open(await folderWithCluster())
  const client = new pg.Client(cluster.connect)
  client.on('error', () => {})
  await client.connect()
  await client.query('create table once (words text primary key)')
  await client.query("insert into once values ('07700 900123')")
  await expect(client.query("insert into once values ('07700 900123')")).rejects.toThrow('duplicate key')
  await expect(client.query("select 'hidden words'::int")).rejects.toThrow('hidden words')
  const { rows } = await client.query("select pg_backend_pid() as pid, 'secret' as words")
  process.kill(rows[0].pid, 'SIGKILL')
  while (!told.includes('The database is up again.')) await pause(10)
  expect(told.join('\n')).not.toMatch(/07700|hidden|secret/)
})

test('it closes in a moment while clients are connected', async () => {
  const cluster = await open(await folderWithCluster())
  const writers = await startWriters(cluster.connect)
  while (writers.acknowledged.size < 50) await pause(10)
  const began = performance.now()
  await cluster.close()
  expect(performance.now() - began).toBeLessThan(1_500)
  await writers.stop()
  expect(await lostOf((await open(cluster.folder)).connect, writers.acknowledged)).toEqual([])
})
