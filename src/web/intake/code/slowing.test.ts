import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codeLength } from '../../../commands/intake/code.ts'
import { usualLimits } from '../../http/gate.ts'
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
  const came: { network: string | null; at: number; crowded: boolean }[] = []
  return {
    came,
    ask: (network: string | null, wrong: boolean): void =>
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
  expect(Math.max(...slowLimits.wider.gaps) * slowLimits.wider.waiting + slowLimits.all.longest).toBeLessThan(15_000)
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

test('a flood makes nobody’s waiting shorter: of thousands that come at once all but the first few wait, the last as long as any', async () => {
  const time = testTime()
  const { ask, came } = asking(time)
  for (let nth = 0; nth < 3000; nth++) ask(`network ${nth}`, true)
  await time.to(0)
  expect(came.length).toBe(slowLimits.all.free + 1)
  await time.to(slowLimits.all.longest - 1)
  expect(came.length).toBeLessThan(300)
  await time.to(slowLimits.all.longest)
  expect(came.length).toBe(3000)
})

test('where nobody can be told apart all are slowed as one network, and a right code is not refused', async () => {
  const time = testTime()
  const { ask, came } = asking(time)
  for (let nth = 0; nth < 200; nth++) ask(null, true)
  ask(null, false)
  await time.to(0)
  expect(came.length).toBe(slowLimits.unknown.free)
  await time.to(9999)
  expect(came.length).toBe(slowLimits.unknown.free + slowLimits.unknown.waiting)
  await time.to(12_000)
  expect([came.length, came.filter(({ crowded }) => crowded).length]).toEqual([201, 0])
})

test('many IPv6 networks of one larger one are slowed as one; another larger one waits for none of it', async () => {
  const time = testTime()
  const { ask, came } = asking(time)
  for (let nth = 0; nth < 500; nth++) {
    ask(`2001:db8:1:${nth.toString(16)}::/64`, true)
    await time.to(time.now() + 20)
  }
  // Ten seconds: what is free, and one a second.
  const through = came.filter(({ crowded }) => !crowded).length
  expect(through).toBeLessThan(slowLimits.wider.free + 20)
  const from = time.now()
  ask('2001:db8:2:1::/64', false)
  await time.to(from + slowLimits.all.longest)
  expect(came.find(({ network }) => network === '2001:db8:2:1::/64')).toMatchObject({ crowded: false })
})

test('the threat model says how long trying takes as these limits make it', () => {
  const model = readFileSync('docs/reference/threat-model.md', 'utf8')
  const seconds = (unknown: number, each: number): number => (2048 ** unknown / 2) * each
  const rate = {
    one: Math.max(...slowLimits.network.gaps) / 1000,
    wider: Math.max(...slowLimits.wider.gaps) / 1000,
    all: slowLimits.all.longest / 1000 / usualLimits.atOnce.all,
  }
  const round = (value: number, to: number): number => Math.round(value / to) * to
  const [minute, hour, day, year] = [60, 3600, 86_400, 86_400 * 365]
  const core = 1 / 75_000
  expect(codeLength).toBe(7)
  for (const said of [
    `one code in ${rate.one} seconds from one network: one unknown word in about ${round(seconds(1, rate.one) / minute, 1)} minutes, two in about ${round(seconds(2, rate.one) / day, 10)} days`,
    `one a second from all networks of an IPv6 /48: two words in about ${round(seconds(2, rate.wider) / day, 1)} days`,
    `${1 / rate.all} a second from very many networks: two words in about ${round(seconds(2, rate.all) / minute, 10)} minutes, three in about ${round(seconds(3, rate.all) / day, 10)} days, four in some ${round(seconds(4, rate.all) / year, 50)} years`,
    `two unknown words in ${Math.round((2 * seconds(2, core)) / minute)} minute at most, three in ${Math.round((2 * seconds(3, core)) / hour)} hours, four in ${Math.round((2 * seconds(4, core)) / year)} years`,
  ])
    expect([said, model.includes(said)]).toEqual([said, true])
})
