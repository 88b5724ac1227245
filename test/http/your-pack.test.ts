import { request as httpRequest } from 'node:http'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { heaviestLogo } from '../../src/domain/training-provider/training-provider.ts'
import type { CobrandedPress } from '../../src/press/run/cobranded-press.ts'
import { quickCobrandedPress } from '../support/cobranded-press.ts'
import { logoFile, pngOf } from '../support/logo.ts'
import { recordedLog } from '../support/recorded-log.ts'
import { faultsOf } from './fair.ts'
import { attribute, elementsOf, textOf } from './html.ts'
import { type Answer, ask, withServer } from './support.ts'

let make: CobrandedPress['make'] | undefined
const { log, lines } = recordedLog()
const running = withServer({
  served: { log },
  cobrandedPress: quickCobrandedPress((...given) => (make ?? quickCobrandedPress().make)(...given)),
})
beforeEach(() => {
  make = undefined
})

const path = '/resources/your-pack'
const good = { name: 'Old Mill & Sons', lead: 'Ann Example', number: '01632 960 001' }
const logo = Buffer.from(logoFile().png, 'base64')
type Part = [name: string, value: string | Buffer, filename?: string]

const boundary = '----waymark'
const bodyOf = (parts: readonly Part[]): Buffer =>
  Buffer.concat([
    ...parts.flatMap(([name, value, filename]) => [
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"\r\ncontent-type: image/png`}\r\n\r\n`,
      ),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ])
const send = (body: Buffer | string, headers: Record<string, string> = {}): Promise<Answer> =>
  ask(running().port, path, { method: 'POST', body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers } })
const sendParts = (fields: Record<string, string>, ...more: Part[]): Promise<Answer> => send(bodyOf([...Object.entries(fields), ...more]))
const faultsIn = ({ text }: Answer): string[] =>
  elementsOf(text)
    .filter((e) => e.tagName === 'a' && attribute(e, 'href')?.match(/^#(name|lead|number|logo|make)$/))
    .map((e) => `${attribute(e, 'href')} ${textOf(e)}`)
const fair = (answer: Answer): void => {
  const { status, headers, text } = answer
  if (status === 200 && headers['content-type'] === 'application/zip') return
  expect(faultsOf(running().locale, { status, header: (name) => headers[name]?.toString(), body: text })).toEqual([])
  expect(headers['cache-control']).toBe('no-store')
}

test('what is entered comes back as one file to save, which no browser keeps', async () => {
  const answer = await sendParts(good, ['logo', logo, 'our logo.png'])
  expect(answer.status).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="training-pack.zip"',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  expect(JSON.parse(answer.text)).toMatchObject({ ...good, logo: { width: 280, height: 160 } })
  // No file chosen: a browser sends an empty one without a name.
  expect(JSON.parse((await sendParts(good, ['logo', '', ''])).text)).toEqual({ ...good, logo: null })
  expect(JSON.parse((await sendParts(good)).text)).toEqual({ ...good, logo: null })
})

test('every fault is told at once, by its field; what was typed is still there, and the file must be chosen again', async () => {
  const answer = await sendParts({ name: '<b>"x', lead: '', number: '999' }, ['logo', '<svg/>', 'x.png'])
  expect(answer.status).toBe(400)
  fair(answer)
  expect(faultsIn(answer).map((fault) => fault.split(' ')[0])).toEqual(['#name', '#lead', '#number', '#logo'])
  expect(faultsIn(answer)[3]).toContain('SVG')
  const field = elementsOf(answer.text).find((e) => attribute(e, 'name') === 'name')
  expect(field && attribute(field, 'value')).toBe('<b>"x')
  const without = await sendParts({ ...good, lead: '' }, ['logo', logo, 'x.png'])
  expect(without.text).toContain(running().locale.t('your-pack.logo-again'))
})

test.each([
  ['empty', Buffer.alloc(0)],
  ['heavy', Buffer.alloc(heaviestLogo + 1, 0x89)],
  ['heavy', Buffer.alloc(6_000_000, 0x89)],
  ['gif', Buffer.from('GIF89a')],
  ['type', Buffer.from('%PDF-1.7')],
  ['huge', pngOf(30_000, 30_000, deflateSync(Buffer.alloc(100)))],
  ['broken', logo.subarray(0, 60)],
] as const)('a logo is refused with a reason: %s', async (fault, bytes) => {
  const answer = await sendParts(good, ['logo', bytes, 'logo.png'])
  expect(answer.status).toBe(400)
  const words = running().locale.t(`own-fault.logo-${fault}`, { megabytes: 2, million: 25, side: 8000, least: 32 })
  expect(faultsIn(answer)).toEqual([`#logo ${words}`])
})

test.each([
  ['more than is ever read', () => sendParts(good, ['logo', Buffer.alloc(13_000_000), 'x.png']), 413],
  ['two files', () => sendParts(good, ['logo', logo, 'a.png'], ['logo', logo, 'b.png']), 413],
  ['many fields', () => send(bodyOf(Array.from({ length: 500 }, (_, n): Part => [`f${n}`, 'x']))), 413],
  ['a long field', () => sendParts({ ...good, name: 'x'.repeat(5000) }), 413],
  ['no boundary', () => send(bodyOf([]), { 'content-type': 'multipart/form-data' }), 400],
  ['another boundary', () => send(bodyOf([['name', 'x']]), { 'content-type': 'multipart/form-data; boundary=other' }), 400],
  ['cut short', () => send(bodyOf([['name', 'Old Mill']]).subarray(0, 70)), 400],
  ['nothing', () => send(''), 400],
  ['JSON', () => send('{}', { 'content-type': 'application/json' }), 415],
  ['from another site', () => send(bodyOf(Object.entries(good)), { origin: 'https://evil.example' }), 403],
] as const)('refused: %s', async (_name, asked, status) => {
  const answer = await asked()
  expect(answer.status).toBe(status)
  fair(answer)
})

test('broken forms, however: an answer in words, or the file', async () => {
  const whole = bodyOf([...Object.entries(good), ['logo', logo, 'logo.png']])
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('\r\n', `--${boundary}`, '--', '\0', ';filename="', 'name="logo"'),
  )
  let [files, refused] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(), fc.nat(60), piece), { minLength: 1, maxLength: 5 }), async (changes) => {
      let body = whole
      for (const [at, cut, put] of changes) {
        const place = at % (body.length + 1)
        body = Buffer.concat([body.subarray(0, place), Buffer.from(put), body.subarray(place + cut)])
      }
      const answer = await send(body)
      fair(answer)
      expect([200, 400, 413]).toContain(answer.status)
      if (answer.status === 200) files += 1
      else refused += 1
    }),
    { numRuns: process.env.WAYMARK_ALL ? 300 : 40 },
  )
  expect([files > 0, refused > 10]).toEqual([true, true])
  expect((await ask(running().port, '/get-help')).status).toBe(200)
})

test('two are made at one time; a third is asked to come back, keeps what was typed, and may then', async () => {
  const waiting: (() => void)[] = []
  make = () => new Promise((resolve) => waiting.push(() => resolve(new Uint8Array(8))))
  const first = [sendParts(good), sendParts(good)]
  for (let tries = 0; waiting.length < 2 && tries < 500; tries += 1) await new Promise((resolve) => setTimeout(resolve, 5))
  const third = await sendParts(good)
  expect(third.status).toBe(503)
  expect(third.headers['retry-after']).toBe('30')
  expect(third.text).toContain('Old Mill &amp; Sons')
  expect(faultsIn(third)).toEqual([`#make ${running().locale.t('your-pack.busy')}`])
  fair({ ...third, status: 400 })
  // What is wrong by itself is told all the same, and a page is a page.
  expect((await sendParts({ ...good, lead: '' })).status).toBe(400)
  for (const done of waiting) done()
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200])
  make = undefined
  expect((await sendParts(good)).status).toBe(200)
})

test('whoever goes away, or presses twice, leaves the place to others, and no fault is made known', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  let begun = 0
  make = (_provider, _edition, signal) =>
    new Promise((_resolve, reject) => {
      begun += 1
      signal.addEventListener('abort', () => reject(signal.reason))
    })
  const body = bodyOf(Object.entries(good))
  const left = Array.from({ length: 2 }, () => {
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': body.length }
    return httpRequest({ host: '127.0.0.1', port: running().port, path, method: 'POST', headers, agent: false })
      .on('error', () => {})
      .end(body)
  })
  for (let tries = 0; begun < 2 && tries < 500; tries += 1) await new Promise((resolve) => setTimeout(resolve, 5))
  make = undefined
  expect((await sendParts(good)).status).toBe(503)
  for (const request of left) request.destroy()
  let status = 503
  for (let tries = 0; status === 503 && tries < 200; tries += 1) status = (await sendParts(good)).status
  expect(status).toBe(200)
  expect(error).not.toHaveBeenCalled()
  error.mockRestore()
})

test('whoever sends slowly holds no more than eight places, and gives them back', async () => {
  const body = bodyOf([['name', 'Old Mill']])
  const slow = Array.from({ length: 8 }, () => {
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': body.length }
    const request = httpRequest({ host: '127.0.0.1', port: running().port, path, method: 'POST', headers, agent: false })
    request.on('error', () => {})
    request.write(body.subarray(0, 40))
    return request
  })
  const refused = async (): Promise<boolean> => (await sendParts({ ...good, lead: '' })).status === 503
  let full = false
  for (let tries = 0; !full && tries < 200; tries += 1) full = await refused()
  expect(full).toBe(true)
  for (const request of slow) request.destroy()
  for (let tries = 0; full && tries < 200; tries += 1) full = await refused()
  expect(full).toBe(false)
})

test('where it cannot be made that is said, and made known without what was entered', async () => {
  make = () => Promise.reject(new Error(`secret of ${good.name}`))
  const before = lines().length
  const answer = await sendParts(good)
  expect(answer.status).toBe(503)
  expect(faultsIn(answer)).toEqual([`#make ${running().locale.t('your-pack.failed')}`])
  expect(answer.text).not.toContain('secret')
  const written = lines().slice(before)
  expect(written).toMatchObject([{ level: 'error', job: 'cobranded-pack', route: path, status: 503, err: { class: 'Error' } }])
  expect(JSON.stringify(written)).not.toMatch(/secret|Old Mill|Ann Example|01632/)
})
