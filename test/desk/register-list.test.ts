import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerEvent } from '../../src/commands/attend/answer-event.ts'
import { type Booking, bookPlace, giveUpPlace, readPlace } from '../../src/commands/attend/book-place.ts'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import { readAttendEvent } from '../../src/commands/attend/read-event.ts'
import { readTrainers } from '../../src/commands/register/approvals.ts'
import { approveTrainer, endApproval } from '../../src/commands/register/approve-trainer.ts'
import { cancelBooking, openBooking, tickBooked } from '../../src/commands/register/bookings.ts'
import { cancelEvent, changeWord, moveEvent } from '../../src/commands/register/change-event.ts'
import { confirmAttendance } from '../../src/commands/register/confirm-attendance.ts'
import { correctEntry } from '../../src/commands/register/correct-entry.ts'
import { listNames } from '../../src/commands/register/list-names.ts'
import { planEvent } from '../../src/commands/register/plan-event.ts'
import { readAnswers } from '../../src/commands/register/read-answers.ts'
import { type Entry, readEvent } from '../../src/commands/register/read-event.ts'
import { readTrainingNeeds } from '../../src/commands/register/read-training-needs.ts'
import { restoreEntries, strikeEntries } from '../../src/commands/register/strike-entries.ts'
import { uncountEntry } from '../../src/commands/register/uncount-entry.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { anEvent, confirmsAll, enters, openTestAttend, somePlan } from '../support/register.ts'

/* The list of an event: names typed, struck out, brought back; places booked and passed on; what people say of it; who may teach. */

let desk: TestDesk
let attend: AttendParts & { close(): Promise<void> }
let trainer: Somebody
let coordinator: Somebody
beforeAll(async () => {
  desk = await openTestDesk()
  attend = openTestAttend(desk)
  trainer = await desk.somebody(['trainer'], { partner: 'watford' })
  coordinator = await desk.somebody(['coordinator'])
})
afterAll(async () => {
  await attend.close()
  await desk.close()
})

const done = async <Value>(outcome: Promise<{ done: Value } | { fault: string }>): Promise<Value> => {
  const came = await outcome
  if ('fault' in came) throw new Error(came.fault)
  return came.done
}
const listOf = async (event: string): Promise<readonly Entry[]> => (await done(desk.as(trainer, readEvent, { event }))).entries
const namesOf = async (event: string, state: Entry['state']): Promise<string[]> =>
  (await listOf(event)).filter((entry) => entry.state === state).map(({ name }) => name)
const now = () => Temporal.Now.instant()
const inDays = (days: number) => ({ starts: now().add({ hours: 24 * days }), ends: now().add({ hours: 24 * days + 1 }) })
const entriesOf = (event: string) => desk.owner.selectFrom('event_entry').selectAll().where('event_id', '=', event).orderBy('at').execute()

test('names that the trainer types are on the list, of organisations that are known or of a kind that was said, and are undone in one go', async () => {
  const { event } = await anEvent(desk, trainer)
  const known = await desk.owner
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('partner_id', '=', 'watford')
    .executeTakeFirstOrThrow()
  const names = [
    { name: 'Abi Lychgate', organisation: known.name.toUpperCase(), sector: null },
    { name: 'Ben Packhorse', organisation: 'Chalkhill Housing', sector: 'housing' },
  ]
  const unsaid = names.map((one) => ({ ...one, sector: null }))
  expect(await desk.as(trainer, listNames, { event, way: 'list', names: unsaid })).toEqual({ fault: 'sector' })
  expect(await namesOf(event, 'entered')).toEqual([])
  const { batch, added } = await done(desk.as(trainer, listNames, { event, way: 'list', names }))
  expect(added).toBe(2)
  await done(desk.as(trainer, listNames, { event, way: 'sheet', names: [{ name: 'Cass Ford', organisation: known.name, sector: null }] }))
  const rows = await entriesOf(event)
  expect(rows.map(({ organisation_id, organisation, way }) => [organisation_id, organisation, way])).toEqual([
    [known.id, null, 'list'],
    [null, 'Chalkhill Housing', 'list'],
    [known.id, null, 'sheet'],
  ])
  expect(await done(desk.as(trainer, strikeEntries, { event, which: { batch } }))).toMatchObject({ struck: 2 })
  expect(await namesOf(event, 'entered')).toEqual(['Cass Ford'])
  const struck = (await listOf(event)).filter(({ state }) => state === 'struck').map(({ id }) => id)
  expect(await done(desk.as(trainer, restoreEntries, { event, entries: struck }))).toEqual({ restored: 2 })
})

test('forty false names that came within two minutes go in one action, and what the trainer typed meanwhile stays', async () => {
  const event = await anEvent(desk, trainer, { capacity: 40 })
  for (let n = 0; n < 40; n++) await enters(attend, event, { name: `False ${n}` })
  await done(
    desk.as(trainer, listNames, {
      event: event.event,
      way: 'list',
      names: [{ name: 'Real', organisation: 'Somewhere', sector: 'business' }],
    }),
  )
  const from = now().subtract({ minutes: 2 })
  expect(await done(desk.as(trainer, strikeEntries, { event: event.event, which: { from, to: now().add({ minutes: 1 }) } }))).toMatchObject(
    {
      struck: 40,
    },
  )
  expect(await namesOf(event.event, 'entered')).toEqual(['Real'])
  // What is struck takes no room: whoever comes now is on the list.
  expect(await enters(attend, event, { name: 'Late Comer' })).toEqual({ done: true })
})

test('a page that was sent takes no second name, and two people of one mailbox are two', async () => {
  const event = await anEvent(desk, trainer)
  const entry = randomUUID()
  expect(await enters(attend, event, { entry, name: 'Abi Lychgate' })).toEqual({ done: true })
  expect(await enters(attend, event, { entry, name: 'Ben Packhorse' })).toEqual({ fault: 'used' })
  for (const name of ['Cass Ford', 'Dee Stile', 'cass FORD']) await enters(attend, event, { name, email: 'team@example.org' })
  expect(await namesOf(event.event, 'entered')).toEqual(['Abi Lychgate', 'Cass Ford', 'Dee Stile'])
  expect(await confirmsAll(desk, trainer, event.event)).toBe(3)
  const counted = await desk.owner.selectFrom('attendance').select('who').where('event_id', '=', event.event).execute()
  expect(new Set(counted.map(({ who }) => who)).size).toBe(3)
})

test('the word before counts for ten minutes, and no longer', async () => {
  const event = await anEvent(desk, trainer)
  await done(desk.as(trainer, changeWord, { event: event.event, stop: false }))
  expect(await enters(attend, event)).toEqual({ done: true })
  await desk.owner
    .updateTable('training_event')
    .set({ word_at: new Date(Date.now() - 11 * 60_000) })
    .where('id', '=', event.event)
    .execute()
  expect(await enters(attend, event, { name: 'Too Late' })).toEqual({ fault: 'word' })
  // Stopped, it counts no more at once.
  const next = await anEvent(desk, trainer)
  await done(desk.as(trainer, changeWord, { event: next.event, stop: true }))
  expect(await enters(attend, next)).toEqual({ fault: 'word' })
})

test('a name is put right until it is counted; who was counted by mistake is counted no more, and known no more', async () => {
  const event = await anEvent(desk, trainer)
  await enters(attend, event, { name: 'Abbi Lichgate' })
  const [entry] = await listOf(event.event)
  const right = { event: event.event, entry: entry?.id ?? '', name: 'Abi Lychgate', organisation: 'Chalkhill Housing', group: null }
  expect(await desk.as(trainer, correctEntry, { ...right, sector: null })).toEqual({ fault: 'sector' })
  await done(desk.as(trainer, correctEntry, { ...right, sector: 'housing' }))
  expect(await confirmsAll(desk, trainer, event.event)).toBe(1)
  expect(await desk.as(trainer, correctEntry, { ...right, sector: 'housing' })).toEqual({ fault: 'counted' })
  const { learner_id } = await desk.owner
    .selectFrom('attendance')
    .select('learner_id')
    .where('event_id', '=', event.event)
    .executeTakeFirstOrThrow()
  await done(desk.as(trainer, uncountEntry, { event: event.event, entry: right.entry }))
  expect(await desk.owner.selectFrom('attendance').select('id').where('event_id', '=', event.event).execute()).toEqual([])
  expect(await desk.owner.selectFrom('learner').select('id').where('id', '=', learner_id).execute()).toEqual([])
  expect(await namesOf(event.event, 'struck')).toEqual(['Abi Lychgate'])
})

const booking = (event: string, more: Partial<Booking> = {}): Booking => ({
  ...{ entry: randomUUID(), event, name: 'Abi Lychgate', group: null, email: null, accessNeeds: null },
  ...{ workplace: { name: 'Chalkhill Housing', sector: 'housing' }, ...more },
})

test('places are booked while the event is open for it, then people wait, and a place that is given up goes to whoever waited longest', async () => {
  const event = await anEvent(desk, trainer, { ...inDays(3), capacity: 1 })
  expect(await bookPlace(attend, booking(event.event))).toEqual({ fault: 'closed' })
  await done(desk.as(trainer, openBooking, { event: event.event, open: true }))
  expect(await readAttendEvent(attend, event.code)).toMatchObject({ open: false, booking: true })
  const first = booking(event.event, { accessNeeds: 'A chair near the door' })
  expect(await bookPlace(attend, first)).toEqual({ done: 'booked' })
  expect(await bookPlace(attend, first)).toEqual({ done: 'booked' })
  const second = booking(event.event, { name: 'Ben Packhorse', email: 'ben@example.org' })
  expect(await bookPlace(attend, second)).toEqual({ done: 'waiting' })
  // As many may wait as there are places.
  expect(await bookPlace(attend, booking(event.event, { name: 'Cass Ford' }))).toEqual({ fault: 'full' })
  expect(await readPlace(attend, second.entry)).toEqual({ state: 'waiting', code: event.code })
  expect((await listOf(event.event)).map(({ accessNeeds }) => accessNeeds)).toContain('A chair near the door')
  expect(await giveUpPlace(attend, first.entry)).toEqual({ done: true })
  expect(await readPlace(attend, second.entry)).toEqual({ state: 'booked', code: event.code })
  const [gone, seated] = await entriesOf(event.event)
  expect([gone?.state, gone?.access_needs, seated?.state, seated?.tell]).toEqual(['cancelled', null, 'booked', 'place'])
  expect(seated?.seated_at).not.toBeNull()
  expect(await readPlace(attend, randomUUID())).toEqual({ fault: 'unknown' })
})

test('whoever booked and enters on the day is one, with what they need; who has no phone is ticked off', async () => {
  const event = await anEvent(desk, trainer, { ...inDays(3), capacity: 5 })
  await done(desk.as(trainer, openBooking, { event: event.event, open: true }))
  await bookPlace(attend, booking(event.event, { accessNeeds: 'Large print' }))
  await bookPlace(attend, booking(event.event, { name: 'Ben Packhorse' }))
  const cass = booking(event.event, { name: 'Cass Ford' })
  await bookPlace(attend, cass)
  const starts = new Date(Date.now() - 60_000)
  await desk.owner
    .updateTable('training_event')
    .set({ starts_at: starts, ends_at: new Date(+starts + 3_600_000) })
    .where('id', '=', event.event)
    .execute()
  const workplace = { name: 'Chalkhill Housing Ltd', sector: 'housing' }
  expect(await enters(attend, event, { workplace })).toEqual({ done: true })
  // Another of the same name has no booking to take: they are two.
  expect(await enters(attend, event, { workplace })).toEqual({ done: true })
  const list = await listOf(event.event)
  expect(list.filter(({ name }) => name === 'Abi Lychgate').map(({ state, accessNeeds }) => [state, accessNeeds])).toEqual([
    ['entered', 'Large print'],
    ['entered', null],
  ])
  const ben = list.find(({ name }) => name === 'Ben Packhorse')?.id ?? ''
  expect(await done(desk.as(trainer, tickBooked, { event: event.event, entries: [ben] }))).toEqual({ here: 1 })
  await done(desk.as(trainer, cancelBooking, { event: event.event, entry: cass.entry }))
  expect(await confirmsAll(desk, trainer, event.event)).toBe(3)
})

test('an event that is moved or called off tells whoever booked with an email, and nobody else', async () => {
  const event = await anEvent(desk, trainer, { ...inDays(3), capacity: 5 })
  await done(desk.as(trainer, openBooking, { event: event.event, open: true }))
  await bookPlace(attend, booking(event.event, { email: 'abi@example.org' }))
  await bookPlace(attend, booking(event.event, { name: 'Ben Packhorse' }))
  const { version, capacity, online } = (await done(desk.as(trainer, readEvent, { event: event.event }))).event
  const move = { event: event.event, version, ...inDays(4), online, place: 'Town Hall, Watford', capacity }
  await done(desk.as(trainer, moveEvent, move))
  expect(await desk.as(trainer, moveEvent, move)).toEqual({ fault: 'changed' })
  const tells = async () => (await entriesOf(event.event)).map(({ tell }) => tell)
  expect(await tells()).toEqual(['moved', null])
  await done(desk.as(trainer, cancelEvent, { event: event.event }))
  expect(await tells()).toEqual(['cancelled', null])
  expect(await desk.as(trainer, cancelEvent, { event: event.event })).toEqual({ fault: 'cancelled' })
  expect(await readAttendEvent(attend, event.code)).toMatchObject({ state: 'cancelled', open: false, booking: false })
})

test('an event with people who are counted keeps its day, and is not called off', async () => {
  const event = await anEvent(desk, trainer)
  await enters(attend, event)
  await confirmsAll(desk, trainer, event.event)
  const { version, capacity, online, place } = (await done(desk.as(trainer, readEvent, { event: event.event }))).event
  expect(await desk.as(trainer, moveEvent, { event: event.event, version, ...inDays(4), online, place, capacity })).toEqual({
    fault: 'counted',
  })
  expect(await desk.as(trainer, cancelEvent, { event: event.event })).toEqual({ fault: 'counted' })
})

test('what people say of an event is shown all at once when no more can come, from five on; four and one more show nothing before', async () => {
  const event = await anEvent(desk, trainer)
  const says = (more: Partial<Parameters<typeof answerEvent>[1]> = {}) =>
    answerEvent(attend, {
      ...{ answer: randomUUID(), code: event.code, before: 1, since: 3, differently: 'I will ask.', more: null, link: null },
      ...more,
    })
  for (const name of ['Abi', 'Ben', 'Cass', 'Dan', 'Eve']) await enters(attend, event, { name: `${name} Lychgate` })
  const answer = randomUUID()
  for (let n = 0; n < 2; n++) expect(await says({ answer })).toEqual({ done: true })
  for (let n = 0; n < 3; n++) await says()
  const shown = async (who = trainer) => (await done(desk.as(who, readAnswers, { event: event.event }))).length
  await says()
  expect(await shown()).toBe(0)
  // A fifth more than are on the list, and no more: whoever has the code cannot go on.
  expect([await says(), await says()]).toEqual([{ done: true }, { fault: 'full' }])
  const ends = async (days: number) => {
    const at = (hours: number) => new Date(Date.now() - days * 86_400_000 - hours * 3_600_000)
    await desk.owner
      .updateTable('training_event')
      .set({ starts_at: at(1), ends_at: at(0) })
      .where('id', '=', event.event)
      .execute()
  }
  await ends(13)
  expect(await shown()).toBe(0)
  await ends(15)
  expect([await shown(), await shown(coordinator), await says()]).toEqual([6, 6, { fault: 'closed' }])
  await ends(100)
  for (let n = 0; n < 4; n++) await says()
  await ends(175)
  expect(await shown()).toBe(6)
  const colleague = await desk.somebody(['trainer'], { partner: 'watford' })
  expect(await shown(colleague)).toBe(0)
  const later = await anEvent(desk, trainer, inDays(3))
  expect(await says({ code: later.code })).toEqual({ fault: 'closed' })
  // Neither a name nor a time is in it.
  const [row] = await desk.owner.selectFrom('evaluation').selectAll().where('event_id', '=', event.event).execute()
  expect(Object.keys(row ?? {}).sort()).toEqual(['before', 'differently', 'event_id', 'id', 'moment', 'more', 'since'])
})

test('of an event with nobody on its list no answer is taken; half a year on none by the code alone', async () => {
  const event = await anEvent(desk, trainer)
  const says = () =>
    answerEvent(attend, { answer: randomUUID(), code: event.code, before: null, since: 3, differently: null, more: null, link: null })
  expect(await says()).toEqual({ fault: 'nobody' })
  await enters(attend, event, { name: 'Abi Lychgate' })
  await confirmsAll(desk, trainer, event.event)
  const at = (days: number, hours = 0) => new Date(Date.now() - days * 86_400_000 - hours * 3_600_000)
  await desk.owner
    .updateTable('training_event')
    .set({ starts_at: at(100, 1), ends_at: at(100) })
    .where('id', '=', event.event)
    .execute()
  // The list is gone by then; who was there still counts.
  await desk.owner.deleteFrom('event_entry').where('event_id', '=', event.event).execute()
  expect([await says(), await says(), await says()]).toEqual([{ done: true }, { done: true }, { fault: 'full' }])
  await desk.owner
    .updateTable('training_event')
    .set({ starts_at: at(200, 1), ends_at: at(200) })
    .where('id', '=', event.event)
    .execute()
  expect(await says()).toEqual({ fault: 'link' })
})

test('whoever may not teach a tier yet plans it and keeps its list; a coordinator approves them before it is confirmed', async () => {
  const newcomer = await desk.somebody(['trainer'], { partner: 'watford', name: 'New Comer' })
  const { event } = await done(desk.as(newcomer, planEvent, somePlan()))
  const names = [{ name: 'Abi Lychgate', organisation: 'Chalkhill Housing', sector: 'housing' }]
  await done(desk.as(newcomer, listNames, { event, way: 'list', names }))
  const entries = (await done(desk.as(newcomer, readEvent, { event }))).entries.map(({ id }) => id)
  const confirm = () => desk.as(newcomer, confirmAttendance, { event, entries, inRoom: 1 })
  expect(await confirm()).toEqual({ fault: 'approval' })
  const waiting = async () => (await done(desk.as(coordinator, readTrainingNeeds, null))).unapproved.map(({ id }) => id)
  expect(await waiting()).toContain(event)
  const today = now().toZonedDateTimeISO('Europe/London').toPlainDate()
  const approve = { trainer: newcomer.person, tier: 'everyone', from: today, until: today.add({ years: 2 }) }
  expect(await desk.as(newcomer, approveTrainer, approve)).toEqual({ fault: 'not-allowed' })
  const { approval } = await done(desk.as(coordinator, approveTrainer, approve))
  expect(await waiting()).not.toContain(event)
  const trainers = await done(desk.as(coordinator, readTrainers, { today }))
  expect(trainers.find(({ person }) => person === newcomer.person)?.approvals.map(({ tier, until }) => [tier, until?.toString()])).toEqual([
    ['everyone', today.add({ years: 2 }).toString()],
  ])
  expect(await confirm()).toEqual({ done: { counted: 1 } })
  await done(desk.as(coordinator, endApproval, { approval, today }))
  expect(await desk.as(coordinator, endApproval, { approval, today })).toEqual({ fault: 'ended' })
})

test('nobody is confirmed before the event', async () => {
  const { event } = await anEvent(desk, trainer, inDays(1))
  await done(desk.as(trainer, listNames, { event, way: 'list', names: [{ name: 'Abi', organisation: 'Somewhere', sector: 'business' }] }))
  const entries = (await listOf(event)).map(({ id }) => id)
  expect(await desk.as(trainer, confirmAttendance, { event, entries, inRoom: 1 })).toEqual({ fault: 'early' })
})

test('a trainer can do none of it with an event of another', async () => {
  const event = await anEvent(desk, trainer)
  await enters(attend, event)
  const [entry] = await listOf(event.event)
  const id = { event: event.event, entry: entry?.id ?? '' }
  for (const partner of ['watford', 'stevenage']) {
    const other = await desk.somebody(['trainer'], { partner })
    const fault = partner === 'watford' ? 'not-allowed' : 'not-found'
    const which = { entries: [id.entry] }
    const names = [{ name: 'X', organisation: 'Y', sector: 'business' }]
    for (const came of [
      await desk.as(other, listNames, { event: event.event, way: 'list', names }),
      await desk.as(other, strikeEntries, { event: event.event, which }),
      await desk.as(other, cancelEvent, { event: event.event }),
      await desk.as(other, changeWord, { event: event.event, stop: true }),
      await desk.as(other, uncountEntry, id),
      await desk.as(other, openBooking, { event: event.event, open: true }),
    ])
      expect(came).toEqual({ fault })
  }
  expect(await namesOf(event.event, 'entered')).toHaveLength(1)
})
