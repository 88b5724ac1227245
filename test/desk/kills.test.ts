import { expect, test } from 'vitest'
import { build } from '../../tools/build.ts'
import { killRounds, reporting } from '../drills/kills.ts'
import { dataWithCluster } from '../support/database.ts'
import { freePort } from '../support/free-port.ts'

/** All of it at once is the hardest; with WAYMARK_ALL the desk alone too. More rounds: kills.all.test.ts. */
const rounds = process.env.WAYMARK_ALL ? 2 : 1

test('all of it, then the desk, killed while reports arrive: whoever was shown a code has a report behind it, once', async () => {
  await build()
  const counted = await killRounds({ data: await dataWithCluster(), work: reporting, rounds, writers: 2, ports: [await freePort()] })
  expect(counted).toMatchObject({ rounds: { all: 1, desk: rounds - 1 }, lost: 0, doubled: 0, fault: null })
  expect(counted.entries).toBe(counted.acknowledged)
  // Each who writes has at least one answer: on a busy machine no more, for a site that comes back asks the desk every few seconds.
  expect(counted.acknowledged).toBeGreaterThanOrEqual(2)
}, 180_000)
