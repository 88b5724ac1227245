import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ask, withServer } from './support.ts'

const running = withServer()

type Row = {
  id: string
  state: string
  sure: boolean
  until: string | null
  opens: string | null
  confirmed: string | null
  phone: string | null
  url: string | null
  name: string
  note: string
}
type Entry = { id: string; legacy?: boolean }
type Example = { id: string; service: string; at: string; state: string; until?: string; opens?: string }
type File = { services: Entry[]; examples: Example[] }

const files: File[] = ['national', 'hertfordshire'].map((layer) =>
  parse(readFileSync(new URL(`../../content/${layer}/services.yaml`, import.meta.url), 'utf8')),
)

const servicesAt = async (at: string): Promise<{ at: string; services: Row[] }> => {
  const { status, text } = await ask(running().port, `/services.json?at=${at}`)
  expect(status).toBe(200)
  return JSON.parse(text)
}
const rowAt = async (id: string, at: string): Promise<Row> => {
  const row = (await servicesAt(at)).services.find((s) => s.id === id)
  if (!row) throw new Error(`no ${id}`)
  return row
}

test('the shape, name by name', async () => {
  const { at, services, ...more } = await servicesAt('2019-08-01T03:00:00Z')
  expect(more).toEqual({})
  expect(at).toBe('2019-08-01T04:00:00+01:00')
  for (const row of services) {
    expect(Object.keys(row)).toEqual(['id', 'name', 'phone', 'url', 'state', 'sure', 'until', 'opens', 'confirmed', 'note'])
    expect(['open', 'closed', 'always', 'unknown']).toContain(row.state)
    expect(typeof row.sure).toBe('boolean')
    for (const time of [row.until, row.opens]) if (time !== null) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
    if (row.state !== 'closed') expect(row.opens).toBeNull()
    if (row.state === 'unknown') expect(row.sure).toBe(false)
  }
})

test('the ids are those of services.yaml, without what no longer exists', async () => {
  const { services } = await servicesAt('2026-11-24T10:00:00Z')
  const entries = new Map(files.flatMap((file) => file.services.map((entry) => [entry.id, entry] as const)))
  const wanted = [...entries.values()].filter((entry) => !entry.legacy).map((entry) => entry.id)
  expect(services.map((row) => row.id).toSorted()).toEqual(wanted.toSorted())
  expect([...entries.values()].some((entry) => entry.legacy)).toBe(true)
})

const examples = files.flatMap((file) => file.examples)
test.each(examples)('worked example $id', async ({ service, at, state, until, opens }) => {
  const row = await rowAt(service, encodeURIComponent(at))
  expect(row).toMatchObject({ state, ...(until && { until }), ...(opens && { opens }) })
})

/** The cases of the issue, "Must show". */
test.each([
  ['2019-08-03T16:30:00+01:00', 'open', '2019-08-03T17:00:00+01:00', null],
  ['2019-08-03T17:00:00+01:00', 'closed', '2019-08-05T08:00:00+01:00', '2019-08-05T08:00:00+01:00'],
  ['2019-08-26T10:00:00+01:00', 'unknown', '2019-08-27T00:00:00+01:00', null],
  ['2020-03-28T16:59:59+00:00', 'open', '2020-03-28T17:00:00+00:00', null],
  ['2020-03-29T00:30:00+00:00', 'closed', '2020-03-30T08:00:00+01:00', '2020-03-30T08:00:00+01:00'],
  ['2020-03-29T02:30:00+01:00', 'closed', '2020-03-30T08:00:00+01:00', '2020-03-30T08:00:00+01:00'],
  ['2020-10-25T01:30:00+01:00', 'closed', '2020-10-26T08:00:00+00:00', '2020-10-26T08:00:00+00:00'],
  ['2020-10-25T01:30:00+00:00', 'closed', '2020-10-26T08:00:00+00:00', '2020-10-26T08:00:00+00:00'],
])('Beacon at %s is %s', async (at, state, until, opens) => {
  expect(await rowAt('beacon', encodeURIComponent(at))).toMatchObject({ state, until, opens })
})

test('a plus that arrives as a space is taken for a plus', async () => {
  const plus = await ask(running().port, '/services.json?at=2019-08-03T16:30:00%2B01:00')
  for (const at of ['2019-08-03T16:30:00+01:00', '2019-08-03T16:30:00%2001:00']) {
    const { status, text } = await ask(running().port, `/services.json?at=${at}`)
    expect([status, text]).toEqual([200, plus.text])
  }
})

test.each([
  '',
  'now',
  '2019-08-03',
  '2019-08-03T16:30:00',
  '2019-02-30T10:00:00Z',
  '0001-01-01T00:00:00Z',
  '999999-01-01T00:00:00Z',
  '2019-08-03T16:30:00-01:00x',
  '%00',
])('an instant that is none (%s) is refused in a sentence', async (at) => {
  const { status, headers, text } = await ask(running().port, `/services.json?at=${at}`)
  expect(status).toBe(400)
  expect(headers['content-type']).toBe('application/json; charset=utf-8')
  const { error } = JSON.parse(text)
  expect(error).toBe(running().locale.t('error.bad-at'))
  expect(error).toMatch(/2019-08-05T08:00:00\+01:00/)
})

test('without `at` it is now', async () => {
  const { text } = await ask(running().port, '/services.json')
  const { at, services }: { at: string; services: Row[] } = JSON.parse(text)
  expect(Math.abs(Temporal.Instant.from(at).epochMilliseconds - Date.now())).toBeLessThan(10_000)
  expect(services.find((s) => s.id === 'beacon')).toMatchObject({ state: 'unknown', sure: false })
})
