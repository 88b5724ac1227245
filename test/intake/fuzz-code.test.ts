import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeLength } from '../../src/commands/intake/code.ts'
import { faultsOf } from '../http/fair.ts'
import { attribute, elementsOf } from '../http/html.ts'
import { type Answer, ask, post } from '../http/support.ts'
import { raise, receivingDesk, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { type ReportSite, serveReports } from '../support/report-site.ts'

let desk: TestDesk
let intake: TestIntake
let site: ReportSite
let code: readonly string[]
beforeAll(async () => {
  desk = await openTestDesk()
  ;({ intake } = await receivingDesk(desk))
  site = await serveReports(intake)
  ;({ code } = await raise(desk, intake))
}, 120_000)
afterAll(async () => {
  await site?.stop()
  await intake?.close()
  await desk?.close()
})

const path = '/report/code'
const sealedIn = ({ text }: Answer): string => /name="so-far" value="([\w-]+)"/.exec(text)?.[1] ?? ''
const check = (answer: Answer): void => {
  const { status, headers, text } = answer
  expect(faultsOf(site.locale, { status, header: (name) => headers[name]?.toString(), body: text })).toEqual([])
  expect([headers['cache-control'], headers['set-cookie']]).toEqual(['no-store', undefined])
}
const asking = async (): Promise<string> => sealedIn(await ask(site.port, path))
const opened = async (): Promise<string> =>
  sealedIn(await post(site.port, path, { 'so-far': await asking(), words: code.join(' '), do: 'open' }))
const anything = fc.string({ unit: 'binary', maxLength: 300 }).map((text) => text.toWellFormed())
const hostile = fc.constantFrom(
  '<script>alert(1)</script>',
  '"><img src=x>',
  '&amp;',
  "' or 1=1 --",
  '\u0000',
  '\u202e',
  'a'.repeat(30_000),
)
// No seven words of the list: those would be counted as wrong, and the next of this address wait.
const typed = fc.oneof(anything, hostile).filter((text) => text.split(/[^A-Za-z]+/).filter((word) => word.length > 2).length < codeLength)

test('any words: a page, and nothing of them in it but as text in their field and their error', async () => {
  const sealed = await asking()
  await fc.assert(
    fc.asyncProperty(typed, async (words) => {
      const answer = await post(site.port, path, { 'so-far': sealed, words, do: 'open' })
      check(answer)
      expect(answer.status).toBe(400)
      const page = elementsOf(answer.text)
      expect(page.filter((e) => e.tagName === 'script').length).toBe(1)
      expect(page.filter((e) => e.tagName === 'img').length).toBe(0)
      const field = page.find((e) => attribute(e, 'name') === 'words')
      expect((field && attribute(field, 'value')) ?? '').toBe(words.slice(0, 400).replace(/\r\n?/g, '\n').replaceAll('\u0000', '\ufffd'))
    }),
    { numRuns: process.env.WAYMARK_ALL ? 60 : 21 },
  )
})

test('any fields, with whatever a page carried: a page, and none that opens a report', async () => {
  const [one, two] = [await asking(), await opened()]
  const carried = fc.oneof(
    fc.constantFrom('', one, two.slice(0, -1), one.slice(0, 40) + two.slice(40)),
    // Not the last letter: of its bits some stand for nothing, and what it was put in place of is opened.
    fc.nat(two.length - 2).map((at) => two.slice(0, at) + (two[at] === 'A' ? 'B' : 'A') + two.slice(at + 1)),
    anything,
  )
  const step = fc.oneof(fc.constantFrom('open', 'add', 'earlier', 'withdraw', 'withdraw-yes', 'end', '__proto__'), anything)
  await fc.assert(
    fc.asyncProperty(carried, step, fc.oneof(anything, hostile), typed, async (sealed, what, text, words) => {
      const answer = await post(site.port, path, { 'so-far': sealed, do: what, text, words })
      check(answer)
      // A page that was asked for may be ended as it is: it opens nothing from then on.
      expect(what === 'end' && sealed === one ? [200, 400] : [400]).toContain(answer.status)
    }),
    { numRuns: process.env.WAYMARK_ALL ? 80 : 28 },
  )
})

test('any message, to a report that is open: kept or refused with what to do, never an error of ours', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(anything, hostile), async (text) => {
      const answer = await post(site.port, path, { 'so-far': await opened(), do: 'add', text })
      check(answer)
      expect([200, 400]).toContain(answer.status)
    }),
    { numRuns: process.env.WAYMARK_ALL ? 20 : 7 },
  )
})

test.each([
  ['any bytes', { body: Buffer.from([0x77, 0x3d, 0xff, 0xfe]) }, 400],
  ['JSON', { body: '{"words":"x"}', headers: { 'content-type': 'application/json' } }, 415],
  ['a form with a file', { body: '--x--', headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 415],
  ['more than a message may have', { body: `text=${'x'.repeat(400_000)}` }, 413],
  ['from another site', { body: 'words=x', headers: { origin: 'https://evil.example.org' } }, 403],
  ['a forged address of who asks', { body: 'words=x', headers: { 'x-forwarded-for': `${'1.2.3.4,'.repeat(500)}'` } }, 400],
  ['a cookie', { body: 'words=x', headers: { cookie: 'code=abandon' } }, 400],
] as const)('%s', async (_name, { body, ...more }, status) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...('headers' in more ? more.headers : {}) }
  const answer = await ask(site.port, path, { method: 'POST', body, headers })
  check(answer)
  expect(answer.status).toBe(status)
})

test('other methods and writings of the address', async () => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'QUERY']) expect((await ask(site.port, path, { method })).status).toBe(405)
  for (const other of ['/report/%63ode', '/x/../report/code', '/report/code/'])
    expect([other, (await ask(site.port, other)).status]).toEqual([other, 404])
})
