import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import { readAttendEvent } from '../../src/commands/attend/read-event.ts'
import { confirmAttendance } from '../../src/commands/register/confirm-attendance.ts'
import { readEvent } from '../../src/commands/register/read-event.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { anEvent, confirmsAll, enters, openTestAttend } from '../support/register.ts'

let desk: TestDesk
let attend: AttendParts & { close(): Promise<void> }
let trainer: Somebody
beforeAll(async () => {
  desk = await openTestDesk()
  attend = openTestAttend(desk)
  trainer = await desk.somebody(['trainer'], { partner: 'watford' })
})
afterAll(async () => {
  await attend.close()
  await desk.close()
})

const attendances = (event: string) => desk.owner.selectFrom('attendance').selectAll().where('event_id', '=', event).orderBy('id').execute()

test('people enter themselves, and are counted once whoever taught it says that they were there', async () => {
  const event = await anEvent(desk, trainer)
  const entry = randomUUID()
  expect(await enters(attend, event, { entry })).toEqual({ done: true })
  // The same page sent twice is one entry.
  expect(await enters(attend, event, { entry })).toEqual({ done: true })
  expect(await enters(attend, event, { name: 'Ben Packhorse', email: 'Ben@Example.org' })).toEqual({ done: true })
  expect(await attendances(event.event)).toEqual([])
  expect(await confirmsAll(desk, trainer, event.event)).toBe(2)
  const counted = await attendances(event.event)
  expect(counted.map(({ tier, version, sector, way, trainer_id }) => [tier, version, sector, way, trainer_id])).toEqual(
    Array.from({ length: 2 }, () => ['everyone', desk.parts.pack.course.taught, 'business', 'event', trainer.person]),
  )
  // One organisation was typed twice.
  expect(new Set(counted.map(({ organisation_id }) => organisation_id)).size).toBe(1)
  expect(await desk.as(trainer, confirmAttendance, { event: event.event, entries: [entry], inRoom: 2 })).toEqual({ done: { counted: 0 } })
})

test('whoever gives the same work email is one person; two of one name are two', async () => {
  const [first, second] = [await anEvent(desk, trainer), await anEvent(desk, trainer, { tier: 'public-facing' })]
  for (const event of [first, second]) {
    await enters(attend, event, { name: 'Cass Ford', email: 'cass.ford@example.org' })
    await enters(attend, event, { name: 'Dee Stile' })
    await confirmsAll(desk, trainer, event.event)
  }
  const learners = await desk.owner.selectFrom('learner').select(['id', 'name']).where('name', 'in', ['Cass Ford', 'Dee Stile']).execute()
  expect(learners.map(({ name }) => name).sort()).toEqual(['Cass Ford', 'Dee Stile', 'Dee Stile'])
  const cass = learners.find(({ name }) => name === 'Cass Ford')?.id ?? ''
  const held = await desk.owner.selectFrom('standing').select(['tier', 'version']).where('learner_id', '=', cass).orderBy('tier').execute()
  expect(held.map(({ tier }) => tier)).toEqual(['everyone', 'public-facing'])
})

test('an email that is typed makes nobody of one who has a wholly other name: the two are shown to a person as maybe one', async () => {
  const [before, now] = [await anEvent(desk, trainer), await anEvent(desk, trainer, { tier: 'public-facing' })]
  const email = 'vic.absent@example.org'
  await enters(attend, before, { name: 'Vic Absent', email })
  await confirmsAll(desk, trainer, before.event)
  await enters(attend, now, { name: 'Mallory Room', email })
  await confirmsAll(desk, trainer, now.event)
  const [vic, mallory] = await Promise.all(
    ['Vic Absent', 'Mallory Room'].map((name) =>
      desk.owner.selectFrom('learner').select(['id', 'email_key']).where('name', '=', name).executeTakeFirstOrThrow(),
    ),
  )
  const tiersOf = async (id = '') =>
    (await desk.owner.selectFrom('standing').select('tier').where('learner_id', '=', id).execute()).map(({ tier }) => tier)
  expect([await tiersOf(vic?.id), await tiersOf(mallory?.id)]).toEqual([['everyone'], ['public-facing']])
  expect(mallory?.email_key).toBeNull()
  const pair = [vic?.id ?? '', mallory?.id ?? ''].toSorted()
  expect(
    await desk.owner
      .selectFrom('learner_alike')
      .select('state')
      .where('one_id', '=', pair[0] ?? '')
      .where('other_id', '=', pair[1] ?? '')
      .execute(),
  ).toEqual([{ state: 'open' }])
  // Somebody who took another surname is who they were.
  const later = await anEvent(desk, trainer)
  await enters(attend, later, { name: 'Vic Present', email })
  await confirmsAll(desk, trainer, later.event)
  expect((await attendances(later.event)).map(({ learner_id }) => learner_id)).toEqual([vic?.id])
})

test('a wrong word, a list that is full or not open, and a code that is none are told apart, and nobody is on the list', async () => {
  const event = await anEvent(desk, trainer, { capacity: 1 })
  const later = await anEvent(desk, trainer, {
    starts: Temporal.Now.instant().add({ hours: 3 }),
    ends: Temporal.Now.instant().add({ hours: 4 }),
  })
  expect(await enters(attend, { ...event, word: 'ZZZ' })).toEqual({ fault: 'word' })
  expect(await enters(attend, later)).toEqual({ fault: 'closed' })
  for (let n = 0; n < 2; n++) expect(await enters(attend, event, { name: `Guest ${n}` })).toEqual({ done: true })
  expect(await enters(attend, event, { name: 'One more' })).toEqual({ fault: 'full' })
  expect(await readAttendEvent(attend, 'ZZZZZZ')).toEqual({ fault: 'unknown' })
})

test('a trainer of another partner sees no name, and no event', async () => {
  const event = await anEvent(desk, trainer)
  await enters(attend, event)
  const other = await desk.somebody(['trainer'], { partner: 'stevenage' })
  const colleague = await desk.somebody(['trainer'], { partner: 'watford' })
  expect(await desk.as(other, readEvent, { event: event.event })).toEqual({ fault: 'not-found' })
  const seen = await desk.as(colleague, readEvent, { event: event.event })
  expect('done' in seen && seen.done.entries).toEqual([])
  expect(await desk.as(colleague, confirmAttendance, { event: event.event, entries: [randomUUID()], inRoom: 1 })).toEqual({
    fault: 'not-allowed',
  })
})
