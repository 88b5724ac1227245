import { expect, test } from 'vitest'
import { headerFaults } from './fair.ts'
import { type Answer, ask, post, publicPaths, start as startSite, withServer } from './support.ts'
import { talk } from './wire.ts'

const running = withServer()

const faults = ({ status, headers, text }: Answer): string[] =>
  headerFaults({ status, header: (name) => headers[name]?.toString(), body: text })

test('every page, feed and file has them', async () => {
  const { port, locale } = running()
  const files = [
    ...locale.site.assets.all.map((asset) => asset.path),
    '/favicon.ico',
    '/robots.txt',
    '/sitemap.xml',
    '/news/feed.xml',
    '/services.json',
    '/openreferral',
    '/openreferral/services',
    '/campaigns.ics',
    ...[...locale.site.shareImages.values()].map((card) => card.url),
    '/healthz',
    '/readyz',
    '/version',
  ]
  for (const path of [...publicPaths(running()), ...files]) {
    const answer = await ask(port, path)
    expect([path, answer.status, faults(answer)]).toEqual([path, 200, []])
  }
})

test.each([
  [
    '304',
    304,
    async () =>
      ask(running().port, '/get-help', { headers: { 'if-none-match': (await ask(running().port, '/get-help')).headers.etag ?? '' } }),
  ],
  ['308', 308, () => ask(running().port, '/get-help/')],
  ['400 of a form', 400, () => post(running().port, '/signs/check', {})],
  ['400 of a machine address', 400, () => ask(running().port, '/services.json?at=x')],
  ['403', 403, () => post(running().port, '/signs/check', {}, { origin: 'https://example.org' })],
  ['404', 404, () => ask(running().port, '/nowhere')],
  ['404 of a machine address', 404, () => ask(running().port, '/openreferral/services/none')],
  ['204 of a machine address', 204, () => ask(running().port, '/services.json', { method: 'OPTIONS' })],
  ['405', 405, () => ask(running().port, '/get-help', { method: 'PUT' })],
  ['405 of a machine address', 405, () => ask(running().port, '/services.json', { method: 'POST' })],
  ['413', 413, () => post(running().port, '/signs/check', { place: 'a'.repeat(70_000) })],
  ['415', 415, () => ask(running().port, '/signs/check', { method: 'POST' })],
  ['a step of a flow', 200, () => post(running().port, '/signs/check', { place: 'car-wash' })],
  ['results of a search', 200, () => post(running().port, '/search', { q: 'hotel' })],
  ['400 of a search', 400, () => post(running().port, '/search', {})],
  ['HEAD', 200, () => ask(running().port, '/get-help', { method: 'HEAD' })],
] as const)('%s has them', async (_name, status, asked) => {
  const answer = await asked()
  expect([answer.status, faults(answer)]).toEqual([status, []])
})

test('what Node itself turns away has them', async () => {
  const [answer] = await talk(running().port, { parts: ['NONSENSE\r\n\r\n'] })
  expect(answer && headerFaults({ status: answer.status, header: (name) => answer.headers.get(name), body: '' })).toEqual([])
  expect(answer?.status).toBe(400)
})

test('a page that cannot be made is a 500 that has them, gives the numbers, and breaks nothing else', async () => {
  const broken = await startSite({
    pack: (pack) => ({
      ...pack,
      getHelp: { yourself: ['emergency-999'], someone_else: ['emergency-999'] },
      services: pack.services.map((s) => (s.id === 'childrens-services' ? { ...s, review: 'never' } : s)),
    }),
  })
  const answer = await ask(broken.port, '/report')
  expect([answer.status, faults(answer)]).toEqual([500, []])
  expect(answer.text).toContain('href="tel:999"')
  expect((await ask(broken.port, '/get-help')).status).toBe(200)
  await broken.stop()
})

test('even when the page of an error cannot be made either, the answer is words and 999', async () => {
  const broken = await startSite({
    pack: (pack) => ({ ...pack, services: pack.services.map((s) => (s.id === 'police-101' ? { ...s, review: 'never' } : s)) }),
  })
  const { port, locale, stop } = broken
  const [unreadable] = await talk(port, { parts: ['NONSENSE\r\n\r\n'] })
  expect(unreadable?.body).toContain(locale.t('error.bad-address'))
  const answers = [
    await ask(port, '/get-help'),
    await ask(port, '/nowhere'),
    await ask(port, '/get-help', { method: 'PUT' }),
    await post(port, '/signs/check', {}, { origin: 'null' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([500, 404, 405, 403])
  for (const answer of answers) {
    expect(faults(answer)).toEqual([])
    expect(answer.text).toContain('<a href="tel:999">')
  }
  expect((await ask(port, '/your-safety')).status).toBe(200)
  await stop()
})

test('where the site’s own address is https every answer says to ask by https alone, for a year', async () => {
  const origin = 'https://waymark.example.org'
  const { port, stop } = await startSite({ served: { origin } })
  const from = { headers: { origin } }
  const answers = [
    await ask(port, '/get-help'),
    await ask(port, '/get-help', { headers: { 'if-none-match': '*' } }),
    await ask(port, '/get-help/'),
    await ask(port, '/nowhere'),
    await ask(port, '/services.json'),
    await ask(port, '/get-help', { method: 'PUT' }),
    await post(port, '/search', { q: 'hotel' }, from.headers),
    await post(port, '/search', { q: 'hotel' }, { origin: 'https://example.org' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 304, 308, 404, 200, 405, 200, 403])
  for (const { headers } of answers) expect(headers['strict-transport-security']).toBe('max-age=31536000')
  const [unreadable] = await talk(port, { parts: ['NONSENSE\r\n\r\n'] })
  expect(unreadable?.headers.get('strict-transport-security')).toBe('max-age=31536000')
  await stop()
  expect((await ask(running().port, '/get-help')).headers['strict-transport-security']).toBeUndefined()
})
