import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerEvent } from '../../src/commands/attend/answer-event.ts'
import { bookPlace } from '../../src/commands/attend/book-place.ts'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import { readAttendEvent } from '../../src/commands/attend/read-event.ts'
import { listNames } from '../../src/commands/register/list-names.ts'
import { planEvent } from '../../src/commands/register/plan-event.ts'
import { issueCertificates } from '../../src/jobs/register/certificates.ts'
import type { EventFiles } from '../../src/press/shared/output.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { deskVisitor } from '../support/desk-visitor.ts'
import { anEvent, enters, openTestAttend, somePlan } from '../support/register.ts'

/* Pages of an event as its trainer meets them, without a browser. */

let desk: ServedDesk
let attend: AttendParts & { close(): Promise<void> }
let trainer: Somebody
let coordinator: Somebody
beforeAll(async () => {
  desk = await serveTestDesk()
  attend = openTestAttend(desk)
  trainer = await desk.somebody(['trainer'], { partner: 'watford', name: 'Tom Causeway' })
  coordinator = await desk.somebody(['coordinator'], { name: 'Dee Fingerpost' })
}, 120_000)
afterAll(async () => {
  await attend.close()
  await desk.stop()
})

const as = (who: Somebody) => deskVisitor(desk.at, who.cookie)
const inDays = (days: number) => {
  const starts = Temporal.Now.instant().add({ hours: 24 * days })
  return { starts, ends: starts.add({ hours: 1 }) }
}
const entries = (event: string) => desk.owner.selectFrom('event_entry').selectAll().where('event_id', '=', event).orderBy('at').execute()
const keyIn = ({ text }: { text: string }): string => /name="key" value="([^"]*)"/.exec(text)?.[1] ?? ''

test('the quick list: an organisation that nobody knows is asked about, a bad line is named, and all of it can be undone', async () => {
  const { event } = await anEvent(desk, trainer)
  const visitor = as(trainer)
  const page = await visitor.get(`/desk/events/${event}`)
  const at = `/desk/events/${event}/names`
  const names = 'Abi Lychgate\n, nobody\nBen Packhorse, Chalkhill Housing'
  const bad = await visitor.post(at, { key: keyIn(page), way: 'list', names })
  expect([bad.status, bad.text.includes('Line 2: there is no name')]).toEqual([400, true])
  const asked = await visitor.post(at, { key: keyIn(page), way: 'list', names: names.replace(', nobody\n', '') })
  expect(asked.text).toContain('What kind of organisation is Chalkhill Housing?')
  const added = await visitor.post(at, {
    key: keyIn(asked),
    way: 'list',
    names: names.replace(', nobody\n', ''),
    'kind-chalkhill-housing': 'housing',
  })
  expect(added.status).toBe(303)
  const told = await visitor.get(added.to ?? '')
  expect(told.text).toContain('2 names are on the list')
  const undone = await visitor.post(`/desk/events/${event}/strike`, {
    key: keyIn(told),
    batch: /batch=([0-9a-f-]+)/.exec(added.to ?? '')?.[1] ?? '',
  })
  expect((await visitor.get(undone.to ?? '')).text).toContain('2 names are struck out')
  // One that is known, mistyped: whoever meant it says so.
  const { name } = await desk.owner
    .selectFrom('organisation')
    .select('name')
    .where('partner_id', '=', 'stevenage')
    .executeTakeFirstOrThrow()
  const mistyped = `${name.slice(0, -3)}${name.slice(-2)}`
  const alike = await visitor.post(at, { key: keyIn(page), way: 'list', names: `Eve Stile, ${mistyped}` })
  expect(alike.text).toContain(`Did you mean ${name}?`)
  const field = /name="(kind-[^"]+)"/.exec(alike.text)?.[1] ?? ''
  await visitor.post(at, { key: randomUUID(), way: 'list', names: `Eve Stile, ${mistyped}`, [field]: 'meant' })
  expect((await entries(event)).find((entry) => entry.name === 'Eve Stile')?.organisation).toBeNull()
  // From the sheet, with what people wrote into its columns.
  const sheet = await visitor.get(`${at}?way=sheet`)
  await visitor.post(at, {
    key: keyIn(sheet),
    way: 'sheet',
    names: 'Cass Ford, Watford Borough Council, B, cass@example.org',
    'kind-watford-borough-council': 'councils',
  })
  const rows = (await entries(event)).filter(({ way }) => way === 'sheet')
  expect(rows.map(({ name, role_group, email }) => [name, role_group, email])).toEqual([['Cass Ford', 'behind-scenes', 'cass@example.org']])
})

test('names struck out between two times are shown at once, and one press brings all of them back as they were', async () => {
  // On the day of now, also just after midnight.
  const starts = Temporal.Now.instant()
  const event = await anEvent(desk, trainer, { starts, ends: starts.add({ hours: 1 }) })
  for (const name of ['Abi Lychgate', 'Ben Packhorse', 'Cass Ford']) await enters(attend, event, { name })
  const at = `/desk/events/${event.event}`
  const visitor = as(trainer)
  const [, , cass] = await entries(event.event)
  // One was struck out before, by itself: it is not brought back with the others.
  await visitor.post(`${at}/strike`, { key: randomUUID(), entries: cass?.id ?? '' })
  await desk.owner
    .updateTable('event_entry')
    .set({ left_out: true })
    .where('name', '=', 'Ben Packhorse')
    .where('event_id', '=', event.event)
    .execute()
  const turned = await visitor.post(`${at}/strike`, { key: randomUUID(), from: '12:40', to: '12:30' })
  expect([turned.status, turned.text.includes('The second time must be after the first'), turned.text.includes('value="12:40"')]).toEqual([
    400,
    true,
    true,
  ])
  const struck = await visitor.post(`${at}/strike`, { key: randomUUID(), from: '00:00', to: '23:59' })
  const told = await visitor.get(struck.to ?? '')
  expect(told.text).toContain('2 names are struck out.')
  expect(told.text).toContain('<p>Abi Lychgate, Ben Packhorse</p>')
  const strike = /name="strike" value="([^"]+)"/.exec(told.text)?.[1] ?? ''
  const back = await visitor.post(`${at}/back`, { key: keyIn(told), strike })
  expect((await visitor.get(back.to ?? '')).text).toContain('2 names are back on the list.')
  expect((await entries(event.event)).map(({ name, state, left_out }) => [name, state, left_out])).toEqual([
    ['Abi Lychgate', 'entered', false],
    ['Ben Packhorse', 'entered', true],
    ['Cass Ford', 'struck', false],
  ])
  // The page is loaded again after that: there is nothing to bring back.
  expect((await visitor.get(struck.to ?? '')).text).not.toContain('name="strike"')
  expect((await visitor.post(`${at}/back`, { key: randomUUID(), strike })).to).toContain('told=gone')
})

test('of a long list thirty names are shown, and the others are one press away, each once', async () => {
  const event = await anEvent(desk, trainer, { capacity: 40 })
  for (let n = 0; n < 32; n++) await enters(attend, event, { name: `Guest Number${String.fromCharCode(65 + n)}` })
  const { text } = await as(trainer).get(`/desk/events/${event.event}`)
  const list = text.slice(text.indexOf('id="list"'), text.indexOf('id="confirm"'))
  const [first = '', rest = ''] = list.split('Show 2 more names')
  const rows = (part: string) => part.match(/<th role="rowheader"/g)?.length
  expect([rows(first), rows(rest)]).toEqual([30, 2])
  expect(new Set(list.match(/entries\/[0-9a-f-]{36}/g)).size).toBe(32)
})

test('an event is moved to a time that is shorter than the course only once whoever moves it says that they mean it', async () => {
  const { starts } = inDays(3)
  const { event } = await anEvent(desk, trainer, { starts, ends: starts.add({ hours: 2 }) })
  const at = `/desk/events/${event}/move`
  const visitor = as(trainer)
  const fields = { 'date-day': '4', 'date-month': '3', 'date-year': '2031', from: '10:00', where: 'room', place: 'Watford', capacity: '20' }
  const move = async (more: Record<string, string>) => {
    const { hidden } = await visitor.get(at)
    return visitor.post(at, { ...fields, version: hidden.version ?? '', key: randomUUID(), ...more })
  }
  const length = async () => {
    const { starts_at, ends_at } = await desk.owner
      .selectFrom('training_event')
      .select(['starts_at', 'ends_at'])
      .where('id', '=', event)
      .executeTakeFirstOrThrow()
    return (+ends_at - +starts_at) / 60_000
  }
  const asked = await move({ to: '10:10' })
  expect([asked.status, asked.text.includes('The course takes longer than this'), await length()]).toEqual([400, true, 120])
  expect(asked.text).toMatch(/name="sure" value="yes"[^>]*><span>Move it as it is/)
  expect((await move({ to: '10:10', sure: 'yes' })).to).toContain('told=moved')
  expect(await length()).toBe(10)
  // It was answered: another place for the same short event asks nothing. Shorter still does.
  expect((await move({ to: '10:10', place: 'Stevenage' })).to).toContain('told=moved')
  expect((await move({ to: '10:05' })).status).toBe(400)
})

test('a day that is over is asked about once, when an event is planned and when it is moved', async () => {
  const visitor = as(trainer)
  const today = Temporal.Now.plainDateISO('Europe/London')
  const fields = {
    ...{
      'date-day': String(today.day),
      'date-month': String(today.month),
      'date-year': String(today.year - 1),
      from: '10:00',
      to: '18:00',
    },
    ...{ tier: 'everyone', where: 'room', place: 'Watford', language: 'en', capacity: '20' },
  }
  const page = await visitor.get('/desk/events/plan')
  const asked = await visitor.post('/desk/events/plan', { ...page.hidden, ...fields })
  expect([asked.status, asked.text.includes(`This day is over. Did you mean ${today.year}?`)]).toEqual([400, true])
  const planned = await visitor.post('/desk/events/plan', { ...asked.hidden, ...fields, sure: 'yes' })
  expect(planned.to).toContain('told=planned')
  // It was answered: another place asks nothing, another day does.
  const at = `${planned.to?.split('?')[0]}/move`
  const move = async (more: Record<string, string>) => visitor.post(at, { ...fields, ...(await visitor.get(at)).hidden, ...more })
  const moved = await move({ place: 'Stevenage' })
  expect((await visitor.get(moved.to ?? '')).text).toContain('Print the sheet and make the slides and the guide again')
  expect((await move({ 'date-year': String(today.year - 2) })).text).toContain('This day is over.')
})

test('22 ticked and 20 in the room: nobody is counted until the trainer leaves two out, or says that they miscounted', async () => {
  const event = await anEvent(desk, trainer, { capacity: 40 })
  for (let n = 0; n < 22; n++) await enters(attend, event, { name: `Guest Number${String.fromCharCode(65 + n)}` })
  const visitor = as(trainer)
  const page = await visitor.get(`/desk/events/${event.event}`)
  const ids = [...page.text.matchAll(/name="entries" type="checkbox" value="([^"]+)"[^>]*checked/g)].map(([, id = '']) => id)
  expect(ids).toHaveLength(22)
  const send = async (fields: [string, string][]) => {
    const response = await fetch(`${desk.at}/desk/events/${event.event}`, {
      ...{ method: 'POST', redirect: 'manual', headers: { cookie: trainer.cookie, origin: desk.at } },
      body: new URLSearchParams([['key', randomUUID()], ...fields]),
    })
    return { status: response.status, to: response.headers.get('location'), text: await response.text() }
  }
  const all = ids.map((id): [string, string] => ['entries', id])
  const over = await send([...all, ['in-room', '20']])
  expect([over.status, over.text.includes('22 are ticked, but you counted 20 in the room')]).toEqual([400, true])
  // Said first on the page and in its title, with a way to each question; each has an answer of its own.
  expect(over.text).toContain('<title>Error: ')
  for (const question of ['over', 'running']) expect(over.text).toContain(`href="#sure-${question}"`)
  const half = await send([...all, ['in-room', '20'], ['sure', 'over']])
  expect([half.status, half.text.includes('href="#sure-over"'), half.text.includes('href="#sure-running"')]).toEqual([400, false, true])
  expect(half.text).toMatch(/name="sure" type="checkbox" value="over"[^>]*checked/)
  // Whoever was left out stays so where the number was wrong.
  const empty = await send([...all.slice(3), ['in-room', '']])
  expect([empty.status, empty.text.match(/name="entries" type="checkbox" value="[^"]+"[^>]*checked/g)?.length]).toEqual([400, 19])
  expect((await entries(event.event)).filter(({ state }) => state === 'confirmed')).toEqual([])
  const confirmed = await send([...all.slice(2), ['in-room', '21'], ['sure', 'running']])
  expect(confirmed.to).toContain('told=confirmed&n=20&room=1')
  // Somebody enters at home afterwards: they are confirmed by themselves.
  await enters(attend, event, { name: 'Late From Home' })
  expect((await as(trainer).get(`/desk/events/${event.event}`)).text).toContain('Late From Home')
})

test('one person entered twice is ticked once and asked about; a name that was left out stays so; a certificate ends the way back', async () => {
  const ended = Temporal.Now.instant().subtract({ minutes: 10 })
  const event = await anEvent(desk, trainer, { starts: ended.subtract({ hours: 1 }), ends: ended })
  for (const name of ['Abi Lychgate', 'abi lychgate', 'Ben Packhorse', 'Cass Ford']) await enters(attend, event, { name })
  const at = `/desk/events/${event.event}`
  const visitor = as(trainer)
  const tickedOn = ({ text }: { text: string }) =>
    [...text.matchAll(/name="entries" type="checkbox" value="([^"]+)"[^>]*checked/g)].map(([, id = '']) => id)
  const [first, second, ben, cass] = (await entries(event.event)).map(({ id }) => id)
  const page = await visitor.get(at)
  expect(tickedOn(page)).toEqual([first, ben, cass])
  expect(page.text).toContain('This organisation is new to the register.')
  expect(page.text).toContain('Same name twice. Phone, ')
  const send = async (ids: readonly (string | undefined)[], more: Record<string, string> = {}) => {
    const fields = { key: randomUUID(), seen: /name="seen" value="(\d+)"/.exec(page.text)?.[1] ?? '', 'in-room': '4', ...more }
    const body = new URLSearchParams(fields)
    for (const id of ids) body.append('entries', id ?? '')
    const response = await fetch(`${desk.at}${at}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: trainer.cookie, origin: desk.at },
      body,
    })
    return { status: response.status, text: await response.text() }
  }
  const asked = await send([first, second, ben])
  expect([asked.status, asked.text.includes('Two people, or the same person twice?')]).toEqual([400, true])
  expect((await send([first, ben])).status).toBe(303)
  // Neither the second of the name, nor whoever was left out.
  await enters(attend, event, { name: 'Late Comer' })
  const again = await visitor.get(at)
  expect(tickedOn(again)).toEqual([(await entries(event.event)).at(-1)?.id])
  expect((await send([second], { sure: 'over' })).text).toContain('Two people, or the same person twice?')
  // Nothing is made while the trainer can undo it; afterwards the page does not offer it.
  const makes = () => issueCertificates({ db: desk.jobsRole, parts: desk.parts, origin: undefined, key: null })()
  await makes()
  expect((await visitor.get(`${at}/entries/${first}`)).text).toContain('They were not there')
  await desk.owner
    .updateTable('certificate_due')
    .set({ at: new Date(0) })
    .execute()
  await makes()
  const late = await visitor.get(`${at}/entries/${first}`)
  expect([late.text.includes(`action="${at}/uncount"`), late.text.includes('ask a coordinator to withdraw it')]).toEqual([false, true])
})

test('an event before, on and after its day: booking, the wall, what people said', async () => {
  const event = await anEvent(desk, trainer, { ...inDays(2), capacity: 1 })
  const visitor = as(trainer)
  const at = `/desk/events/${event.event}`
  const opened = await visitor.post(`${at}/booking`, { key: keyIn(await visitor.get(at)), open: 'yes' })
  expect((await visitor.get(opened.to ?? '')).text).toContain('People can book a place now')
  const place = {
    entry: randomUUID(),
    event: event.event,
    group: null,
    email: null,
    workplace: { name: 'Chalkhill Housing', sector: 'housing' },
  }
  await bookPlace(attend, { ...place, name: 'Abi Lychgate', accessNeeds: 'A chair near the door' })
  await bookPlace(attend, { ...place, entry: randomUUID(), name: 'Ben Packhorse', accessNeeds: null })
  const booked = await visitor.get(at)
  expect(booked.text).toContain('A chair near the door')
  const unbooked = await visitor.post(`${at}/unbook`, { key: keyIn(booked), entry: place.entry })
  const after = await visitor.get(unbooked.to ?? '')
  expect(after.text).not.toContain('A chair near the door')
  expect(after.text).toMatch(/Ben Packhorse.{0,60}Got a free place/s)
  // The wall says nothing of who has booked, and stands alone.
  const wall = await visitor.get(`${at}/wall`)
  expect(wall.text).toContain(event.code)
  expect(wall.text).toContain('<svg')
  for (const words of ['Ben Packhorse', '<nav']) expect(wall.text).not.toContain(words)
  const word = await visitor.post(`${at}/word`, { key: keyIn(wall), wall: 'yes' })
  expect(word.to).toBe(`${at}/wall`)
  expect((await visitor.get(`${at}/wall`)).text).not.toContain(`${event.word} works too`)
  expect((await visitor.get(at)).text).toContain(`${event.word} works too`)
  const starts = new Date(Date.now() - 7_200_000)
  await desk.owner
    .updateTable('training_event')
    .set({ starts_at: starts, ends_at: new Date(+starts + 3_600_000) })
    .where('id', '=', event.event)
    .execute()
  expect((await visitor.get(at)).text).toContain('Answers are shown all together, two weeks after the event')
  await desk.owner.updateTable('training_event').set({ capacity: 9 }).where('id', '=', event.event).execute()
  const names = ['Abi', 'Cass', 'Dan', 'Eve', 'Fay'].map((name) => ({
    name: `${name} Fold`,
    organisation: 'Chalkhill Housing',
    sector: 'housing',
  }))
  await desk.as(trainer, listNames, { event: event.event, way: 'list', names })
  for (let n = 0; n < 5; n++)
    await answerEvent(attend, {
      answer: randomUUID(),
      code: event.code,
      before: 1,
      since: 3,
      differently: n ? null : 'I will ask how they are',
      more: null,
      link: null,
    })
  // While it is on, who is there comes first; once its list is closed, nothing of a code that does not work any more is shown.
  const on = (await visitor.get(at)).text
  expect(on.indexOf('id="list"')).toBeLessThan(on.indexOf('id="check-in"'))
  expect(on).toContain(`href="#check-in">Code ${event.code}`)
  const ended = new Date(Date.now() - 49 * 3_600_000)
  await desk.owner
    .updateTable('training_event')
    .set({ starts_at: new Date(+ended - 3_600_000), ends_at: ended })
    .where('id', '=', event.event)
    .execute()
  const closed = (await visitor.get(at)).text
  for (const words of ['id="check-in"', 'Change the word']) expect(closed).not.toContain(words)
  expect(closed).toContain('id="quick"')
  expect((await visitor.get(at)).text).not.toContain('I will ask how they are')
  const longAgo = new Date(Date.now() - 15 * 86_400_000)
  await desk.owner
    .updateTable('training_event')
    .set({ starts_at: longAgo, ends_at: new Date(+longAgo + 3_600_000) })
    .where('id', '=', event.event)
    .execute()
  expect((await visitor.get(at)).text).toContain('I will ask how they are')
})

test('moving and calling off say what happens, and what does not', async () => {
  const event = await anEvent(desk, trainer, inDays(3))
  const visitor = as(trainer)
  const at = `/desk/events/${event.event}`
  const form = await visitor.get(`${at}/move`)
  const fields = Object.fromEntries(
    [...form.text.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
  const sent = { ...fields, ...form.hidden, where: 'room', place: 'Town Hall, Watford', from: '10am', to: '11:30am', capacity: '30' }
  const bad = await visitor.post(`${at}/move`, { ...sent, to: '9am' })
  expect([bad.status, bad.text.includes('The end must be after the start')]).toEqual([400, true])
  const moved = await visitor.post(`${at}/move`, { ...sent, key: keyIn(bad) })
  expect((await visitor.get(moved.to ?? '')).text).toContain('Town Hall, Watford')
  const cancel = await visitor.get(`${at}/cancel`)
  expect(cancel.text).toContain('The code stops working')
  const off = await visitor.post(`${at}/cancel`, cancel.hidden)
  expect((await visitor.get(off.to ?? '')).text).toContain('This event was cancelled')
  expect((await visitor.get(`${at}/cancel`)).text).not.toContain(`action="${at}/cancel"`)
  // Who is on the list already is said too; and where somebody is counted, that it cannot be, with no button.
  const now = await anEvent(desk, trainer)
  const page = `/desk/events/${now.event}`
  await enters(attend, now)
  expect((await visitor.get(`${page}/cancel`)).text).toContain('1 person is on the list. They are not counted')
  const [entry] = await entries(now.event)
  await visitor.post(page, { key: randomUUID(), entries: entry?.id ?? '', 'in-room': '1', sure: 'running' })
  const counted = await visitor.get(`${page}/cancel`)
  expect([counted.text.includes('1 person is counted, so it took place.'), counted.text.includes(`action="${page}/cancel"`)]).toEqual([
    true,
    false,
  ])
})

test('a name is put right on a page of its own; whoever is counted by mistake is taken off there', async () => {
  const event = await anEvent(desk, trainer)
  await enters(attend, event, { name: 'Abbi Lichgate' })
  const [entry] = await entries(event.event)
  const at = `/desk/events/${event.event}/entries/${entry?.id}`
  const visitor = as(trainer)
  const page = await visitor.get(at)
  const saved = await visitor.post(at, {
    ...page.hidden,
    name: 'Abi Lychgate',
    organisation: 'Hatfield Car Wash Ltd',
    sector: 'business',
    group: '',
  })
  expect((await visitor.get(saved.to ?? '')).text).toContain('Abi Lychgate')
  // An email that was misread is replaced or taken away, and shown to nobody.
  const again = async (more: Record<string, string>) => {
    const form = await visitor.get(at)
    expect(form.text).not.toContain('@example.org"')
    await visitor.post(at, {
      ...form.hidden,
      name: 'Abi Lychgate',
      organisation: 'Hatfield Car Wash Ltd',
      sector: 'business',
      group: '',
      ...more,
    })
    return (await entries(event.event))[0]
  }
  const given = await again({ email: 'abi@example.org' })
  expect([given?.email, given?.email_key?.length]).toEqual(['abi@example.org', 32])
  expect((await visitor.get(at)).text).toContain('An email was given.')
  expect((await again({ name: 'Abi Lychgate' }))?.email_key).toEqual(given?.email_key)
  expect((await again({ email: 'lychgate@example.org' }))?.email).toBe('lychgate@example.org')
  await enters(attend, event, { name: 'Ben Packhorse', email: 'ben@example.org' })
  expect((await again({ email: 'Ben@example.org' }))?.email).toBe('lychgate@example.org')
  expect(await again({ 'no-email': 'yes' })).toMatchObject({ email: null, email_key: null })
  const list = await visitor.get(`/desk/events/${event.event}`)
  await visitor.post(`/desk/events/${event.event}`, { key: keyIn(list), entries: entry?.id ?? '', 'in-room': '1', sure: 'running' })
  const counted = await visitor.get(at)
  expect(counted.text).toContain('They are counted')
  const off = await visitor.post(`/desk/events/${event.event}/uncount`, { key: keyIn(counted), entry: entry?.id ?? '' })
  expect((await visitor.get(off.to ?? '')).text).toContain('They are no longer counted')
  expect((await as(coordinator).get(`/desk/events/${event.event}/entries/${randomUUID()}`)).status).toBe(404)
})

test('files are made for whoever teaches it alone, and a press that fails is said', async () => {
  const event = await anEvent(desk, trainer, { place: 'Łódź room ☺' })
  const made: EventFiles[] = []
  const give = async (_: unknown, files: EventFiles) => {
    made.push(files)
    return new TextEncoder().encode('%PDF')
  }
  desk.desk.eventPress = { sheet: give, files: async () => Promise.reject(new Error('no')) }
  const visitor = as(trainer)
  const at = `/desk/events/${event.event}`
  const sheet = await visitor.post(`${at}/sheet`)
  expect([sheet.status, sheet.headers.get('content-disposition'), sheet.text]).toEqual([200, expect.stringContaining(event.code), '%PDF'])
  expect(made[0]).toMatchObject({ code: event.code, word: event.word, address: `https://waymark.example.org/in?e=${event.code}` })
  expect(made[0]?.place).toMatch(/^[ -\u024f]+$/)
  const failed = await visitor.post(`${at}/files`)
  expect((await visitor.get(failed.to ?? '')).text).toContain('The files could not be made')
  const colleague = await desk.somebody(['trainer'], { partner: 'watford' })
  expect((await as(colleague).post(`${at}/sheet`)).status).toBe(403)
})

test('the page of an event gives the address for answers while its form takes them, and at no other time', async () => {
  const { event, code } = await anEvent(desk, trainer)
  const ask = async (days: number) => {
    const ends = new Date(Date.now() - days * 86_400_000)
    await desk.owner
      .updateTable('training_event')
      .set({ starts_at: new Date(+ends - 3_600_000), ends_at: ends })
      .where('id', '=', event)
      .execute()
    const { text } = await as(trainer).get(`/desk/events/${event}`)
    const asked = await readAttendEvent(attend, code)
    return [
      text.includes(`/in/feedback?e=${code}`),
      'asking' in asked && asked.asking,
      /No answers are taken (now|any more)/.exec(text)?.[1],
    ]
  }
  // Half a year on by the link of a mail alone.
  for (const [days, asking] of [
    [0.1, 'after'],
    [13, 'after'],
    [95, 'later'],
    [178, 'later'],
    [190, 'half-year'],
    [270, 'half-year'],
  ] as const)
    expect(await ask(days), `${days} days`).toEqual([asking !== 'half-year', asking, undefined])
  for (const days of [15, 58, 80]) expect(await ask(days), `${days} days`).toEqual([false, null, 'now'])
  expect(await ask(300)).toEqual([false, null, 'any more'])
})

test('home says what is today, what waits to be confirmed, what to ask months later, and who is to be approved', async () => {
  const newcomer = await desk.somebody(['trainer'], { partner: 'stevenage', name: 'New Comer' })
  await desk.as(newcomer, planEvent, somePlan({ ...inDays(1), place: 'Library, Stevenage' }))
  expect((await as(newcomer).get('/desk')).text).toContain('at Library, Stevenage')
  const home = await as(coordinator).get('/desk')
  expect(home.text).toContain('New Comer is not approved to teach')
  const approve = await as(coordinator).get(`/desk/trainers/${newcomer.person}`)
  const today = Temporal.Now.plainDateISO('Europe/London')
  const day = (name: string, on: Temporal.PlainDate) => ({
    [`${name}-day`]: `${on.day}`,
    [`${name}-month`]: `${on.month}`,
    [`${name}-year`]: `${on.year}`,
  })
  const fields = { ...approve.hidden, tier: 'everyone', ...day('from', today), ...day('until', today.add({ days: 30 })) }
  const approved = await as(coordinator).post(`/desk/trainers/${newcomer.person}`, fields)
  expect((await as(coordinator).get(approved.to ?? '')).text).toContain('They are approved')
  expect((await as(coordinator).get('/desk')).text).toMatch(/New Comer: approval to teach .* ends on/)
  expect((await as(newcomer).get('/desk/trainers')).text).toContain('Ends soon')
  expect((await as(newcomer).get(`/desk/trainers/${trainer.person}`)).status).toBe(403)
  const past = await anEvent(desk, newcomer, { place: 'Fire station, Stevenage' })
  await enters(attend, past)
  const ends = new Date(Date.now() - 3_600_000)
  await desk.owner
    .updateTable('training_event')
    .set({ starts_at: new Date(+ends - 3_600_000), ends_at: ends })
    .where('id', '=', past.event)
    .execute()
  expect((await as(newcomer).get('/desk')).text).toContain('Confirm who was at Fire station, Stevenage')
  const old = new Date(Date.now() - 95 * 86_400_000)
  await desk.owner
    .updateTable('training_event')
    .set({ starts_at: new Date(+old - 3_600_000), ends_at: old, confirmed_at: old })
    .where('id', '=', past.event)
    .execute()
  expect((await as(newcomer).get('/desk')).text).toContain('Ask people from Fire station, Stevenage')
  const page = await as(newcomer).get(`/desk/events/${past.event}`)
  await as(newcomer).post(`/desk/events/${past.event}/later`, { key: keyIn(page) })
  expect((await as(newcomer).get('/desk')).text).not.toContain('Ask people from Fire station, Stevenage')
})
