import { afterAll, describe, expect, it } from 'vitest'
import { type Play, playSites, type Sites } from './fixtures.ts'
import { politely } from './network.ts'
import { visit } from './visit.ts'

const open: Sites[] = []
afterAll(() => Promise.all(open.map((sites) => sites.close())))

const now = Temporal.Instant.from('2026-12-20T12:00:00Z')
const asks = async (pages: Record<string, Play | Play[]>, url = 'https://a.example/page') => {
  const sites = await playSites(pages, now)
  open.push(sites)
  const timeout = Object.values(pages).includes('hangs') ? 100 : sites.network.timeout
  const done = await visit(url, politely({ ...sites.network, timeout }), { wants: true, timezone: 'Europe/London', now })
  return { ...done, asked: sites.asked, slept: sites.slept }
}
const one = (play: Play | Play[]) => asks({ 'https://a.example/page': play })
const dated = { 'last-modified': 'Tue, 01 Dec 2026 10:00:00 GMT' }

describe('a link', () => {
  it('answers, and one HEAD is enough where the server knows when the page changed', async () => {
    const done = await one({ headers: dated })
    expect(done).toMatchObject({ state: 'answers', code: 200, moved: false, change: { on: '2026-12-01', by: 'last-modified' } })
    expect(done.asked).toEqual(['HEAD https://a.example/page'])
  })

  it.each([
    ['404', { status: 404 }, 'dead', 'not-found'],
    ['410', { status: 410 }, 'dead', 'gone'],
    ['403, which a robot is told and a reader is not', { status: 403 }, 'unsure', 'refused'],
    ['500', { status: 500 }, 'unsure', 'fault'],
    ['nothing in time', 'hangs', 'unsure', 'slow'],
    ['a broken connection', 'breaks', 'unsure', 'silent'],
  ] as const)('that says %s', async (_, play, state, reason) => {
    expect(await one(play)).toMatchObject({ state, reason })
  })

  it('to a site that does not exist is dead; so is one to a certificate that browsers refuse', async () => {
    expect(await asks({}, 'https://nowhere.invalid/')).toMatchObject({ state: 'dead', reason: 'no-site', code: 'ENOTFOUND' })
    const bad = await asks({ 'https://selfsigned.example/': {} }, 'https://selfsigned.example/')
    expect(bad).toMatchObject({ state: 'dead', reason: 'untrusted', code: 'DEPTH_ZERO_SELF_SIGNED_CERT', asked: [] })
  })

  it.each([404, 405, 501, 403])('is asked for by GET where HEAD says %i', async (head) => {
    const done = await one({ head, body: '<meta name="dcterms.modified" content="2026-12-03">' })
    expect(done).toMatchObject({ state: 'answers', change: { on: '2026-12-03', by: 'page' } })
    expect(done.asked).toEqual(['HEAD https://a.example/page', 'GET https://a.example/page'])
  })

  it('is followed to where it leads, and says whether for good', async () => {
    const to = (status: number, location: string): Play => ({ status, headers: { location } })
    const rest = { 'https://b.example/new': { headers: dated } }
    expect(await asks({ 'https://a.example/page': to(301, 'https://b.example/new#top'), ...rest })).toMatchObject({
      state: 'answers',
      leads: 'https://b.example/new',
      moved: true,
    })
    const twice = { 'https://a.example/page': to(308, '/next'), 'https://a.example/next': to(302, 'https://b.example/new'), ...rest }
    expect(await asks(twice)).toMatchObject({ state: 'answers', leads: 'https://b.example/new', moved: false })
    expect(await one(to(301, 'https://b.example/none'))).toMatchObject({ state: 'dead', reason: 'not-found', code: 404 })
    expect(await one(to(302, '/page'))).toMatchObject({ state: 'dead', reason: 'loop' })
  })

  it.each([
    'http://169.254.169.254/latest',
    'http://localhost/',
    'http://[::1]/',
    'http://printer.local/',
    'http://localhost./',
    'http://metadata.google.internal./',
    'file:///etc/passwd',
  ])('is not followed into the network of whoever checks: %s', async (location) => {
    const done = await one({ status: 302, headers: { location } })
    expect(done).toMatchObject({ state: 'dead', reason: 'inward' })
    expect(done.asked).toHaveLength(1)
  })

  it('is asked for again once, after the wait that a busy site asks for', async () => {
    const busy = (wait: string): Play => ({ status: 429, headers: { 'retry-after': wait } })
    const done = await one([busy('7'), { headers: dated }])
    expect(done).toMatchObject({ state: 'answers', slept: [7000] })
    expect(await one([busy('Sun, 20 Dec 2026 12:00:09 GMT'), { headers: dated }])).toMatchObject({ state: 'answers', slept: [9000] })
    expect(await one([busy('1'), busy('1'), { headers: dated }])).toMatchObject({ state: 'unsure', reason: 'busy' })
    expect(await one([busy('3600'), { headers: dated }])).toMatchObject({ state: 'unsure', reason: 'busy', slept: [] })
  })
})

describe('when a page changed', () => {
  it.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"datePublished":"2020-01-01","dateModified":"2026-12-04T23:30:00+00:00"}</script>',
      '2026-12-04',
    ],
    ['Open Graph', '<meta property="article:modified_time" content="2026-12-05T08:00:00Z">', '2026-12-05'],
    ['a meta element the other way round', '<meta content="2026-12-06" name="DCTERMS.modified" />', '2026-12-06'],
    ['microdata', '<time itemprop="dateModified" datetime="2026-12-07">7 December</time>', '2026-12-07'],
    ['the later of two', '"dateModified":"2026-12-08" "dateModified": "2026-12-02"', '2026-12-08'],
    ['a summer night in London', '"dateModified":"2026-06-30T23:30:00Z"', '2026-07-01'],
  ])('is read from %s', async (_, body, on) => {
    expect((await one({ body })).change).toEqual({ on, by: 'page' })
  })

  it.each([
    ['says nothing', { body: '<p>Hello</p>' }],
    ['says a day that has not come', { body: '"dateModified":"2027-02-01"' }],
    ['says no date', { body: '"dateModified":"yesterday" "dateModified":"2026-13-45"' }],
    ['is made at each request', { headers: { 'last-modified': 'Sun, 20 Dec 2026 11:59:58 GMT' } }],
  ])('cannot be told where the page %s', async (_, play) => {
    expect(await one(play)).toMatchObject({ state: 'answers', change: null })
  })

  it('is what GOV.UK says of its own page, and a page taken back is told', async () => {
    const url = 'https://www.gov.uk/guidance/a'
    const api = (content: object) =>
      asks({ [url]: { headers: dated }, 'https://www.gov.uk/api/content/guidance/a': { body: JSON.stringify(content) } }, url)
    const known = await api({ public_updated_at: '2026-11-30T00:15:00+00:00', updated_at: '2026-12-19T00:00:00Z' })
    expect(known).toMatchObject({ change: { on: '2026-11-30', by: 'gov.uk' }, withdrawn: false })
    expect(await api({ public_updated_at: '2026-11-30', withdrawn_notice: { withdrawn_at: '2026-12-02' } })).toMatchObject({
      withdrawn: true,
    })
    expect(await asks({ [url]: { headers: dated } }, url)).toMatchObject({ change: { on: '2026-12-01', by: 'last-modified' } })
  })

  it('is not asked where nothing rests on the page', async () => {
    const sites = await playSites({ 'https://a.example/page': {} }, now)
    open.push(sites)
    await visit('https://a.example/page', politely(sites.network), { wants: false, timezone: 'Europe/London', now })
    expect(sites.asked).toEqual(['HEAD https://a.example/page'])
  })
})
