import { createHash, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AttendParts, registerHash } from '../../src/commands/attend/parts.ts'
import { openBooking } from '../../src/commands/register/bookings.ts'
import { changeWord } from '../../src/commands/register/change-event.ts'
import { readEvent } from '../../src/commands/register/read-event.ts'
import { faultsOf } from '../http/fair.ts'
import { type Answer, ask, post, type Running } from '../http/support.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { dumpOf, tellsOf } from '../support/key-holders.ts'
import { anEvent, enters, openTestAttend, serveAttend } from '../support/register.ts'

/* /in and its pages as the public site serves them: without a script, an account or a cookie. */

let desk: TestDesk
let attend: AttendParts & { close(): Promise<void> }
let site: Running
let trainer: Somebody
beforeAll(async () => {
  desk = await openTestDesk()
  attend = openTestAttend(desk)
  site = await serveAttend(attend)
  trainer = await desk.somebody(['trainer'], { partner: 'watford' })
}, 120_000)
afterAll(async () => {
  await site?.stop()
  await attend.close()
  await desk.close()
})

const get = (path: string): Promise<Answer> => ask(site.port, path)
const send = (path: string, fields: Record<string, string>): Promise<Answer> => post(site.port, path, Object.entries(fields))
const sealedIn = ({ text }: Answer): string => /name="so-far" value="([^"]*)"/.exec(text)?.[1] ?? ''
const who = { name: 'Abi Lychgate', organisation: 'Chalkhill Housing', sector: 'housing', group: '', email: '' }
const entries = (event: string) => desk.owner.selectFrom('event_entry').selectAll().where('event_id', '=', event).orderBy('at').execute()
const inDays = (days: number) => {
  const starts = Temporal.Now.instant().add({ hours: 24 * days })
  return { starts, ends: starts.add({ hours: 1 }) }
}

test('from the code to the list, and the next person with the same phone', async () => {
  const event = await anEvent(desk, trainer)
  const first = await get(`/in?e=${event.code.toLowerCase()}`)
  expect([first.status, first.headers['cache-control'], first.headers['set-cookie']]).toEqual([200, 'no-store', undefined])
  const sealed = { do: 'enter', 'so-far': sealedIn(first) }
  // The kind of an organisation is asked for only where it is none that is known.
  const unknown = await send('/in', { ...sealed, ...who, sector: '', word: event.word })
  // As the next question, and no fault of theirs; only whoever leaves it out then is told to answer it.
  expect([unknown.status, unknown.text.includes('There is a problem')]).toEqual([200, false])
  expect(unknown.text).toContain('<a href="#sector">What kind of organisation is Chalkhill Housing?</a>')
  const sectorOf = /name="sector-of" value="([^"]*)"/.exec(unknown.text)?.[1] ?? ''
  const left = await send('/in', { ...sealed, ...who, sector: '', 'sector-of': sectorOf, word: event.word })
  expect([left.status, left.text.includes('Choose what kind of organisation it is')]).toEqual([400, true])
  const wrong = await send('/in', { ...sealed, ...who, word: 'ZZZ' })
  expect(wrong.text).toContain('This is not the word on the screen now')
  const done = await send('/in', { ...sealed, ...who, email: 'abi@example.org', word: event.word.toLowerCase() })
  // Shown back on this one answer, so that a slip is seen while the trainer is in the room.
  expect(done.text).toContain('you gave abi@example.org')
  expect(done.text).toContain('Abi Lychgate, you are on the list')
  const next = await send('/in', { do: 'code', code: event.code })
  expect(next.text).not.toContain('Abi')
  // Whoever has the phone next and goes back finds the page used; what they typed stands in a page that can be sent.
  const back = await send('/in', { ...sealed, ...who, name: 'Ben Packhorse', word: event.word })
  expect(back.status).toBe(400)
  expect(back.text).toContain('already sent with another name')
  const again = await send('/in', { do: 'enter', 'so-far': sealedIn(back), ...who, name: 'Ben Packhorse', word: event.word })
  expect(again.text).toContain('Ben Packhorse, you are on the list')
  expect((await entries(event.event)).map(({ name, way }) => [name, way])).toEqual([
    ['Abi Lychgate', 'phone'],
    ['Ben Packhorse', 'phone'],
  ])
})

test('the word cannot be guessed: after thirty wrong ones the right one waits too, and whoever teaches sees it and changes the word', async () => {
  const event = await anEvent(desk, trainer)
  const sealed = { do: 'enter', 'so-far': sealedIn(await get(`/in?e=${event.code}`)), ...who }
  const wrong = event.word === 'ZZZ' ? 'ZZY' : 'ZZZ'
  const wrongWords = async () => {
    const read = await desk.as(trainer, readEvent, { event: event.event })
    return 'done' in read ? read.done.wrongWords?.count : 'none'
  }
  for (let n = 0; n < 30; n++) expect((await send('/in', { ...sealed, word: wrong })).status).toBe(400)
  const waits = await send('/in', { ...sealed, word: event.word })
  expect([waits.status, waits.headers['retry-after']]).toEqual([429, '60'])
  expect(waits.text).toContain('Wait a minute')
  expect(await entries(event.event)).toEqual([])
  expect(await wrongWords()).toBe(30)
  const tries = () => desk.owner.selectFrom('event_word').selectAll().where('event_id', '=', event.event).executeTakeFirstOrThrow()
  // The minute is over: one more wrong word, and the next minute waits.
  const over = (values: object) => desk.owner.updateTable('event_word').set(values).where('event_id', '=', event.event).execute()
  await over({ waits_until: new Date(Date.now() - 1000) })
  expect((await send('/in', { ...sealed, word: wrong })).status).toBe(400)
  expect((await send('/in', { ...sealed, word: event.word })).status).toBe(429)
  // Ten minutes later it is counted anew.
  await over({ waits_until: null, since: new Date(Date.now() - 11 * 60_000) })
  await send('/in', { ...sealed, word: wrong })
  expect((await tries()).wrong).toBe(1)
  await over({ wrong: 30, waits_until: new Date(Date.now() + 60_000) })
  await desk.as(trainer, changeWord, { event: event.event, stop: false })
  expect(await wrongWords()).toBeUndefined()
  const { word } = await desk.owner.selectFrom('training_event').select('word').where('id', '=', event.event).executeTakeFirstOrThrow()
  expect((await send('/in', { ...sealed, word })).text).toContain('you are on the list')
})

test('a place is booked before the event, its page says what became of it, and it can be given up there', async () => {
  const event = await anEvent(desk, trainer, { ...inDays(2), capacity: 1 })
  expect((await get(`/in?e=${event.code}`)).text).toContain('This list is not open')
  await desk.as(trainer, openBooking, { event: event.event, open: true })
  const form = await get(`/in?e=${event.code}`)
  expect(form.text).toContain('Book a place')
  const sealed = { do: 'book', 'so-far': sealedIn(form) }
  expect((await send('/in', { ...sealed, ...who, needs: 'x'.repeat(501) })).text).toContain('500 letters')
  const booked = await send('/in', { ...sealed, ...who, needs: 'A chair near the door' })
  expect(booked.status).toBe(303)
  const address = String(booked.headers.location)
  const place = await get(address)
  expect(place.text).toContain('You have a place')
  // Whoever opens the address is told neither who booked, nor what they need.
  expect(place.text).not.toContain('Abi')
  expect(place.text).not.toContain('chair')
  const other = await send('/in', { do: 'book', 'so-far': sealedIn(await get(`/in?e=${event.code}`)), ...who, name: 'Ben Packhorse' })
  expect((await get(String(other.headers.location))).text).toContain('You are on the waiting list')
  const given = await send('/in/place', { do: 'give-up', b: address.split('=')[1] ?? '' })
  expect(given.text).toContain('You gave up your place')
  expect((await get(String(other.headers.location))).text).toContain('You have a place')
  expect((await get(`/in/place?b=${randomUUID()}`)).status).toBe(404)
  // On the day the same code leads to the list; a page for booking that is sent then says so.
  expect((await send('/in', { do: 'enter', 'so-far': sealedIn(form), ...who, word: event.word })).text).toContain('This list is not open')
})

test('what people think is asked for by the code, without a name', async () => {
  const event = await anEvent(desk, trainer)
  await enters(attend, event, { name: 'Abi Lychgate' })
  const form = await get(`/in/feedback?e=${event.code}`)
  expect(form.text).not.toMatch(/name="(?:name|email|organisation)"/)
  const sealed = { do: 'send', 'so-far': sealedIn(form) }
  expect((await send('/in/feedback', { ...sealed, before: '1' })).text).toContain('Choose how sure you are now')
  expect((await send('/in/feedback', { ...sealed, before: '1', since: '4', differently: 'I will ask how they are.' })).text).toContain(
    'Thank you',
  )
  const rows = await desk.owner.selectFrom('evaluation').selectAll().where('event_id', '=', event.event).execute()
  expect(rows.map(({ before, since, moment, differently, more }) => [before, since, moment, differently, more])).toEqual([
    [1, 4, 'after', 'I will ask how they are.', null],
  ])
  // A page of the list opens nothing here, nor one of these there.
  const list = sealedIn(await get(`/in?e=${event.code}`))
  expect((await send('/in/feedback', { ...sealed, 'so-far': list, since: '4' })).text).toContain('more than an hour old')
  const later = await anEvent(desk, trainer, inDays(2))
  expect((await get(`/in/feedback?e=${later.code}`)).text).toContain('No answers are taken for this event now')
})

test('whatever is sent to them: a page, no cookie, and nothing on a list that has no name', async () => {
  const event = await anEvent(desk, trainer, { capacity: 500 })
  await desk.as(trainer, openBooking, { event: event.event, open: true })
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom('<script>alert(1)</script>', '"><img src=x>', '\u202Ename', '=cmd()', '𒐫'.repeat(119), 'ﷺ'.repeat(120), '\0', '   '),
  )
  const names = [
    'do',
    'so-far',
    'code',
    'word',
    'name',
    'organisation',
    'sector',
    'group',
    'email',
    'needs',
    'b',
    'since',
    'before',
    '__proto__',
  ]
  const fields = fc.array(fc.tuple(fc.constantFrom(...names), text), { maxLength: 8 })
  const forms = { '/in': `/in?e=${event.code}`, '/in/feedback': `/in/feedback?e=${event.code}`, '/in/place': '/in/place' }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(['/in', '/in/feedback', '/in/place'] as const)),
      fields,
      fc.boolean(),
      async (path, sent, whole) => {
        const base: [string, string][] = whole
          ? [
              ['do', path === '/in' ? 'enter' : 'send'],
              ['so-far', sealedIn(await get(forms[path]))],
              ['word', event.word],
            ]
          : []
        const answer = await post(site.port, path, [
          ...base,
          ...sent.map(([name, value]): [string, string] => [name, value.toWellFormed()]),
        ])
        expect(answer.status).toBeLessThan(500)
        expect(
          faultsOf(site.locale, { status: answer.status, header: (name) => answer.headers[name]?.toString(), body: answer.text }),
        ).toEqual([])
      },
    ),
    { numRuns: 150 },
  )
  for (const { name, name_key } of await entries(event.event)) {
    expect(name).toMatch(/\p{L}/u)
    expect([...name].length).toBeLessThanOrEqual(120)
    expect(name_key.length).toBeLessThanOrEqual(200)
    expect(name).not.toMatch(/[\u202A-\u202E\u2066-\u2069\0]/)
  }
  expect((await get('/in')).status).toBe(200)
}, 120_000)

test('nothing of the network that somebody asked from is kept, as it is or hashed', async () => {
  const event = await anEvent(desk, trainer)
  // What a proxy in front says of it, and what the connection says.
  const [said, connected] = ['198.51.100.77', '127.0.0.1']
  const from = { headers: { 'x-forwarded-for': said, 'x-real-ip': said, forwarded: `for=${said}` } }
  const form = await fetch(`http://127.0.0.1:${site.port}/in?e=${event.code}`, from)
  const page = await form.text()
  const sealed = /name="so-far" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const body = new URLSearchParams({ do: 'enter', 'so-far': sealed, ...who, name: 'Moss Stepstone', word: event.word })
  const sent = await fetch(`http://127.0.0.1:${site.port}/in`, { method: 'POST', body, ...from })
  expect([sent.status, (await sent.text()).includes('Moss Stepstone, you are on the list')]).toEqual([200, true])
  const dump = await dumpOf(desk.owner)
  expect(tellsOf(dump, 'Moss Stepstone')).not.toEqual([])
  for (const address of [said, connected, '::1', '::ffff:127.0.0.1']) {
    expect(tellsOf(dump, address)).toEqual([])
    for (const kind of ['md5', 'sha1', 'sha256']) expect(tellsOf(dump, createHash(kind).update(address).digest())).toEqual([])
    for (const purpose of ['email', 'holder', 'account', 'statement'] as const)
      expect(tellsOf(dump, registerHash(attend.pepper, purpose, address))).toEqual([])
  }
  // Nor has any table a place for one.
  const { rows } = await sql<{ it: string }>`select table_name || '.' || column_name as it from information_schema.columns
    where table_schema = 'public' and (data_type in ('inet', 'cidr') or column_name ~ '(^|_)(ip|network|address)(_|$)')`.execute(desk.owner)
  expect(
    rows.filter(({ it }) => /^(event_entry|learner|attendance|evaluation|certificate|training_event|learning_|register_)/.test(it)),
  ).toEqual([])
})

test('where the database does not answer, each page says so and when to come again', async () => {
  const down = await serveAttend({ ...attend, door: () => null })
  for (const path of ['/in?e=ABCDEF', '/in/feedback?e=ABCDEF', `/in/place?b=${randomUUID()}`]) {
    const answer = await ask(down.port, path)
    expect([path, answer.status, answer.headers['retry-after']]).toEqual([path, 503, '60'])
  }
  await down.stop()
})
