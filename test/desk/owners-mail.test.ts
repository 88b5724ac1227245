import { afterAll, beforeAll, expect, test } from 'vitest'
import { handOver } from '../../src/commands/concerns/hand-over.ts'
import { openMailer } from '../../src/jobs/mail/mailer.ts'
import { sendMail } from '../../src/jobs/mail/send-mail.ts'
import { alertPeople } from '../../src/jobs/scheduled/alert.ts'
import { watchConcerns } from '../../src/processes/concern-watch.ts'
import { raise, receivingDesk, someReport, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { deskOfMail, mailJobs, openTestQueue, until } from '../support/jobs.ts'
import { mailServer, textOf } from '../support/mail-server.ts'
import { onCall } from '../support/owners.ts'

let desk: TestDesk
let intake: TestIntake
let anna: Somebody
let ben: Somebody
let queues: Awaited<ReturnType<typeof openTestQueue>>[]

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, ben, intake } = await receivingDesk(desk))
  await onCall(desk, anna, 1)
  queues = [await openTestQueue(desk), await openTestQueue(desk)]
})
afterAll(async () => {
  await Promise.all(queues.map((queue) => queue.close()))
  await intake.close()
  await desk.close()
})
const queue = (at: 0 | 1) => queues[at] as (typeof queues)[0]
const mails = async (): Promise<string[]> => (await mailJobs(desk.owner)).map(({ mail }) => mail)
const watch = (at: 0 | 1, told: string[] = []) => {
  const { connect, passwordOf } = desk.database
  return watchConcerns({
    connect: { ...connect, user: 'waymark_jobs', password: passwordOf('waymark_jobs') },
    work: alertPeople(queue(at).db, queue(at), true),
    tell: (sentence) => void told.push(sentence),
    again: 50,
  })
}

test('danger is mailed the moment it comes, once by two desks; a connection that was lost listens again; what was missed is caught', async () => {
  const two = [watch(0), watch(1)]
  await raise(desk, intake, { plain: { danger: true } })
  await until(async () => (await mails()).length > 0)
  expect(await mails()).toEqual(['concern-waits'])
  // The database drops everybody who listens.
  await desk.database.owner.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'waymark concerns'")
  await raise(desk, intake, { plain: { child: true } })
  await until(async () => (await mails()).length > 1)
  await Promise.all(two.map((one) => one.close()))
  // Nobody listens: the job of each minute finds it.
  await raise(desk, intake, { plain: { young: true } })
  expect(await mails()).toHaveLength(2)
  await alertPeople(queue(0).db, queue(0), true)()
  await alertPeople(queue(1).db, queue(1), true)()
  expect(await mails()).toEqual(['concern-waits', 'concern-waits', 'concern-waits'])
})

test('no mail says anything of a concern: neither its words, nor its town, its number or its address', async () => {
  const server = await mailServer()
  const mailer = openMailer({ url: server.url, from: 'desk@example.org', name: 'desk.example.org' })
  const send = sendMail(deskOfMail(desk, queue(0).db), mailer)
  const { id, number } = await raise(desk, intake, {
    plain: { danger: true, town: 'Quillford', sector: 'car-wash' },
    report: someReport('Zebediah Quillfeather'),
  })
  await desk.as(anna, handOver, { concern: id, to: ben.person, summary: 'Zebediah Quillfeather' })
  const alerts = await desk.owner.selectFrom('concern_alert').select(['id', 'kind']).where('concern_id', '=', id).execute()
  expect(alerts.map(({ kind }) => kind).sort()).toEqual(['offered', 'urgent'])
  for (const alert of alerts)
    expect(await send(alert.kind === 'offered' ? 'concern-offered' : 'concern-waits', alert.id)).toEqual({ code: 'sent' })
  expect(server.mails).toHaveLength(2)
  for (const mail of server.mails) {
    for (const secret of ['Quill', 'car', id, `C-${number}`, 'anger']) expect(mail).not.toContain(secret)
    expect(textOf(mail)).toMatch(/^https:\/\/desk\.example\.org\/desk\r?$/m)
  }
  // Once it is closed there is nothing to say.
  await desk.owner.updateTable('concern').set({ state: 'closed' }).where('id', '=', id).execute()
  for (const alert of alerts) expect(await send('concern-waits', alert.id)).toEqual({ code: 'nothing-to-say' })
  expect(alerts.length).toBe(2)
  await server.close()
})
