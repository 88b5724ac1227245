import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordCheck } from '../../src/commands/facts/record-check.ts'
import { invitePerson } from '../../src/commands/people/invite-person.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { giveWay, mailJobs, mailWork, openTestQueue, until } from '../support/jobs.ts'
import { mailServer } from '../support/mail-server.ts'

/* What the desk's home and its list of jobs say, to whom, when something has gone wrong behind it. */

let desk: ServedDesk
let queue: Awaited<ReturnType<typeof openTestQueue>>
const people: Record<'administrator' | 'coordinator' | 'practitioner', Somebody> = {} as never

beforeAll(async () => {
  desk = await serveTestDesk()
  queue = await openTestQueue(desk, 0)
  desk.parts.queue = queue.send
  people.administrator = await desk.somebody(['administrator'], { name: 'Ruth Milestone' })
  people.coordinator = await desk.somebody(['coordinator'])
  people.practitioner = await desk.somebody(['practitioner'])
  for (const one of Object.values(people)) await giveWay(desk.owner, one.person)
})
afterAll(async () => {
  await queue.close()
  await desk.stop()
})

const get = async (who: Somebody, path: string): Promise<{ status: number; text: string }> => {
  const answer = await fetch(`${desk.at}${path}`, { headers: { cookie: who.cookie } })
  return { status: answer.status, text: await answer.text() }
}
const post = async (who: Somebody, path: string, fields: Record<string, string>): Promise<string> => {
  const answer = await fetch(`${desk.at}${path}`, {
    method: 'POST',
    headers: { cookie: who.cookie, origin: desk.at },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  return `${answer.status} ${answer.headers.get('location') ?? ''}`.trim()
}
const invite = (email: string) =>
  desk.as(people.administrator, invitePerson, { name: 'Ida Towpath', email, partner: 'watford', roles: ['spoc'] })

test('nothing needs anybody, and it says when that was looked for', async () => {
  const { text } = await get(people.practitioner, '/desk')
  expect(text).toMatch(/Nothing needs you.*Checked at \d/s)
  expect(text).not.toContain('First steps')
})

test('a mail server that is down is told on the home of those who may know, without a word of what waits, and one try more sends it', async () => {
  for (const at of [1, 2, 3]) await invite(`ida${at}@example.org`)
  await queue.begin(mailWork(desk, queue.db, 'smtp://127.0.0.1:1'))
  await until(async () => (await mailJobs(desk.owner)).every(({ state }) => state === 'failed'))

  for (const who of [people.administrator, people.coordinator]) {
    const home = await get(who, '/desk')
    expect(home.text).toContain('Emails are not going out')
    expect(home.text).toContain('3 jobs have failed')
    const { text } = await get(who, '/desk/jobs')
    expect(text.match(/Email with an invitation/g)?.length).toBeGreaterThanOrEqual(3)
    expect(text).toContain('The mail server could not be reached.')
    for (const found of ['Towpath', 'example.org']) expect(text.includes(found)).toBe(false)
    expect(text.includes('Try again')).toBe(who === people.administrator)
  }
  const other = await get(people.practitioner, '/desk')
  expect(other.text).toContain('Nothing needs you')
  expect((await get(people.practitioner, '/desk/jobs')).status).toBe(403)

  const { text } = await get(people.administrator, '/desk/jobs')
  const [, job = ''] = /name="job" value="([^"]+)"/.exec(text) ?? []
  expect(await post(people.coordinator, '/desk/jobs/retry', { job })).toBe('403')
  expect(await post(people.administrator, '/desk/jobs/retry', { job: 'nothing' })).toMatch(/^(?:303|404)/)

  await queue.close()
  const mail = await mailServer()
  queue = await openTestQueue(desk, 0)
  await queue.begin(mailWork(desk, queue.db, mail.url))
  expect(await post(people.administrator, '/desk/jobs/retry', { job })).toBe('303 /desk/jobs?told=retry')
  await until(() => mail.mails.length === 1)
  await until(async () => (await mailJobs(desk.owner)).filter(({ state }) => state === 'completed').length === 1)
  await mail.close()
  const after = await get(people.administrator, '/desk')
  expect(after.text).not.toContain('Emails are not going out')
  expect(after.text).toContain('2 jobs have failed')
  expect(await post(people.administrator, '/desk/jobs/retry', { job })).toBe('303 /desk/jobs?told=gone')
  const retried = await desk.owner.selectFrom('audit').select('object_id').where('verb', '=', 'retry-job').execute()
  expect(retried).toEqual([{ object_id: job }])
})

test('without a mail server a mail is not sent, and that is said', async () => {
  await queue.close()
  queue = await openTestQueue(desk, 9)
  desk.parts.queue = queue.send
  await queue.begin(mailWork(desk, queue.db, null))
  await invite('jo@example.org')
  await until(async () => (await mailJobs(desk.owner)).some(({ code }) => code === 'no-mail-server'))
  expect((await mailJobs(desk.owner)).find(({ code }) => code === 'no-mail-server')?.state).toBe('failed')
  expect((await get(people.administrator, '/desk/jobs')).text).toContain('no mail server is set')
})

test('a clock that was set and a database that was away are told for a day', async () => {
  const now = Temporal.Now.instant()
  desk.parts.health = () => ({ clockStep: { from: now.subtract({ hours: 5 }), to: now.subtract({ hours: 1 }) }, databaseLost: now })
  const { text } = await get(people.coordinator, '/desk')
  expect(text).toContain('The server’s clock changed')
  expect(text).toContain('The database stopped for a moment')
  expect((await get(people.practitioner, '/desk')).text).toContain('Nothing needs you')
  const long = now.subtract({ hours: 30 })
  desk.parts.health = () => ({ clockStep: { from: long, to: long }, databaseLost: long })
  expect((await get(people.coordinator, '/desk')).text).not.toMatch(/clock changed|stopped for a moment/)
})

test('an alarm is told to coordinators, with who can end the sign-ins, and to administrators, until a coordinator has looked into it', async () => {
  const { id } = await desk.owner
    .insertInto('alarm')
    .values({ kind: 'many-reads', person_id: people.practitioner.person, count: 41 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const title = `${people.practitioner.name} opened 41 records in ten minutes`
  await desk.owner.updateTable('profile').set({ phone: '07700 900125' }).where('person_id', '=', people.administrator.person).execute()
  const told = (await get(people.coordinator, '/desk')).text
  expect(told).toContain(title)
  expect(told).toContain('ask an administrator to end their sign-ins: Ruth Milestone, <a href="tel:07700900125">07700 900125</a>.')
  const administrators = (await get(people.administrator, '/desk')).text
  expect(administrators).toContain(title)
  expect(administrators).toContain('open their page and end their sign-ins')
  expect(administrators).not.toContain('I have looked into this')
  expect((await get(people.practitioner, '/desk')).text).not.toContain(title)
  for (const who of [people.practitioner, people.administrator]) expect(await post(who, '/desk/alarms/seen', { alarm: id })).toBe('403')
  expect(await post(people.coordinator, '/desk/alarms/seen', { alarm: id })).toBe('303 /desk?told=alarm')
  expect(await post(people.coordinator, '/desk/alarms/seen', { alarm: id })).toBe('303 /desk?told=alarm-earlier')
  expect((await get(people.coordinator, '/desk?told=alarm')).text).not.toContain(title)
})

test('an invitation that runs out is told to whoever can invite again; what is late stands before what is due', async () => {
  const open = await desk.owner.selectFrom('invitation').select(['id', 'person_id']).orderBy('made_at').execute()
  const at = (hours: number): Date => new Date(Date.now() + hours * 3_600_000)
  const [first, second] = open
  await desk.owner
    .updateTable('invitation')
    .set({ expires_at: at(5) })
    .where('id', '=', first?.id ?? '')
    .execute()
  await desk.owner
    .updateTable('invitation')
    .set({ expires_at: at(-5) })
    .where('id', '=', second?.id ?? '')
    .execute()
  const { text } = await get(people.administrator, '/desk')
  expect(text.indexOf('invitation has run out')).toBeGreaterThan(0)
  expect(text.indexOf('has not accepted their invitation')).toBeGreaterThan(text.indexOf('invitation has run out'))
  expect((await get(people.coordinator, '/desk')).text).not.toContain('has run out')
})

test('first steps are an administrator’s, and stay away once put away; who holds both roles is told to everybody', async () => {
  expect((await get(people.administrator, '/desk')).text).toContain('First steps')
  expect((await get(people.coordinator, '/desk')).text).not.toContain('First steps')
  expect(await post(people.administrator, '/desk/first-steps/hide', {})).toBe('303 /desk?told=steps')
  expect((await get(people.administrator, '/desk?told=steps')).text).not.toContain('Invite a coordinator')
  const both = await desk.somebody(['administrator', 'coordinator'], { name: 'Asha Stile' })
  expect((await get(people.practitioner, '/desk')).text).toContain('Asha Stile is both coordinator and administrator.')
  expect((await get(both, '/desk')).text).toContain('First steps')
})

test('a fact that somebody says is wrong is told to coordinators alone', async () => {
  const [fact] = desk.parts.pack.facts
  if (!fact) throw new Error('the pack has no fact')
  const found = {
    checkedOn: Temporal.Now.plainDateISO().toString(),
    way: 'telephone',
    asked: 'the duty manager',
    said: 'It has moved.',
    holds: 'no',
  } as const
  expect(await desk.as(people.practitioner, recordCheck, { list: fact.list, fact: fact.id, ...found })).toHaveProperty('done')
  expect((await get(people.coordinator, '/desk')).text).toContain('A fact has been reported as wrong')
  expect((await get(people.practitioner, '/desk')).text).not.toContain('is wrong')
})

test('whoever came by a link is told to set up how they come back', async () => {
  const fresh = await desk.somebody(['trainer'])
  expect((await get(fresh, '/desk')).text).toContain('Set up how you sign in next time')
  await giveWay(desk.owner, fresh.person)
  expect((await get(fresh, '/desk')).text).toContain('Nothing needs you')
})
