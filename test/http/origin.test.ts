import { expect, test } from 'vitest'
import { post, withServer } from './support.ts'

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
