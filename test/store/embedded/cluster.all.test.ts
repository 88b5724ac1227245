import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openCluster } from '../../../src/store/embedded/cluster.ts'
import { signal } from '../../../src/store/embedded/postgres-process.ts'
import { startHolder, startWritingHolder } from '../../support/cluster-holder.ts'
import { folderWithCluster, storeFolder, tidy } from '../../support/database.ts'
import { postmasterOf, serverPids } from '../../support/server-pids.ts'
import { lostOf, startWriters } from '../../support/writers.ts'

const minutes = 5 * 60_000
/** At a moment of its own in each round, in ms. */
const moment = (): Promise<void> => pause(Math.random() * 400)

test('thirty times the server is killed under writers, with fsync, and no acknowledged row is lost', { timeout: minutes }, async () => {
  const cluster = await openCluster({ folder: await folderWithCluster('disk'), tell: () => {}, settings: tidy })
  const writers = await startWriters(cluster.connect)
  for (let round = 0; round < 30; round++) {
    const before = writers.acknowledged.size
    while (writers.acknowledged.size < before + 20) await pause(5)
    await moment()
    const pids = round % 2 ? await serverPids(cluster).catch(() => []) : [postmasterOf(cluster.folder)]
    for (const pid of pids.filter(Boolean)) signal(pid, 'SIGKILL')
  }
  const before = writers.acknowledged.size
  while (writers.acknowledged.size < before + 20) await pause(5)
  await writers.stop()
  expect(await lostOf(cluster.connect, writers.acknowledged)).toEqual([])
  await cluster.close()
})

test('fifteen times the process that holds it is killed, at once with the server in every second', { timeout: minutes }, async () => {
  const folder = await folderWithCluster('disk')
  const all = new Set<number>()
  for (let round = 0; round < 15; round++) {
    const holder = startWritingHolder(folder, tidy)
    while (holder.told() < 20) await pause(5)
    await moment()
    if (round % 2) signal(postmasterOf(folder), 'SIGKILL')
    for (const n of await holder.killed()) all.add(n)
  }
  const cluster = await openCluster({ folder, tell: () => {} })
  expect(await lostOf(cluster.connect, all)).toEqual([])
  await cluster.close()
})

test('twelve times the making of a cluster is cut short, and the next start is clean', { timeout: minutes }, async () => {
  const folder = storeFolder('disk')
  for (let round = 0; round < 12; round++) {
    const maker = startHolder(folder, {})
    const gone = once(maker, 'exit')
    while (!readdirSync(folder).some((name) => name.startsWith('new-'))) await pause(5)
    await moment()
    signal(-(maker.pid ?? 0), 'SIGKILL')
    await gone
    if (existsSync(join(folder, 'cluster'))) break
  }
  const cluster = await openCluster({ folder, tell: () => {} })
  await cluster.close()
  expect(readdirSync(folder).toSorted()).toEqual(['cluster', 'password'])
})
