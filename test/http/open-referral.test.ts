import { describe, expect, test } from 'vitest'
import { hsdsFaults } from '../../src/domain/services/hsds-fixtures.ts'
import type { HsdsPage, HsdsService } from '../../src/domain/services/hsds-types.ts'
import { type Answer, ask, withServer } from './support.ts'

const tonight = withServer({ at: '2026-11-28T21:10:00Z' })
const in2019 = withServer({ at: '2019-08-01T10:00:00Z' })

const get = (path: string, running = tonight()): Promise<Answer> => ask(running.port, `/openreferral${path}`)
const list = async (query = '', running = tonight()): Promise<HsdsPage<HsdsService>> => {
  const { status, text } = await get(`/services${query}`, running)
  expect(status).toBe(200)
  return JSON.parse(text)
}
const one = async (id: string, running = tonight()): Promise<HsdsService> => JSON.parse((await get(`/services/${id}`, running)).text)

describe.each(['as written', 'strict'] as const)('by the schemas of HSDS 3.0, %s', (how) => {
  test('the root and the list, page by page', async () => {
    const faults = hsdsFaults('/services', how)
    expect(hsdsFaults('/', how)(JSON.parse((await get('')).text))).toEqual([])
    for (const query of ['', '?page=2&per_page=10', '?page=99&per_page=10', '?organization_id=none']) {
      const page = await list(query)
      expect([query, ...faults(page)]).toEqual([query])
    }
  })

  test('every service of the list, at its own address, then and now', async () => {
    const faults = hsdsFaults('/services/{id}', how)
    for (const running of [tonight(), in2019()]) {
      const { contents } = await list('', running)
      expect(contents.length).toBeGreaterThan(25)
      for (const { id, name } of contents) {
        const service = await one(id, running)
        expect([service.id, service.name, ...faults(service)]).toEqual([id, name])
      }
    }
  })
})

test('every service of the pack is in the list once, but for what no longer exists', async () => {
  const { contents, total_items } = await list()
  const wanted = tonight().locale.pack.services.filter(({ legacy }) => !legacy)
  expect(contents.map(({ name }) => name)).toEqual(wanted.map(({ name }) => name))
  expect(new Set(contents.map(({ id }) => id)).size).toBe(total_items)
})

test('pages put one after the other are the whole list', async () => {
  const whole = await list()
  expect(whole).toMatchObject({ total_pages: 1, page_number: 1, size: whole.total_items, first_page: true, last_page: true, empty: false })
  const pages = []
  for (let page = 1; ; page += 1) {
    const part = await list(`?page=${page}&per_page=7`)
    expect(part).toMatchObject({ total_items: whole.total_items, page_number: page, size: part.contents.length, first_page: page === 1 })
    pages.push(...part.contents)
    if (part.last_page) break
  }
  expect(pages).toEqual(whole.contents)
})

test('a list may be asked for in full, by body, by taxonomy and by term', async () => {
  const full = await list('?full=true')
  const beacon = full.contents.find(({ name }) => name.includes('Beacon'))
  expect(beacon).toEqual(await one(beacon?.id ?? ''))
  const [term] = full.contents[0]?.attributes ?? []
  const body = full.contents.find(({ organization }) => organization)?.organization
  const ids = async (query: string) => (await list(query)).contents.map(({ id }) => id)
  const having = (has: (service: HsdsService) => boolean) => full.contents.filter(has).map(({ id }) => id)
  const ofTerm = having(({ attributes }) => attributes.some(({ taxonomy_term }) => taxonomy_term.id === term?.taxonomy_term.id))
  expect(await ids(`?taxonomy_term_id=${term?.taxonomy_term.id}`)).toEqual(ofTerm)
  expect(ofTerm.length).toBeLessThan(full.total_items)
  expect(await ids(`?taxonomy_id=${term?.taxonomy_term.taxonomy_detail.id}`)).toHaveLength(full.total_items)
  const ofBody = having(({ organization }) => organization?.id === body?.id)
  expect(await ids(`?organization_id=${body?.id}`)).toEqual(ofBody)
  expect(ofBody.length).toBeGreaterThan(0)
})

test('Beacon has its hours in 2019, and none that nobody confirms now', async () => {
  const { contents } = await list()
  const id = contents.find(({ name }) => name.includes('Beacon'))?.id ?? ''
  expect((await one(id, in2019())).schedules?.length).toBeGreaterThan(0)
  const now = await one(id)
  expect(now).not.toHaveProperty('schedules')
  expect(now.alert).toMatch(/not confirmed/)
})

test('the name that /services.json gives leads to the record', async () => {
  const { status, headers } = await get('/services/beacon')
  expect(status).toBe(308)
  expect((await ask(tonight().port, headers.location ?? '')).status).toBe(200)
})

test.each([
  ['page=0', 400, 'error.bad-list'],
  ['page=-1', 400, 'error.bad-list'],
  ['page=1.5', 400, 'error.bad-list'],
  ['page=', 400, 'error.bad-list'],
  ['page=two', 400, 'error.bad-list'],
  ['per_page=0', 400, 'error.bad-list'],
  ['per_page=99999999999999999999', 400, 'error.bad-list'],
  ['full=yes', 400, 'error.bad-list'],
  ['format=ndjson', 400, 'error.bad-list'],
  // Left aside, these would give a list that looks like an answer.
  ['search=help', 400, 'error.bad-list'],
  ['modified_after=2026-01-01', 400, 'error.bad-list'],
] as const)('?%s is refused in a sentence', async (query, status, sentence) => {
  const answer = await get(`/services?${query}`)
  expect([answer.status, JSON.parse(answer.text)]).toEqual([status, { error: tonight().locale.t(sentence) }])
})

test.each(['none', '00000000-0000-5000-8000-000000000000', '%00', 'constructor'])('an id that is none (%s) is 404 in JSON', async (id) => {
  const answer = await get(`/services/${id}`)
  expect([answer.status, answer.headers['content-type']]).toEqual([404, 'application/json; charset=utf-8'])
  expect(JSON.parse(answer.text)).toEqual({ error: tonight().locale.t('error.no-service') })
})

const machines = [
  '/openreferral',
  '/openreferral/services',
  '/services.json',
  '/news/feed.xml',
  '/sitemap.xml',
  '/campaigns.ics',
  '/robots.txt',
]

test.each(machines)('%s may be read by pages of any other site', async (path) => {
  const { port } = tonight()
  const read = await ask(port, path, { headers: { origin: 'https://example.org' } })
  expect([read.status, read.headers['access-control-allow-origin']]).toEqual([200, '*'])
  const asked = { origin: 'https://example.org', 'access-control-request-method': 'GET', 'access-control-request-headers': 'x-a' }
  const before = await ask(port, path, { method: 'OPTIONS', headers: asked })
  expect([before.status, before.bytes.length]).toEqual([204, 0])
  expect(before.headers).toMatchObject({ 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' })
  expect(before.headers['access-control-allow-methods']).toContain('GET')
  // A refusal can be read there, too.
  expect((await ask(port, '/openreferral/services?page=0')).headers['access-control-allow-origin']).toBe('*')
})

test('pages and forms are for readers of this site', async () => {
  for (const path of ['/', '/get-help', '/search']) {
    expect((await ask(tonight().port, path)).headers).not.toHaveProperty('access-control-allow-origin')
    expect((await ask(tonight().port, path, { method: 'OPTIONS' })).status).toBe(405)
  }
})
