import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invitationToken } from '../../src/commands/people/invitation.ts'
import { invitePerson } from '../../src/commands/people/invite-person.ts'
import { asSignedIn, type Db } from '../../src/store/store.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { mailJobs, mailWork, openTestQueue, until } from '../support/jobs.ts'
import { type MailServer, mailServer, textOf } from '../support/mail-server.ts'

let desk: TestDesk
let mail: MailServer
let administrator: Somebody
let queues: Awaited<ReturnType<typeof openTestQueue>>[]

beforeAll(async () => {
  desk = await openTestDesk()
  mail = await mailServer()
  // Two desks over one database.
  queues = [await openTestQueue(desk), await openTestQueue(desk)]
  desk.parts.queue = (tx, job) => (queues[0] as (typeof queues)[0]).send(tx, job)
  administrator = await desk.somebody(['administrator'], { name: 'Ruth Milestone' })
})
afterAll(async () => {
  await Promise.all(queues.map((queue) => queue.close()))
  await mail.close()
  await desk.close()
})

const invite = async (name: string, email: string): Promise<string> => {
  const outcome = await desk.as(administrator, invitePerson, { name, email, partner: 'watford', roles: ['spoc'] })
  if ('fault' in outcome) throw new Error(outcome.fault)
  return outcome.done.invitation
}

test('a mail of a change that is undone never goes out, and one that is kept goes out once among two desks, with the link and an audit entry', async () => {
  const undone = asSignedIn(desk.parts.store, administrator.signIn, async (tx) => {
    await desk.parts.queue(tx, { name: 'mail', mail: 'invitation', invitation: randomUUID() })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await mailJobs(desk.owner)).toEqual([])

  const invitations: string[] = []
  for (let at = 0; at < 4; at += 1) invitations.push(await invite(`Ida Towpath ${at}`, `ida${at}@example.org`))
  expect(await mailJobs(desk.owner)).toHaveLength(4)
  await Promise.all(queues.map((queue) => queue.begin(mailWork(desk, queue.db, mail.url))))
  await until(async () => (await mailJobs(desk.owner)).every(({ state }) => state === 'completed'))
  expect(mail.mails).toHaveLength(4)
  const texts = mail.mails.map(textOf)
  for (const [at, invitation] of invitations.entries()) {
    const { token } = invitationToken(desk.parts, invitation)
    const text = texts.find((text) => text.includes(`https://desk.example.org/desk/invited/${token}`))
    expect(text).toContain(`Hello Ida Towpath ${at},`)
    expect(text).toContain('Ruth Milestone has invited you')
  }
  const entries = await desk.owner.selectFrom('audit').select(['object_id', 'person']).where('verb', '=', 'mail-invitation').execute()
  expect(entries.map(({ object_id }) => object_id).sort()).toEqual(invitations.toSorted())
  expect(new Set(entries.map(({ person }) => person))).toEqual(new Set([null]))

  // Nothing of who was invited, nor of what lets them in, lies in any table of the queue.
  const kept = await dump(desk.owner)
  expect(kept).toContain(invitations[0])
  for (const found of ['Towpath', 'example.org', 'Ruth', ...invitations.map((one) => invitationToken(desk.parts, one).token)])
    expect(kept.includes(found)).toBe(false)
})

/** Every row of every table of the queue, as text. */
const dump = async (owner: Db): Promise<string> => {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class where relnamespace = 'pgboss'::regnamespace
    and relkind in ('r', 'p')`.execute(owner)
  const texts = await Promise.all(
    rows.map(({ name }) => sql<{ text: string }>`select t::text from ${sql.table(`pgboss.${name}`)} t`.execute(owner)),
  )
  return texts.flatMap(({ rows }) => rows.map((row) => Object.values(row).join(' '))).join('\n')
}

test('whoever may put a mail into the queue can do nothing else there', async () => {
  const tries = (text: string): Promise<string> =>
    asSignedIn(desk.parts.store, administrator.signIn, (tx) => sql.raw(text).execute(tx)).then(
      () => 'done',
      (error: { code?: string }) => error.code ?? '',
    )
  const columns =
    'id, name, data, priority, start_after, expire_seconds, deletion_seconds, keep_until, retry_limit, retry_delay, retry_backoff, policy, blocked, blocking, pending_dependencies'
  const row = (name: string, data: string): string =>
    `insert into pgboss.job_common (${columns}) values (gen_random_uuid(), '${name}', '${data}', 0, now() + interval '1 year', 1, 1, now() + interval '1 year', 0, 0, false, 'standard', false, false, 0)`
  const about = randomUUID()
  expect(await tries(row('mail', `{"mail":"invitation","about":"${about}"}`))).toBe('done')
  expect(await tries(row('mail', `{"mail":"invitation","about":"${about}","name":"Ida"}`))).toBe('42501')
  expect(await tries(row('mail', '{"mail":"invitation","about":"Ida Towpath"}'))).toBe('42501')
  expect(await tries(row('remind', `{"mail":"invitation","about":"${about}"}`))).toBe('42501')
  for (const text of [
    'select id from pgboss.job',
    'select id from pgboss.job_common',
    'update pgboss.job_common set priority = 1',
    'delete from pgboss.job_common',
    'update pgboss.queue set retry_limit = 0',
    'select * from mail_invitation(gen_random_uuid())',
    'select * from remove_old($$2026-11-30$$)',
  ])
    expect([text, await tries(text)]).toEqual([text, '42501'])
  for (const text of ['select * from profile', 'select * from invitation', 'select * from audit', 'select * from jobs_open()'])
    await expect(sql.raw(text).execute((queues[0] as (typeof queues)[0]).db)).rejects.toMatchObject({ code: '42501' })
})
