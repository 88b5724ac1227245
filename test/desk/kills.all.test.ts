import { expect, test } from 'vitest'
import { urlOf } from '../../src/store/connect-url.ts'
import { openCluster } from '../../src/store/embedded/cluster.ts'
import { build } from '../../tools/build.ts'
import { killRounds, reporting } from '../drills/kills.ts'
import { dataWithCluster, folderWithCluster, storeFolder } from '../support/database.ts'
import { freePort } from '../support/free-port.ts'

const whole = { lost: 0, doubled: 0, fault: null }

test('thirty times, with four who write: nothing that was answered is lost or doubled', async () => {
  await build()
  const counted = await killRounds({ data: await dataWithCluster(), rounds: 30, writers: 4, ports: [await freePort()] })
  expect(counted).toMatchObject(whole)
  expect(counted.entries).toBe(counted.acknowledged)
}, 600_000)

test('thirty times while reports arrive at the form: nobody who was shown a code has lost their report, and none is there twice', async () => {
  await build()
  const counted = await killRounds({ data: await dataWithCluster(), work: reporting, rounds: 30, writers: 4, ports: [await freePort()] })
  expect(counted).toMatchObject(whole)
  expect(counted.entries).toBe(counted.acknowledged)
}, 600_000)

test('the same with two instances of each process over one server of PostgreSQL', async () => {
  await build()
  const folder = await folderWithCluster('disk')
  const cluster = await openCluster({ folder, tell: () => {} })
  try {
    const server = { url: urlOf(cluster.connect), cluster: `${folder}/cluster` }
    const counted = await killRounds({
      data: storeFolder('disk'),
      rounds: 12,
      writers: 4,
      ports: [await freePort(), await freePort()],
      server,
    })
    expect(counted).toMatchObject(whole)
    expect(counted.entries).toBe(counted.acknowledged)
  } finally {
    await cluster.close()
  }
}, 600_000)
