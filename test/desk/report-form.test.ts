import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { readInbox } from '../../src/commands/concerns/read-inbox.ts'
import { openByCode } from '../../src/commands/intake/by-code.ts'
import { readCode } from '../../src/commands/intake/code.ts'
import type { LogFields } from '../../src/web/http/log.ts'
import { ask, post } from '../http/support.ts'
import { receivingDesk, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { dumpOf, tellsOf } from '../support/key-holders.ts'
import { coverFor, type FormPage, pageFrom, type ReportSite, serveReports } from '../support/report-site.ts'

let desk: TestDesk
let intake: TestIntake
let site: ReportSite
let anna: Somebody
let shift: string
const lines: string[] = []
const line = (fields: LogFields, text: string): void => void lines.push(JSON.stringify([fields, text]))
const log = { info: line, warn: line, error: line, fatal: line }

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, intake } = await receivingDesk(desk))
  shift = await coverFor(desk, anna)
  site = await serveReports(intake, { served: { log } })
}, 90_000)
afterAll(async () => {
  await site?.stop()
  await intake.close()
  await desk.close()
})
beforeEach(() => site.watch.look())

const send = async (fields: Record<string, string> | [string, string][], from?: FormPage): Promise<FormPage> => {
  const list = Array.isArray(fields) ? fields : Object.entries(fields)
  const answer = await post(site.port, '/report', [...(from?.carried ? [['so-far', from.carried] as [string, string]] : []), ...list])
  expect(answer.headers['cache-control']).toBe('no-store')
  return pageFrom(answer.status, answer.text)
}
const first = () => ask(site.port, '/report')
const count = async (): Promise<number> => (await desk.owner.selectFrom('concern').select('id').execute()).length
const newest = async () => desk.owner.selectFrom('concern').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow()
const codeIn = ({ text }: FormPage): readonly string[] => {
  const code = readCode(/report-line[^>]*>([^<]+)</.exec(text)?.[1] ?? '')
  if (!code) throw new Error('the page shows no code')
  return code
}
const secret = 'Zebediah Quillfeather locks them in at night.'

test('the first page says when it is read, by whom, and what cannot be kept back; no browser keeps it', async () => {
  const { status, text, headers } = await first()
  expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
  for (const said of ['999', 'will have read it by', 'Hertfordshire County Council', 'a court orders it', '/report/code', '/privacy'])
    expect(text).toContain(said)
  expect(text).not.toMatch(/<textarea|<input/)
  expect(headers['set-cookie']).toBeUndefined()
})

test('from the first page to the code: each answer in its place, the words sealed, and sent twice it is one', async () => {
  let page = await send({ start: 'yes' })
  expect(page.text).toContain('name="what"')
  page = await send({ at: 'what', what: secret }, page)
  page = await send({ at: 'where', 'where-town': 'watford', where: 'Car wash, Mill Lane', when: 'Sunday' }, page)
  page = await send(
    [
      ['at', 'signs'],
      ['sector', 'car-wash'],
    ],
    page,
  )
  page = await send({ at: 'urgency', urgency: 'danger', child: 'not-sure' }, page)
  expect(page.text).toContain('tel:999')
  page = await send({ at: 'you', self: 'no', 'under-18': 'yes' }, page)
  expect(page.text).toContain('Childline')
  page = await send(
    [
      ['at', 'who'],
      ['who-may-read', 'partners'],
      ['works-for', 'watford'],
    ],
    page,
  )
  const check = await send({ at: 'answer', 'answer-by': 'contact', contact: '01632 960001', 'safe-times': 'mornings' }, page)
  expect([check.status, check.text.includes('Nothing has been sent yet')]).toEqual([200, true])
  const before = await count()
  const done = await send({ send: 'yes' }, check)
  expect(done.status).toBe(200)
  const code = codeIn(done)
  expect(codeIn(await send({ send: 'yes' }, check))).toEqual(code)
  expect(await count()).toBe(before + 1)
  const row = await newest()
  expect(row).toMatchObject({ danger: true, child: true, young: true, urgency: 'now', town: 'watford', sector: 'car-wash' })
  expect(row).toMatchObject({ sharing: 'partners', self: false, contact: true, kept_apart: true })
  expect(tellsOf(await dumpOf(desk.owner), 'Quillfeather')).toEqual([])
  expect(await openByCode(intake, code)).toMatchObject({ state: 'new' })
  const read = await desk.as(anna, readConcern, { concern: row.id })
  expect(JSON.stringify(read)).toContain(secret)
  expect(read).toMatchObject({ done: { texts: [{ report: { contact: { way: '01632 960001', safe: 'mornings' } } }] } })
})

test('whoever has written one answer can send it from any page; nothing chosen is the narrowest', async () => {
  const start = await send({ start: 'yes' })
  const nothing = await send({ at: 'what', what: ' ', leave: 'what' }, start)
  expect([nothing.status, nothing.text.includes('href="#what"')]).toEqual([400, true])
  const check = await send({ at: 'what', what: 'A van at night.', leave: 'what' }, start)
  expect(check.text).toContain('name="send"')
  await send({ send: 'yes' }, check)
  expect(await newest()).toMatchObject({ sharing: 'coordinators', danger: false, child: false, young: false, contact: false, signs: [] })
})

test('what is too long is given back whole, on whichever button', async () => {
  const long = 'x'.repeat(4001)
  const page = await send({ at: 'what', what: long, leave: 'what' }, await send({ start: 'yes' }))
  expect([page.status, page.text.includes(long)]).toEqual([400, true])
})

test('where keeping a partner out would leave nobody, it is said on the first page, and nothing is sent', async () => {
  const council = 'hertfordshire-county-council'
  expect((await first()).text).toContain('everyone who could read it works there')
  const who = await send({ at: 'what', what: 'It is my manager.', leave: 'what' }, await send({ start: 'yes' }))
  const page = await send({ change: 'who' }, who)
  const check = await send(
    [
      ['at', 'who'],
      ['works-for', council],
      ['leave', 'who'],
    ],
    page,
  )
  expect(check.text).toContain('Everyone who could read this works for Hertfordshire County Council')
  expect(check.text).not.toContain('name="send"')
  const before = await count()
  expect((await send({ send: 'yes' }, check)).status).toBe(400)
  expect(await count()).toBe(before)
})

describe('closed, there is no field, and what was written is not lost', () => {
  const closings: [string, () => Promise<unknown>, () => Promise<unknown>][] = [
    [
      'by the desk',
      () => desk.owner.updateTable('intake').set({ closed_at: new Date() }).execute(),
      () => desk.owner.updateTable('intake').set({ closed_at: null }).execute(),
    ],
    [
      'because nobody opened the inbox for 24 hours',
      () =>
        desk.owner
          .updateTable('intake')
          .set({ read_at: new Date(Date.now() - 25 * 3_600_000) })
          .execute(),
      () => desk.as(anna, readInbox, null),
    ],
    [
      'because the key could not be opened again',
      () => desk.owner.updateTable('intake').set({ key_ready: false }).execute(),
      () => desk.as(anna, readInbox, null),
    ],
    [
      'because nobody agreed to be on call',
      () => desk.owner.updateTable('shift').set({ ended_at: new Date() }).where('id', '=', shift).execute(),
      () => desk.owner.updateTable('shift').set({ ended_at: null }).where('id', '=', shift).execute(),
    ],
  ]
  test.each(closings)('%s', async (_why, close, open) => {
    const check = await send({ at: 'what', what: 'Kept on the page.', leave: 'what' }, await send({ start: 'yes' }))
    const before = await count()
    await close()
    try {
      await site.watch.look()
      const closed = await send({ start: 'yes' })
      expect([closed.status, closed.text.includes('tel:101'), /<textarea|<form/.test(closed.text.split('<main')[1] ?? '')]).toEqual([
        503,
        true,
        false,
      ])
      const refused = await send({ send: 'yes' }, check)
      expect([refused.status, refused.text.includes('Kept on the page.'), refused.text.includes('tel:')]).toEqual([503, true, true])
      expect(refused.carried).not.toBeNull()
      expect(await count()).toBe(before)
    } finally {
      await open()
      await site.watch.look()
    }
    // The same page, sent again.
    expect((await send({ send: 'yes' }, check)).status).toBe(200)
  })
})

test('closed meanwhile, before the site has noticed: the database refuses, and the page says so', async () => {
  const check = await send({ at: 'what', what: 'Sent too late.', leave: 'what' }, await send({ start: 'yes' }))
  await desk.owner.updateTable('intake').set({ closed_at: new Date() }).execute()
  const refused = await send({ send: 'yes' }, check)
  await desk.owner.updateTable('intake').set({ closed_at: null }).execute()
  expect([refused.status, refused.text.includes('Sent too late.')]).toEqual([503, true])
})

test('no line of the log tells of a report, or of where it came from', () => {
  expect(lines.filter((one) => /127\.0\.0\.1|Quillfeather|Mill Lane|960001/.test(one))).toEqual([])
})
