import { expect, test } from 'vitest'
import type { Pack } from '../../src/content/pack.ts'
import { ask, post, publicPaths, start, withServer } from './support.ts'

const running = withServer()

const maxAge = (cache: string | undefined): number => {
  const seconds = /^public, max-age=(\d+)$/.exec(cache ?? '')?.[1]
  if (seconds === undefined) throw new Error(`cache-control is ${cache}`)
  return Number(seconds)
}

test('a finished page may be kept for a minute at most', async () => {
  for (const path of publicPaths(running())) {
    const { headers } = await ask(running().port, path)
    expect(maxAge(headers['cache-control'])).toBeLessThanOrEqual(60)
  }
})

test.each([
  // Beacon opens at 8 and closes at 5.
  ['2019-08-03T08:59:40+01:00', 20],
  ['2019-08-03T16:59:40+01:00', 20],
  ['2019-08-03T16:59:59.500+01:00', 0],
  // The minute that /get-help states.
  ['2026-11-24T21:10:17Z', 43],
  ['2026-11-24T21:10:00Z', 60],
])('/get-help at %s may be kept for %i s: until what it says changes', async (at, seconds) => {
  const { port, stop } = await start({ at })
  const { headers } = await ask(port, '/get-help')
  await stop()
  expect(maxAge(headers['cache-control'])).toBe(seconds)
})

test('a page that shows lines holds no longer than their states', async () => {
  // 101 has no other state, the helpline turned doubtful with the year 2023.
  const { port, stop } = await start({ at: '2022-12-31T23:59:48Z' })
  const { headers } = await ask(port, '/')
  await stop()
  expect(maxAge(headers['cache-control'])).toBe(12)
})

test('a page that says "tomorrow" holds no longer than until midnight', async () => {
  const onlyBeacon = (pack: Pack): Pack => ({ ...pack, tellSomebody: ['beacon'] })
  for (const [at, words, seconds] of [
    ['2019-08-04T23:59:30+01:00', 'Opens tomorrow at 8am', 30],
    ['2019-08-05T00:00:00+01:00', 'Opens at 8am today', 60],
  ] as const) {
    const { port, stop } = await start({ at, pack: onlyBeacon })
    const { text, headers } = await ask(port, '/')
    await stop()
    expect(text).toContain(words)
    expect(maxAge(headers['cache-control'])).toBe(seconds)
  }
})

test('pages of a flow are the reader’s alone', async () => {
  const { port } = running()
  const answers = [
    await post(port, '/signs/check', { place: 'car-wash' }),
    await post(port, '/signs/check', {}),
    await post(port, '/signs/check', { 'so-far': 'x' }),
  ]
  for (const { headers } of answers) expect(headers['cache-control']).toBe('private, no-cache')
})

test('of what was typed nothing may be kept, not even where it is refused', async () => {
  const { port } = running()
  const answers = [
    await post(port, '/search', { q: 'hotel' }),
    await post(port, '/search', {}),
    await post(port, '/search', { q: 'x'.repeat(70_000) }),
    await post(port, '/search', { q: 'hotel' }, { origin: 'https://example.org' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 400, 413, 403])
  for (const { headers } of answers) expect(headers['cache-control']).toBe('no-store')
})

test('files named by their content may be kept for ever', async () => {
  for (const { path } of running().locale.site.assets.all) {
    const { headers, status } = await ask(running().port, path)
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(path).toMatch(/^\/assets\/[\w-]+\.[0-9a-f]{8}\.\w+$/)
  }
})

test('a page that the reader has is not sent again', async () => {
  const { port } = running()
  for (const path of ['/', '/your-safety', '/news/feed.xml']) {
    const { etag } = (await ask(port, path)).headers
    if (!etag) throw new Error('no etag')
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await ask(port, path, { headers: { 'if-none-match': tag } })
      expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, etag])
    }
    expect((await ask(port, path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  }
})

test('HEAD gives the headers of GET, and no body', async () => {
  const { port } = running()
  for (const path of ['/your-safety', '/services.json', '/nowhere', '/robots.txt']) {
    const [got, head] = [await ask(port, path), await ask(port, path, { method: 'HEAD' })]
    expect(head.bytes.length).toBe(0)
    const { date: _a, connection: _b, 'content-length': length, 'transfer-encoding': _c, ...headers } = head.headers
    expect(got.headers).toMatchObject(headers)
    expect(head.status).toBe(got.status)
    if (length !== undefined) expect(Number(length)).toBe(got.bytes.length)
  }
})

test('the home page offers "Get help" in the language that a browser asks for, by a link, and says that it differs by that', async () => {
  const { port } = running()
  const home = (language?: string) => ask(port, '/', language === undefined ? {} : { headers: { 'accept-language': language } })
  const [plain, english, albanian, again] = [
    await home(),
    await home('en-GB,en;q=0.9'),
    await home('sq-XK,sq;q=0.9,en;q=0.5'),
    await home('sq'),
  ]
  const offer = '<a class="yours" href="/sq/get-help"'
  expect(english.text).toBe(plain.text)
  expect(plain.text).not.toContain('class="yours"')
  expect(albanian.text).toContain(offer)
  expect(again.text).toBe(albanian.text)
  expect(albanian.status).toBe(200)
  expect(albanian.headers.etag).not.toBe(plain.headers.etag)
  for (const { headers } of [plain, english, albanian]) expect(headers.vary).toBe('accept-encoding, accept-language')
  // One that is kept for one reader is not taken for the other's.
  const kept = await ask(port, '/', { headers: { 'accept-language': 'en', 'if-none-match': String(albanian.headers.etag) } })
  expect(kept.status).toBe(200)
  expect((await ask(port, '/get-help', { headers: { 'accept-language': 'sq' } })).headers.vary).toBe('accept-encoding')
})
