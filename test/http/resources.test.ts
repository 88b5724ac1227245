import { afterEach, expect, test, vi } from 'vitest'
import type { Pack } from '../../src/content/pack.ts'
import { mediaTypes } from '../../src/web/context/resources.ts'
import { fakePress, madeUp } from '../support/fake-press.ts'
import { recordedLog } from '../support/recorded-log.ts'
import { headerFaults } from './fair.ts'
import { attribute, elementsOf, textOf } from './html.ts'
import { ask, type Running, start, withServer } from './support.ts'

const at = '2026-11-28T21:10:00Z'
const running = withServer({ at })
const catalogueOf = ({ locale }: Running) => locale.site.resources.at(locale.site.clock())
const first = () => catalogueOf(running())[0] ?? expect.fail('nothing is handed out')
const addressOf = ({ file }: { file: string }) => `/resources/${file}`
afterEach(() => vi.restoreAllMocks())

const linksOf = async ({ port }: Running) => {
  const { text } = await ask(port, '/resources', { timeout: 20_000 })
  const links = elementsOf(text).filter((e) => /^\/resources\/.+\./.test(attribute(e, 'href') ?? ''))
  return new Map(links.map((e) => [attribute(e, 'href') ?? '', textOf(e)]))
}

test('the page names every file that the press makes, each with its format and size, no two links alike', async () => {
  const links = await linksOf(running())
  expect([...links.keys()].toSorted()).toEqual(catalogueOf(running()).map(addressOf).toSorted())
  for (const [address, words] of links)
    expect([address, words]).toEqual([address, expect.stringMatching(/(?:PDF|PowerPoint|Word|ZIP), \d+ KB$/)])
  expect(new Set(links.values()).size).toBe(links.size)
})

test('a file comes whole, under its name, with its type and what it may be kept by', async () => {
  for (const entry of catalogueOf(running())) {
    const { status, headers, bytes } = await ask(running().port, addressOf(entry))
    expect([entry.file, status, headers['content-type']]).toEqual([entry.file, 200, mediaTypes[entry.format]])
    expect(headers['content-disposition']).toBe(`attachment; filename="${entry.file}"`)
    expect(bytes.equals(madeUp(entry)), entry.file).toBe(true)
    expect(headers['content-length']).toBe(String(bytes.length))
    expect(headers['cache-control']).toBe('public, max-age=60')
  }
})

test('whoever has it is sent nothing, HEAD the headers alone', async () => {
  const { port } = running()
  const path = addressOf(first())
  const whole = await ask(port, path)
  const again = await ask(port, path, { headers: { 'if-none-match': `W/${whole.headers.etag}` } })
  expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, whole.headers.etag])
  const changed = await ask(port, path, { headers: { 'if-none-match': '"another"' } })
  expect(changed.status).toBe(200)
  const head = await ask(port, path, { method: 'HEAD' })
  expect([head.status, head.bytes.length, head.headers['content-length']]).toEqual([200, 0, whole.headers['content-length']])
})

test.each([
  ['a name that none has', 404, 'GET', '/resources/leaflet-nowhere.pdf'],
  ['a way up', 404, 'GET', '/resources/..%2f..%2fpackage.pdf'],
  ['another method', 405, 'POST', '/resources/useful-numbers-card-en.pdf'],
  ['last year’s', 302, 'GET', '/resources/campaign-anti-slavery-day-2025.zip'],
] as const)('%s: %i', async (_name, status, method, path) => {
  const { headers, text, ...answer } = await ask(running().port, path, { method })
  expect([answer.status, headerFaults({ status, header: (name) => headers[name]?.toString(), body: text })]).toEqual([status, []])
  if (status === 302) expect(headers.location).toBe('/resources/campaign-anti-slavery-day-2027.zip')
  else expect(text).toContain('href="tel:999"')
})

test('a file that cannot be made is a 503 with words and numbers, tried once a minute and written down once, without who asked', async () => {
  const { log, lines } = recordedLog()
  let tries = 0
  const failing = (pack: Pack) => ({
    ...fakePress(pack),
    read: async () => {
      tries += 1
      throw new Error('a letter is missing')
    },
    sizeOf: () => null,
  })
  const broken = await start({ at, press: failing, served: { log } })
  try {
    const path = addressOf(first())
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(broken.port, path, { timeout: 20_000 })))
    answers.push(await ask(broken.port, path))
    for (const { status, text, headers } of answers) {
      expect([status, headers['retry-after']]).toEqual([503, '60'])
      expect(text).toContain('We could not make this file')
      expect(text).toContain('href="tel:999"')
    }
    expect(tries).toBeLessThanOrEqual(5)
    const line = { level: 'error', job: 'downloads', file: first().file, status: 503, why: 'a letter is missing', err: { class: 'Error' } }
    expect(lines()).toMatchObject([{ ...line, route: '/resources/:file{[a-z0-9.-]+\\.(?:pdf|pptx|docx|zip)}' }])
    const page = await ask(broken.port, '/resources', { timeout: 20_000 })
    expect(page.text).toContain(broken.locale.t('resources.unmade', { format: 'PDF' }))
    // It is not kept for long: soon it can say how large the files are.
    expect(page.headers['cache-control']).toBe('public, max-age=10')
  } finally {
    await broken.stop()
  }
})
