import { expect, test } from 'vitest'
import { decoded } from './decoded.ts'
import { type Answer, ask, post, publicPaths, withServer } from './support.ts'

const running = withServer({ at: '2026-11-24T10:00:00Z' })

const plainOf = ({ bytes, headers }: Answer): Buffer => decoded(bytes, headers['content-encoding'])

test('every page is the same bytes, however it is compressed', async () => {
  const { port } = running()
  // Compressed by one code: in `npm test` every third page.
  for (const path of publicPaths(running()).filter((_, i) => process.env.WAYMARK_ALL || i % 3 === 0)) {
    const plain = await ask(port, path)
    expect(plain.headers['content-encoding']).toBeUndefined()
    for (const encoding of ['br', 'gzip']) {
      const answer = await ask(port, path, { headers: { 'accept-encoding': encoding } })
      expect(answer.headers).toMatchObject({
        'content-encoding': encoding,
        // The home page alone says which language it found its reader to have.
        vary: path === '/' ? 'accept-encoding, accept-language' : 'accept-encoding',
        'content-length': String(answer.bytes.length),
      })
      expect(answer.bytes.length).toBeLessThan(plain.bytes.length / 2)
      expect(plainOf(answer).equals(plain.bytes)).toBe(true)
    }
  }
})

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.0, gzip;q=0.000', undefined],
  ['BR', 'br'],
  ['*', 'br'],
  ['*;q=0', undefined],
  ['identity', undefined],
  ['brotli, x-gzip-2', undefined],
  ['gzip;q=0.5, br;q=0.1', 'br'],
  ['', undefined],
  [',;q=,,', undefined],
])('Accept-Encoding: %s', async (accepts, encoding) => {
  const answer = await ask(running().port, '/your-safety', { headers: { 'accept-encoding': accepts } })
  expect(answer.headers['content-encoding']).toBe(encoding)
})

test('fonts are sent as they are', async () => {
  const font = running().locale.site.assets.all.find(({ path }) => path.endsWith('.woff2'))
  const answer = await ask(running().port, font?.path ?? '', { headers: { 'accept-encoding': 'br' } })
  expect(answer.headers['content-encoding']).toBeUndefined()
  expect(font && answer.bytes.equals(font.bytes)).toBe(true)
})

test.each([
  ['GET', '/no-such-page', 404],
  ['DELETE', '/about', 405],
  ['POST', '/services.json', 405],
] as const)('so are pages of errors: %s %s', async (method, path, status) => {
  const { port } = running()
  const plain = await ask(port, path, { method })
  const gzip = await ask(port, path, { method, headers: { 'accept-encoding': 'gzip, br' } })
  expect([plain.status, gzip.status, plain.headers['content-encoding']]).toEqual([status, status, undefined])
  expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding', 'content-length': String(gzip.bytes.length) })
  expect(plainOf(gzip).equals(plain.bytes)).toBe(true)
  expect(gzip.bytes.length).toBeLessThan(plain.bytes.length / 2)
})

test('pages of a flow decode to the page', async () => {
  const { port } = running()
  const asked = (fields: [string, string][], accepts: string): Promise<Answer> =>
    post(port, '/signs/check', fields, { 'accept-encoding': accepts })
  const sealedIn = (page: string): string => /name="so-far"[^>]*value="([\w-]+)"/.exec(page)?.[1] ?? ''
  const without = (page: string): string => page.replaceAll(/value="[\w-]{60,}"/g, '')
  const sealed = sealedIn((await asked([['place', 'car-wash']], 'identity')).text)
  const signs = running()
    .locale.pack.indicators.slice(0, 4)
    .map(({ id }): [string, string] => ['sign', id])
  const answer = (await asked([['so-far', sealed], ...signs], 'identity')).text
  for (const fields of [
    [['place', 'car-wash']],
    [['place', 'elsewhere']],
    [['so-far', sealed], ...signs],
    [['so-far', sealed]],
    [
      ['so-far', sealedIn(answer)],
      ['change', 'signs'],
    ],
    [['place', 'none']],
    [['so-far', 'x']],
  ] satisfies [string, string][][]) {
    const [plain, gzip, br] = [await asked(fields, 'identity'), await asked(fields, 'gzip'), await asked(fields, 'br')]
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(plain.text).toMatch(/^<!doctype html>.*<\/html>$/s)
    expect(without(plainOf(gzip).toString())).toBe(without(plain.text))
    expect(gzip.bytes.length).toBeLessThan(plain.bytes.length)
    // A page made beforehand is there as gzip only; who takes nothing but brotli gets it as it is.
    expect(br.headers['content-encoding']).toBeOneOf(['br', undefined])
    if (br.headers['content-encoding']) expect(br.bytes.length).toBeLessThan(gzip.bytes.length)
    expect(without(plainOf(br).toString())).toBe(without(plain.text))
  }
})
