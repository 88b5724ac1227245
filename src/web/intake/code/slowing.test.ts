import { expect, test } from 'vitest'
import { openSlowing, slowLimits } from './slowing.ts'

/** Time that a test moves: whoever sleeps wakes in order. */
const testTime = () => {
  let now = 0
  const sleeping: { until: number; wake(): void }[] = []
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  return {
    now: () => now,
    sleep: (ms: number) => new Promise<void>((wake) => sleeping.push({ until: now + ms, wake })),
    to: async (ms: number): Promise<void> => {
      await settle()
      for (;;) {
        const next = sleeping.filter(({ until }) => until <= ms).toSorted((a, b) => a.until - b.until)[0]
        if (!next) break
        now = next.until
        sleeping.splice(sleeping.indexOf(next), 1)
        next.wake()
        await settle()
      }
      now = ms
    },
  }
}

const asking = (time: ReturnType<typeof testTime>, limits = slowLimits) => {
  const slowing = openSlowing(time, limits)
  const came: { network: string; at: number; crowded: boolean }[] = []
  return {
    came,
    ask: (network: string, wrong: boolean): void =>
      void slowing.turn(network).then((turn) => {
        came.push({ network, at: time.now(), crowded: turn === 'crowded' })
        if (turn !== 'crowded') turn.done(wrong)
      }),
  }
}

test('three wrong ones cost nothing; then one after the other, further and further apart, right or wrong; another network waits for none of it', async () => {
  const time = testTime()
  const { ask, came } = asking(time)
  for (let nth = 0; nth < 3; nth++) {
    ask('thief', true)
    await time.to(time.now())
  }
  expect(came.map(({ at }) => at)).toEqual([0, 0, 0])
  for (let nth = 0; nth < 4; nth++) ask('thief', nth < 3)
  ask('neighbour', false)
  await time.to(60_000)
  const of = (network: string) => came.filter((one) => one.network === network).map(({ at }) => at)
  expect(of('neighbour')).toEqual([0])
  expect(of('thief').slice(3)).toEqual([500, 1000, 1500, 2000])
  ask('thief', true)
  await time.to(70_000)
  // One of six was forgotten meanwhile.
  expect(of('thief').at(-1)).toBe(61_500)
})

test('many at once are not all free: those that are being looked at count, and no more than a few wait', async () => {
  const time = testTime()
  const { ask, came } = asking(time)
  for (let nth = 0; nth < 200; nth++) ask('thief', true)
  await time.to(0)
  expect(came.filter(({ crowded }) => !crowded).length).toBe(3)
  expect(came.filter(({ crowded }) => crowded).length).toBe(200 - 3 - slowLimits.network.waiting)
  await time.to(12_000)
  expect(came.filter(({ crowded }) => !crowded).length).toBe(3 + slowLimits.network.waiting)
})

test('wrong ones from everywhere slow all a little, a right one too; none is refused for it, and nobody waits longer than the server holds a connection', async () => {
  const time = testTime()
  const { ask, came } = asking(time)
  for (let nth = 0; nth < 5000; nth++) ask(`network ${nth}`, true)
  ask('reporter', false)
  await time.to(15_000)
  expect(came.filter(({ crowded }) => crowded)).toEqual([])
  const of = came.find(({ network }) => network === 'reporter')
  expect(of?.at).toBeLessThanOrEqual(slowLimits.all.longest)
  const { gaps, waiting } = slowLimits.network
  expect(Math.max(...gaps) * waiting + slowLimits.all.longest).toBeLessThan(15_000)
  ask('reporter', false)
  await time.to(15_001)
  expect(came.filter(({ network }) => network === 'reporter').length).toBe(1)
  await time.to(17_000)
  expect(came.filter(({ network }) => network === 'reporter').length).toBe(2)
})

test('what is counted is forgotten: a shared connection is free again some minutes after somebody tried many', async () => {
  const time = testTime()
  const { ask, came } = asking(time)
  for (let nth = 0; nth < 100; nth++) {
    ask('library', true)
    await time.to(time.now() + 3000)
  }
  await time.to(time.now() + 8 * 60_000)
  const from = time.now()
  ask('library', false)
  await time.to(from)
  expect(came.at(-1)?.at).toBe(from)
})
