import { expect, test } from 'vitest'
import type { Pack } from '../../content/pack.ts'
import type { CatalogueEntry } from '../../press/catalogue/catalogue.ts'
import type { SitePress } from '../../press/run/site-press.ts'
import { makeResources } from './resources.ts'

const pack = { partnership: { timezone: 'Europe/London' } } as Pack
const [today, tomorrow] = [Temporal.Instant.from('2026-11-24T22:50:00Z'), Temporal.Instant.from('2026-11-25T00:20:00Z')]
const day = (at: Temporal.Instant): string => at.toString().slice(0, 10)

/** A press whose list of a day comes when it is told to: one file, of that day's name. */
const setUp = () => {
  const waiting = new Map<string, () => void>()
  const list: SitePress['list'] = ({ now }) =>
    new Promise((resolve) => waiting.set(day(now), () => resolve([{ id: 'kit', file: `kit-${day(now)}.zip` } as CatalogueEntry])))
  const press = { list, sizeOf: () => 1 } as unknown as SitePress
  const resources = makeResources({ pack, origin: 'https://waymark.example.org', press, files: null })
  return { resources, come: (at: Temporal.Instant) => (waiting.get(day(at)) ?? expect.fail('nobody asked'))(), waiting }
}
const files = (entries: readonly CatalogueEntry[]): string[] => entries.map(({ file }) => file)

test('who asks for a day while another one is being found out gets the list of their own', async () => {
  const { resources, come } = setUp()
  const [late, right] = [resources.learn(tomorrow), resources.learn(today)]
  come(today)
  come(tomorrow)
  expect([files(await late), files(await right)]).toEqual([['kit-2026-11-25.zip'], ['kit-2026-11-24.zip']])
})

test('a clock that ran into tomorrow for one request leaves today’s list in its place', async () => {
  const { resources, come, waiting } = setUp()
  const first = resources.learn(today)
  come(today)
  await first
  const ahead = resources.learn(tomorrow)
  come(tomorrow)
  await ahead
  waiting.clear()
  const waits = resources.waits()
  expect([resources.named('kit-2026-11-24.zip', today)?.file, files(resources.at(today))]).toEqual([
    'kit-2026-11-24.zip',
    ['kit-2026-11-24.zip'],
  ])
  expect([resources.named('kit-2026-11-25.zip', today), resources.waits(), waiting.size]).toEqual([null, waits, 0])
})

test('at midnight the old list is given out until the new one is there, and whoever was told of it knows', async () => {
  const { resources, come } = setUp()
  const first = resources.learn(today)
  come(today)
  await first
  const waits = resources.waits()
  expect(resources.named('kit-2026-11-24.zip', tomorrow)?.file).toBe('kit-2026-11-24.zip')
  expect(resources.waits()).toBeGreaterThan(waits)
  come(tomorrow)
  await resources.learn(tomorrow)
  expect(resources.named('kit-2026-11-24.zip', tomorrow)).toBeNull()
})
