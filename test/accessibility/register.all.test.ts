import { randomUUID } from 'node:crypto'
import type { Page, Response } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerEvent } from '../../src/commands/attend/answer-event.ts'
import { bookPlace } from '../../src/commands/attend/book-place.ts'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import { openBooking } from '../../src/commands/register/bookings.ts'
import { cancelEvent } from '../../src/commands/register/change-event.ts'
import { confirmAttendance } from '../../src/commands/register/confirm-attendance.ts'
import { addPhotos } from '../../src/commands/register/photos/add-photos.ts'
import { planEvent } from '../../src/commands/register/plan-event.ts'
import { strikeEntries } from '../../src/commands/register/strike-entries.ts'
import { post, type Running } from '../http/support.ts'
import { bringAxe } from '../support/axe.ts'
import { desktop, useBrowser } from '../support/browser.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { anEvent, enters, openTestAttend, serveAttend, somePlan } from '../support/register.ts'
import { show } from '../support/visit.ts'
import { faultsOf } from './states.ts'

/* Pages of a training event: the trainer's and the coordinator's on the desk, and those of whoever is in the room. Everybody is made up. */

const browser = useBrowser()
let desk: ServedDesk
let attend: AttendParts & { close(): Promise<void> }
let site: Running
let people: Record<'tom' | 'dee' | 'new', Somebody>
let events: Record<'room' | 'ahead' | 'off' | 'newcomer', { event: string; code: string; word: string }>
let ids: { entered: string; counted: string; booked: string; photo: string }
const pages = new Map<string, Page>()

const long = `Chalkhill${'andalloftheotherplaces'.repeat(4)} Housing`
const inDays = (days: number) => {
  const starts = Temporal.Now.instant().add({ hours: 24 * days })
  return { starts, ends: starts.add({ hours: 1 }) }
}

beforeAll(async () => {
  desk = await serveTestDesk()
  attend = openTestAttend(desk)
  site = await serveAttend(attend)
  const [tom, dee] = [await desk.somebody(['trainer'], { partner: 'watford', name: 'Tom Causeway' }), await desk.somebody(['coordinator'])]
  people = { tom, dee, new: await desk.somebody(['trainer'], { partner: 'stevenage', name: 'New Comer' }) }
  const room = await anEvent(desk, tom)
  for (const name of ['Abi Lychgate', 'Ben Packhorse', 'Ben Packhorse', `Dee ${'Stile'.repeat(20)}`]) await enters(attend, room, { name })
  await enters(attend, room, { name: 'Cass Ford', workplace: { name: long, sector: 'housing' } })
  const entry = async (name: string) =>
    (
      await desk.owner
        .selectFrom('event_entry')
        .select('id')
        .where('event_id', '=', room.event)
        .where('name', '=', name)
        .executeTakeFirstOrThrow()
    ).id
  const [abi, cass] = [await entry('Abi Lychgate'), await entry('Cass Ford')]
  await desk.as(tom, confirmAttendance, { event: room.event, entries: [abi], inRoom: 4 })
  await enters(attend, room, { name: 'False Name' })
  await desk.as(tom, strikeEntries, { event: room.event, which: { entries: [await entry('False Name')] } })
  for (let n = 0; n < 5; n++)
    await answerEvent(attend, {
      answer: randomUUID(),
      code: room.code,
      before: 1,
      since: 3,
      differently: `I will ask. ${long}`,
      more: 'Cases',
      link: null,
    })
  const ahead = await anEvent(desk, tom, { ...inDays(2), capacity: 1 })
  await desk.as(tom, openBooking, { event: ahead.event, open: true })
  const booked = randomUUID()
  const place = { event: ahead.event, group: null, email: null, workplace: { name: long, sector: 'housing' } }
  await bookPlace(attend, { ...place, entry: booked, name: 'Abi Lychgate', accessNeeds: 'A step-free way in' })
  await bookPlace(attend, { ...place, entry: randomUUID(), name: 'Ben Packhorse', accessNeeds: null })
  const off = await anEvent(desk, tom, inDays(3))
  await desk.as(tom, cancelEvent, { event: off.event })
  const planned = await desk.as(people.new, planEvent, somePlan())
  events = { room, ahead, off, newcomer: { event: 'done' in planned ? planned.done.event : '', code: '', word: '' } }
  const drawn = await sharp({ create: { width: 600, height: 800, channels: 3, background: '#cba' } })
    .jpeg()
    .toBuffer()
  const added = await desk.as(tom, addPhotos, { event: room.event, form: randomUUID(), jpegs: [drawn] })
  ids = { entered: cass, counted: abi, booked, photo: 'done' in added ? added.done.photo : '' }
  for (const [name, who] of Object.entries(people)) {
    const page = await browser.open(desktop)
    await page.context().addCookies([{ name: 'waymark-desk', value: who.token, url: desk.at }])
    await bringAxe(page)
    pages.set(name, page)
  }
  const anybody = await browser.open(desktop)
  await bringAxe(anybody)
  pages.set('anybody', anybody)
}, 180_000)
afterAll(async () => {
  for (const page of pages.values()) await page.context().close()
  await site.stop()
  await attend.close()
  await desk.stop()
})

type At = { who: keyof typeof people; path: () => string; send?: Record<string, string>; status?: number }
const at = (who: At['who'], path: () => string, send?: At['send'], status?: number): At => ({
  ...{ who, path },
  ...(send ? { send } : {}),
  ...(status ? { status } : {}),
})
const of = (event: keyof typeof events, more = '') => `/desk/events/${events[event].event}${more}`

const deskStates: Record<string, At> = {
  'desk event in the room': at('tom', () => of('room', '?told=struck&n=1')),
  'desk event, more ticked than counted': at('tom', () => of('room'), { 'in-room': '1' }, 400),
  'desk event ahead with bookings': at('tom', () => of('ahead', '?told=booking-open')),
  'desk event called off': at('tom', () => of('off', '?told=cancelled')),
  'desk event not approved': at('new', () => of('newcomer')),
  'desk event not approved, coordinator': at('dee', () => of('newcomer')),
  'desk wall': at('tom', () => of('room', '/wall')),
  'desk sheet with a photo': at('tom', () => of('room', '/names?way=sheet&told=added&n=1')),
  'desk sheet without a photo': at('dee', () => of('newcomer', '/names?way=sheet')),
  'desk photo to be removed': at('tom', () => of('room', `/photos/${ids.photo}/remove`)),
  'desk names with a bad line': at('tom', () => of('room', '/names'), { way: 'list', names: ', x\nAbi, New Place' }, 400),
  'desk names of an unknown place': at('tom', () => of('room', '/names'), { way: 'list', names: 'Abi, New Place' }, 400),
  'desk entry': at('tom', () => of('room', `/entries/${ids.entered}`)),
  'desk entry that is wrong': at('tom', () => of('room', `/entries/${ids.entered}`), { name: '' }, 400),
  'desk entry that is counted': at('tom', () => of('room', `/entries/${ids.counted}`)),
  'desk move': at('tom', () => of('ahead', '/move')),
  'desk move that is wrong': at('tom', () => of('ahead', '/move'), { from: 'x' }, 400),
  'desk cancel': at('tom', () => of('ahead', '/cancel')),
  'desk trainers': at('dee', () => '/desk/trainers?told=approved'),
  'desk approve': at('dee', () => `/desk/trainers/${people.new.person}`),
  'desk approve that is wrong': at('dee', () => `/desk/trainers/${people.new.person}`, { 'from-day': '40' }, 400),
  'desk home of a trainer': at('tom', () => '/desk'),
  'desk home of a coordinator': at('dee', () => '/desk'),
}

const sealedIn = (text: string): string => /name="so-far" value="([^"]*)"/.exec(text)?.[1] ?? ''
/** A page of the site, or what answers a form that its page carried. */
const onSite = async (page: Page, path: string, send?: Record<string, string>): Promise<Response> => {
  const origin = `http://127.0.0.1:${site.port}`
  if (!send) return show(page, origin, { path, form: null })
  const { text } = await fetch(`${origin}${path}`).then(async (answer) => ({ text: await answer.text() }))
  return show(page, origin, {
    path: path.split('?')[0] ?? path,
    form: new URLSearchParams({ 'so-far': sealedIn(text), ...send }).toString(),
  })
}
const who = { name: 'Abi Lychgate', organisation: 'Chalkhill Housing', sector: 'housing', group: '', email: '' }

const siteStates: Record<string, { path(): string; send?(): Record<string, string>; status?: number }> = {
  'in, code': { path: () => '/in' },
  'in, no such code': { path: () => '/in?e=ZZZZZZ', status: 400 },
  'in, form': { path: () => `/in?e=${events.room.code}` },
  'in, all wrong': {
    path: () => `/in?e=${events.room.code}`,
    send: () => ({ do: 'enter', organisation: 'New Place', email: 'x' }),
    status: 400,
  },
  'in, on the list': { path: () => `/in?e=${events.room.code}`, send: () => ({ do: 'enter', ...who, word: events.room.word }) },
  'in, book': { path: () => `/in?e=${events.ahead.code}` },
  'in, book, all wrong': { path: () => `/in?e=${events.ahead.code}`, send: () => ({ do: 'book', needs: 'x'.repeat(600) }), status: 400 },
  'in, place': { path: () => `/in/place?b=${ids.booked}` },
  'in, no such place': { path: () => '/in/place', status: 404 },
  'in, feedback': { path: () => `/in/feedback?e=${events.room.code}` },
  'in, feedback, code': { path: () => '/in/feedback' },
  'in, feedback, nothing chosen': { path: () => `/in/feedback?e=${events.room.code}`, send: () => ({ do: 'send' }), status: 400 },
  'in, feedback, thanks': { path: () => `/in/feedback?e=${events.room.code}`, send: () => ({ do: 'send', since: '3' }) },
}

test('the site answers without a cookie and is where the test thinks it is', async () => {
  expect((await post(site.port, '/in', { do: 'code', code: events.room.code })).status).toBe(200)
})

test.each(Object.entries(deskStates))(
  'nothing is wrong with %s',
  async (name, { who: whose, path, send, status = 200 }) => {
    const page = pages.get(whose)
    if (!page) throw new Error(whose)
    const come = () =>
      show(page, desk.at, {
        path: path(),
        form: send ? new URLSearchParams({ key: randomUUID(), ...entriesIn(name), ...send }).toString() : null,
      })
    expect(await faultsOf(page, { name, status, come })).toEqual({})
  },
  60_000,
)

/** Two are ticked where more were than are in the room. */
const entriesIn = (name: string): Record<string, string> => (name.includes('ticked') ? { entries: ids.entered } : {})

test.each(Object.entries(siteStates))(
  'nothing is wrong with %s',
  async (name, { path, send, status = 200 }) => {
    const page = pages.get('anybody')
    if (!page) throw new Error('nobody')
    expect(await faultsOf(page, { name, status, come: () => onSite(page, path(), send?.()) })).toEqual({})
  },
  60_000,
)
