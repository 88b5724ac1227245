import { expect, test } from 'vitest'
import { post, start, withServer } from './support.ts'

const running = withServer()
const from = async (origin: string | undefined, more: Record<string, string> = {}): Promise<number> =>
  (await post(running().port, '/signs/check', { place: 'car-wash' }, { ...(origin === undefined ? {} : { origin }), ...more })).status

test('a form of this host is taken, and one that does not say where it is from', async () => {
  expect(await from(undefined)).toBe(200)
  expect(await from(`http://${running().host}`)).toBe(200)
  // Behind a proxy that speaks TLS.
  expect(await from(`https://${running().host}`)).toBe(200)
  expect(await from('https://waymark.example.org', { host: 'waymark.example.org' })).toBe(200)
  expect(await from('https://waymark.example.org', { host: 'Waymark.Example.Org' })).toBe(200)
})

test.each([
  'null',
  '',
  'https://example.org',
  'http://127.0.0.1',
  'http://127.0.0.1:1',
  'ftp://127.0.0.1',
  'waymark.example.org',
  'https://waymark.example.org.evil.example',
  'https://waymark.example.org, https://evil.example',
  'http://[',
  '*',
])('a form from "%s" is refused, in a sentence', async (origin) => {
  const { status, text } = await post(running().port, '/signs/check', { place: 'car-wash' }, { origin, host: 'waymark.example.org' })
  expect(status).toBe(403)
  expect(text).toContain(running().locale.t('error.other-origin'))
})

test('a form that names no origin is taken unless the browser says that another site sent it', async () => {
  for (const site of ['same-origin', 'same-site', 'none']) expect(await from(undefined, { 'sec-fetch-site': site })).toBe(200)
  expect(await from(undefined, { 'sec-fetch-site': 'cross-site' })).toBe(403)
})

test('where the site’s own address is known forms come from there alone', async () => {
  const { port, stop } = await start({ served: { origin: 'https://waymark.example.org' } })
  const own = async (origin: string | undefined, host: string): Promise<number> =>
    (await post(port, '/signs/check', { place: 'car-wash' }, { host, ...(origin === undefined ? {} : { origin }) })).status
  expect(await own('https://waymark.example.org', '127.0.0.1')).toBe(200)
  expect(await own(undefined, 'waymark.example.org')).toBe(200)
  expect(await own('http://waymark.example.org', 'waymark.example.org')).toBe(403)
  // Whoever leads a reader's browser here under a name of their own.
  expect(await own('https://evil.example', 'evil.example')).toBe(403)
  await stop()
})
