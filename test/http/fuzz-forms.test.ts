import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withinBounds } from '../../src/web/public/search/find.ts'
import { faultsOf, type Judged } from './fair.ts'
import { attribute, elementsOf } from './html.ts'
import { type Answer, ask, post, withServer } from './support.ts'

const running = withServer()

const judged = ({ status, headers, text }: Answer): Judged => ({ status, header: (name) => headers[name]?.toString(), body: text })
const check = (answer: Answer, ofHead = false): void => {
  expect(faultsOf(running().locale, judged(answer), ofHead)).toEqual([])
}
const stillServes = async (): Promise<void> => expect((await ask(running().port, '/get-help')).status).toBe(200)

const soFarOf = async (): Promise<string> => {
  const { text } = await post(running().port, '/signs/check', { place: 'car-wash' })
  const value = /name="so-far"[^>]*value="([^"]+)"/.exec(text)?.[1]
  if (!value) throw new Error('the second question has no sealed field')
  return value
}

const form = 'application/x-www-form-urlencoded'
const send = (body: string | Buffer, headers: Record<string, string> = {}, path = '/signs/check'): Promise<Answer> =>
  ask(running().port, path, { method: 'POST', body, headers: { 'content-type': form, ...headers } })

test('the judge refuses what must not pass', () => {
  const headers: Record<string, string> = {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  }
  const answer = (status: number, body: string, more: Record<string, string> = {}): Judged => ({
    status,
    body,
    header: (name) => ({ ...headers, ...more })[name],
  })
  const faults = (it: Judged): string[] => faultsOf(running().locale, it)
  expect(faults(answer(200, ''))).toEqual([])
  expect(faults(answer(500, ''))).toContain('status 500')
  expect(faults(answer(400, 'Bad Request'))).toHaveLength(1)
  expect(faults(answer(400, '{"error":"x"}', { 'content-type': 'application/json' }))).toHaveLength(1)
  expect(faults(answer(200, '', { 'set-cookie': 'a=b' }))).toEqual(['a cookie'])
  expect(faults(answer(200, '', { 'content-security-policy': "script-src 'unsafe-inline'" }))).toHaveLength(5)
})

test('any two fields, any letters', async () => {
  const field = fc.tuple(
    fc.oneof(fc.constantFrom('place', 'so-far', 'sign', 'change', '__proto__', 'constructor', 'toString'), fc.string({ unit: 'binary' })),
    fc.string({ unit: 'binary' }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(field, { maxLength: 6 }), async (fields) =>
      check(
        await post(
          running().port,
          '/signs/check',
          fields.map(([name, value]): [string, string] => [name.toWellFormed(), value.toWellFormed()]),
        ),
      ),
    ),
    { numRuns: process.env.WAYMARK_ALL ? 100 : 17 },
  )
  await stillServes()
})

test('any words looked for: found or not, a page, and nothing of them in it but as text', async () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.constantFrom('<script>alert(1)</script>', '"><img src=x>', '&amp;'),
  )
  await fc.assert(
    fc.asyncProperty(words, async (q) => {
      const answer = await post(running().port, '/search', { q: q.toWellFormed() })
      check(answer)
      expect(answer.status).toBe(q.toWellFormed().trim() ? 200 : 400)
      expect(answer.headers['cache-control']).toBe('no-store')
      const page = elementsOf(answer.text)
      const field = page.find((e) => attribute(e, 'name') === 'q')
      expect(field && attribute(field, 'value')).toBe(withinBounds(q.toWellFormed().trim()))
      expect(page.filter((e) => e.tagName === 'script').length).toBe(1)
    }),
    { numRuns: process.env.WAYMARK_ALL ? 150 : 20 },
  )
  await stillServes()
})

test('any bytes as a form', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      for (const path of ['/signs/check', '/search']) check(await send(Buffer.from(bytes), {}, path))
    }),
    { numRuns: process.env.WAYMARK_ALL ? 100 : 17 },
  )
  await stillServes()
})

test('a sealed field that was changed in one place, cut short or put together from two', async () => {
  const [one, two] = [await soFarOf(), await soFarOf()]
  await fc.assert(
    fc.asyncProperty(fc.nat(one.length - 1), fc.base64String({ minLength: 1, maxLength: 4 }), async (at, letters) => {
      for (const sealed of [
        one.slice(0, at) + letters + one.slice(at + letters.length),
        one.slice(0, at),
        one.slice(0, at) + two.slice(at),
        letters.repeat(at),
      ]) {
        const answer = await post(running().port, '/signs/check', { 'so-far': sealed, sign: 'x' })
        check(answer)
        expect([one, two].includes(sealed) || answer.status === 400).toBe(true)
      }
    }),
    { numRuns: process.env.WAYMARK_ALL ? 50 : 17 },
  )
  await stillServes()
})

test.each([
  ['1 MB of one field', () => send(`place=${'a'.repeat(1_000_000)}`), 413],
  ['1 MB of small fields', () => send('sign=a&'.repeat(150_000)), 413],
  ['thousands of fields', () => send('sign=car-wash&'.repeat(4000)), 400],
  ['a form that ends in the limit', () => send(`place=${'a'.repeat(64 * 1024 - 6)}`), 400],
  ['a form one byte over the limit', () => send(`place=${'a'.repeat(64 * 1024 - 5)}`), 413],
  ['8,000 letters looked for', () => send(`q=${'x'.repeat(8000)}`, {}, '/search'), 200],
  ['64 KB looked for', () => send(`q=${'ab+'.repeat(21_000)}`, {}, '/search'), 200],
  ['more than a form may hold, looked for', () => send(`q=${'x'.repeat(70_000)}`, {}, '/search'), 413],
  ['nothing looked for', () => send('q=+++', {}, '/search'), 400],
  ['another field', () => send('x=hotel', {}, '/search'), 400],
  ['no body', () => send(''), 400],
  ['no fields', () => send('&&&==&'), 400],
  ['prototype keys', () => send('__proto__=1&constructor=2&place=__proto__'), 400],
  ['a place that every object has', () => send('place=toString'), 400],
  ['raw bytes that are not UTF-8', () => send(Buffer.from([0x70, 0x3d, 0xff, 0xfe, 0xc0])), 400],
  ['an overlong sequence', () => send(Buffer.from([0x70, 0x3d, 0xc0, 0x80])), 400],
  ['percent-encoded bytes that are not UTF-8', () => send('place=%ff%fe'), 400],
  ['a surrogate, percent-encoded', () => send('place=%ed%a0%80'), 400],
  ['a broken percent sign', () => send('place=100%&x=%zz'), 400],
  ['a NUL', () => send('place=%00'), 400],
  ['JSON', () => send('{"place":"car-wash"}', { 'content-type': 'application/json' }), 415],
  [
    'multipart',
    () =>
      send('--x\r\ncontent-disposition: form-data; name="place"\r\n\r\ncar-wash\r\n--x--', {
        'content-type': 'multipart/form-data; boundary=x',
      }),
    415,
  ],
  ['plain text', () => send('place=car-wash', { 'content-type': 'text/plain' }), 415],
  ['a type that only begins like a form', () => send('place=car-wash', { 'content-type': `${form}-2` }), 415],
  ['no type', () => ask(running().port, '/signs/check', { method: 'POST', body: 'place=car-wash' }), 415],
  ['a form with a charset', () => send('place=car-wash', { 'content-type': `${form.toUpperCase()}; charset=utf-8` }), 200],
] as const)('%s', async (_name, asked, status) => {
  const answer = await asked()
  check(answer)
  expect(answer.status).toBe(status)
  await stillServes()
})

test('every kind of method to every kind of address', async () => {
  const paths = ['/', '/get-help', '/signs/check', '/services.json', '/healthz', '/sitemap.xml', '/assets/', '/nowhere', '/favicon.ico']
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH', 'POST', 'PROPFIND', 'QUERY', 'HEAD', 'GET']) {
    for (const path of paths) {
      const answer = await ask(running().port, path, { method })
      check(answer, method === 'HEAD')
      // What other sites may read says so when asked beforehand.
      const open = method === 'OPTIONS' && ['/services.json', '/healthz', '/sitemap.xml'].includes(path)
      const status = path === '/nowhere' || path === '/assets/' ? 404 : open ? 204 : 405
      if (!['GET', 'HEAD', 'POST'].includes(method)) expect([method, path, answer.status]).toEqual([method, path, status])
      if (answer.status === 405) expect(answer.headers.allow).toMatch(/^GET, HEAD/)
    }
  }
  await stillServes()
})

test('any address over fetch', async () => {
  const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'QUERY', 'MADE-UP')
  await fc.assert(
    fc.asyncProperty(method, fc.webPath(), fc.webQueryParameters(), async (using, path, query) => {
      const response = await fetch(`http://${running().host}/${path}?${query}`, {
        method: using,
        redirect: 'manual',
        signal: AbortSignal.timeout(5000),
      })
      const { status, headers } = response
      expect(
        faultsOf(
          running().locale,
          { status, header: (name) => headers.get(name) ?? undefined, body: await response.text() },
          using === 'HEAD',
        ),
      ).toEqual([])
    }),
    { numRuns: process.env.WAYMARK_ALL ? 150 : 20 },
  )
  await stillServes()
})
