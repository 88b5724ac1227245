import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookPlace, giveUpPlace } from '../../src/commands/attend/book-place.ts'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import { openBooking } from '../../src/commands/register/bookings.ts'
import { cancelEvent } from '../../src/commands/register/change-event.ts'
import { openMailer } from '../../src/jobs/mail/mailer.ts'
import { sendMail } from '../../src/jobs/mail/send-mail.ts'
import { tellBooked } from '../../src/jobs/scheduled/tell-booked.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { deskOfMail } from '../support/jobs.ts'
import { mailServer, textOf } from '../support/mail-server.ts'
import { anEvent, openTestAttend } from '../support/register.ts'

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

test('whoever waited and left an email hears once that they have a place, and when the event is called off; nobody else hears anything', async () => {
  const server = await mailServer()
  const starts = Temporal.Now.instant().add({ hours: 72 })
  const event = await anEvent(desk, trainer, { starts, ends: starts.add({ hours: 1 }), capacity: 1 })
  await desk.as(trainer, openBooking, { event: event.event, open: true })
  const place = { event: event.event, group: null, accessNeeds: null, workplace: { name: 'Chalkhill Housing', sector: 'housing' } }
  const [first, waits] = [randomUUID(), randomUUID()]
  await bookPlace(attend, { ...place, entry: first, name: 'Abi Lychgate', email: null })
  await bookPlace(attend, { ...place, entry: waits, name: 'Ben Packhorse', email: 'ben@example.org' })
  const queued: [string, string][] = []
  const run = (can = true) => tellBooked(desk.jobsRole, { sendMail: async (mail, about) => void queued.push([mail, about]) }, can)()
  await run()
  expect(queued).toEqual([])
  await giveUpPlace(attend, first)
  await run()
  await run()
  expect(queued).toEqual([['place-free', waits]])
  const send = sendMail(
    deskOfMail(desk, desk.jobsRole),
    openMailer({ url: server.url, from: 'desk@example.org', name: 'desk.example.org' }),
  )
  expect(await send('place-free', waits)).toEqual({ code: 'sent' })
  const text = textOf(server.mails[0] ?? '')
  for (const words of ['Ben Packhorse', 'Council offices, Watford', `https://waymark.example.org/in/place?b=${waits}`])
    expect(text).toContain(words)
  expect(text).not.toContain('Abi')
  await desk.as(trainer, cancelEvent, { event: event.event })
  await run()
  expect(queued.at(-1)).toEqual(['event-cancelled', waits])
  expect(await send('event-cancelled', waits)).toEqual({ code: 'sent' })
  // What is not so any more is not said.
  for (const mail of ['place-free', 'event-moved']) expect(await send(mail, waits)).toEqual({ code: 'nothing-to-say' })
  expect(server.mails).toHaveLength(2)
  await server.close()
})
