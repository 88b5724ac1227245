import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invitePerson } from '../../src/commands/people/invite-person.ts'
import { readHeads } from '../../src/domain/audit/chain.ts'
import { openMailer } from '../../src/jobs/mail/mailer.ts'
import { sendMail } from '../../src/jobs/mail/send-mail.ts'
import { publishHead } from '../../src/jobs/scheduled/audit-head.ts'
import { remind } from '../../src/jobs/scheduled/remind.ts'
import { removeOld } from '../../src/jobs/scheduled/remove-old.ts'
import { appendLine } from '../../src/processes/append-line.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { deskOfMail, mailJobs, openTestQueue } from '../support/jobs.ts'
import { mailServer, textOf } from '../support/mail-server.ts'

let desk: TestDesk
let queues: Awaited<ReturnType<typeof openTestQueue>>[]
const work = mkdtempSync(join(tmpdir(), 'waymark-jobs-'))

beforeAll(async () => {
  desk = await openTestDesk()
  queues = [await openTestQueue(desk), await openTestQueue(desk)]
})
afterAll(async () => {
  await Promise.all(queues.map((queue) => queue.close()))
  await desk.close()
  rmSync(work, { recursive: true })
})

const at = (hours: number): Date => new Date(Date.now() + hours * 3_600_000)
const [first, second] = [0, 1].map((at) => () => queues[at] as (typeof queues)[0]) as [() => (typeof queues)[0], () => (typeof queues)[0]]

test('whoever has not answered is reminded once, by however many desks and however often it is looked for; what is answered is left alone', async () => {
  const [asked, agreed, late] = [await desk.somebody(['coordinator']), await desk.somebody(['spoc']), await desk.somebody(['spoc'])]
  const shift = (person: string, starts: number) =>
    desk.owner
      .insertInto('shift')
      .values({ person_id: person, starts_at: at(starts), ends_at: at(starts + 8), rung: 1 })
      .returning('id')
      .executeTakeFirstOrThrow()
  const open = await shift(asked.person, 10)
  const taken = await shift(agreed.person, 20)
  await desk.owner.insertInto('shift_answer').values({ shift_id: taken.id, person_id: agreed.person, answer: 'agreed' }).execute()
  await shift(late.person, 60)
  await sql`update shift set asked_at = now() - interval '2 days'`.execute(desk.owner)
  const administrator = await desk.somebody(['administrator'])
  const invited = await desk.as(administrator, invitePerson, { name: 'Ida', email: 'ida@example.org', partner: 'watford', roles: ['spoc'] })
  await sql`update invitation set made_at = now() - interval '2 days', expires_at = now() + interval '20 hours'`.execute(desk.owner)

  await Promise.all([first(), second()].map((queue) => remind(queue.db, queue)()))
  await remind(first().db, first())()
  const { rows } = await sql<{ mail: string; about: string }>`select data->>'mail' as mail, data->>'about' as about from pgboss.job
    where name = 'mail' order by 1`.execute(desk.owner)
  const invitation = 'done' in invited ? invited.done.invitation : ''
  expect(rows).toEqual([
    { mail: 'invitation-ends', about: invitation },
    { mail: 'shift-unanswered', about: open.id },
  ])
})

test('each kind of mail says what it is for, and nothing where there is nothing to say any more', async () => {
  const server = await mailServer()
  const { db } = first()
  const mailer = openMailer({ url: server.url, from: 'desk@example.org', name: 'desk.example.org' })
  const send = sendMail(deskOfMail(desk, db), mailer)
  const one = await desk.somebody(['coordinator'], { name: 'Nell Byway' })
  const other = await desk.somebody(['spoc'], { name: 'Asha Stile' })
  const shift = await desk.owner
    .insertInto('shift')
    .values({ person_id: one.person, starts_at: new Date('2031-12-01T17:30:00Z'), ends_at: new Date('2031-12-02T08:00:00Z'), rung: 2 })
    .returning('id')
    .executeTakeFirstOrThrow()
  expect(await send('shift-asked', shift.id)).toEqual({ code: 'sent' })
  const swap = await desk.owner
    .insertInto('swap')
    .values({ shift_id: shift.id, from_person: one.person, to_person: other.person })
    .returning('id')
    .executeTakeFirstOrThrow()
  expect(await send('swap-asked', swap.id)).toEqual({ code: 'sent' })
  expect(await send('audit-head', '00000000-0000-0000-0000-000000000000')).toEqual({ code: 'sent' })
  const [asked = '', swapped = '', head = ''] = server.mails.map(textOf)
  expect(asked).toContain('Hello Nell Byway,')
  expect(asked).toContain('from 5:30pm on Monday 1 December 2031 until 8am on Tuesday 2 December 2031. You would be called second.')
  expect(swapped).toContain('Nell Byway asks whether you can be on call instead of them')
  expect(readHeads(head)).toHaveLength(1)
  expect(server.mails[2]).toContain('To: records@example.org')
  await desk.owner.updateTable('swap').set({ state: 'withdrawn' }).execute()
  await desk.owner.updateTable('shift').set({ ended_at: new Date() }).execute()
  for (const [kind, id] of [
    ['swap-asked', swap.id],
    ['shift-asked', shift.id],
    ['invitation', shift.id],
    ['something', shift.id],
  ] as const)
    expect(await send(kind, id)).toEqual({ code: 'nothing-to-say' })
  expect(server.mails).toHaveLength(3)
  await server.close()
})

test('what is old goes, with a line in the audit where it was of people, and the audit stays', async () => {
  const one = await desk.somebody(['spoc'])
  const other = await desk.somebody(['spoc'])
  const long = new Date(Date.now() - 91 * 24 * 3_600_000)
  await desk.owner.updateTable('sign_in').set({ ended_at: long }).where('id', '=', one.signIn).execute()
  await sql`insert into receipt (key, person_id, verb, at) values (gen_random_uuid(), ${one.person}, 'invite-person', now() - interval '25 hours'),
    (gen_random_uuid(), ${one.person}, 'invite-person', now())`.execute(desk.owner)
  await sql`insert into throttle values (${Buffer.alloc(32)}, 5, now() - interval '2 days')`.execute(desk.owner)
  const before = await desk.owner.selectFrom('audit').select('seq').execute()
  const run = removeOld(first().db, { now: () => Temporal.Now.instant(), timezone: 'Europe/London' })
  await run()
  await run()
  const left = await desk.owner.selectFrom('sign_in').select('id').where('id', 'in', [one.signIn, other.signIn]).execute()
  expect(left).toEqual([{ id: other.signIn }])
  expect(await desk.owner.selectFrom('receipt').select('verb').where('person_id', '=', one.person).execute()).toHaveLength(1)
  expect(await desk.owner.selectFrom('throttle').select('key').execute()).toEqual([])
  const entries = await desk.owner.selectFrom('audit').select(['verb', 'object', 'person']).orderBy('seq').execute()
  expect(entries.slice(before.length)).toEqual([{ verb: 'remove-old', object: 'sign-in', person: null }])
})

test('the head of the audit is written down outside the database', async () => {
  const told: string[] = []
  const { db } = first()
  const run = publishHead({
    db,
    queue: first(),
    append: (line) => appendLine(join(work, 'audit-heads'), line),
    now: () => Temporal.Now.instant(),
    mailed: true,
    tell: (line) => void told.push(line),
  })
  await run()
  await run()
  const { seq, hash } = await desk.owner
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('audit.seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const head = { seq: Number(seq), hash: hash.toString('hex') }
  expect(readHeads(readFileSync(join(work, 'audit-heads'), 'utf8'))).toEqual([head, head])
  expect(readHeads(told.join('\n'))).toEqual([head, head])
  expect((await mailJobs(desk.owner)).filter(({ mail }) => mail === 'audit-head')).toHaveLength(2)
})
