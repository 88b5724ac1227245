import { randomUUID } from 'node:crypto'
import xapi from '@xapi/xapi'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LearningPair } from '../../src/commands/attend/learning-key.ts'
import { endLearningKey } from '../../src/commands/register/end-learning-key.ts'
import { openTestIntake, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { aLearningKey, basic, moodleStatements, passed, todays } from '../support/learning-system.ts'
import { type ReportSite, serveReports } from '../support/report-site.ts'

/** Its types say that it stands under `default`; Node finds it itself. */
const XAPI = xapi as unknown as typeof xapi.default

let desk: TestDesk
let intake: TestIntake
let site: ReportSite
let spoc: Somebody
let key: LearningPair & { id: string }
let at: string
beforeAll(async () => {
  desk = await openTestDesk()
  intake = openTestIntake(desk)
  site = await serveReports(intake)
  spoc = await desk.somebody(['spoc'], { partner: 'watford' })
  key = await aLearningKey(desk, spoc)
  at = `http://${site.host}/xapi`
})
afterAll(async () => {
  await site.stop()
  await intake.close()
  await desk.close()
})

type Sent = { method?: string; body?: unknown; headers?: Record<string, string | undefined>; query?: string; pair?: LearningPair }
const send = async ({ method = 'POST', body, headers = {}, query = '', pair = key }: Sent) => {
  const all: Record<string, string | undefined> = {
    ...{ authorization: basic(pair), 'x-experience-api-version': '1.0.3', 'content-type': 'application/json' },
    ...headers,
  }
  const answer = await fetch(`${at}/statements${query}`, {
    method,
    headers: Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]])),
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  // On each answer, errors too.
  expect(answer.headers.get('x-experience-api-version')).toBe('1.0.3')
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  const text = await answer.text()
  return { status: answer.status, json: text ? JSON.parse(text) : null, headers: answer.headers }
}

const counted = async () =>
  desk.owner
    .selectFrom('attendance as a')
    .innerJoin('learner as l', 'l.id', 'a.learner_id')
    .select(['l.name', 'l.partner_id', 'l.email', 'a.tier', 'a.version', 'a.on_date', 'a.way', 'a.import_id'])
    .orderBy('a.on_date')
    .execute()
const countOf = async () => (await counted()).length
const keptIds = async () => Number((await sql<{ n: string }>`select count(*) as n from learning_statement`.execute(desk.owner)).rows[0]?.n)

test('a client library tells of somebody who passed, asks for the statement again, and is told no more than was kept', async () => {
  const client = new XAPI({ endpoint: `${at}/`, auth: basic(key), version: '1.0.3' })
  expect((await client.getAbout()).data.version).toEqual(['1.0.3'])
  const id = randomUUID()
  const statement = passed('Abi@example.org', { id }) as never
  expect((await client.sendStatement({ statement })).data).toEqual([id])
  expect((await client.sendStatement({ statement })).data).toEqual([id])
  const read = (await client.getStatement({ statementId: id })).data as { actor: unknown; verb: { id: string }; object: { id: string } }
  expect(JSON.stringify(read)).not.toMatch(/abi/i)
  expect([read.verb.id, read.object.id]).toEqual([
    'http://adlnet.gov/expapi/verbs/passed',
    `https://waymark.example.org/training#${todays()}`,
  ])
  expect((await counted()).map(({ import_id: _, ...row }) => row)).toEqual([
    {
      ...{ name: 'Learner Abi', partner_id: 'watford', email: null, tier: 'everyone', version: desk.parts.pack.course.taught },
      ...{ on_date: '2026-10-01', way: 'statements' },
    },
  ])
  const used = await desk.owner.selectFrom('learning_key').select(['statements', 'counted', 'used_at']).where('id', '=', key.id).execute()
  expect(used).toEqual([{ statements: 1, counted: 1, used_at: expect.any(Date) }])
  const audit = await desk.owner.selectFrom('audit').select(['verb', 'person']).orderBy('seq', 'desc').limit(1).execute()
  expect(audit).toEqual([{ verb: 'record-statements', person: null }])
})

test('what Moodle sends is counted once, by the ID number that the course or the package was given there', async () => {
  const before = await countOf()
  const { courseCompleted, scormStatus, quizPassed } = moodleStatements
  const batch = [
    courseCompleted('11', todays()),
    courseCompleted('11', todays()),
    courseCompleted('12', null),
    scormStatus('13', 'passed', todays('public-facing')),
    scormStatus('14', 'completed', todays()),
    scormStatus('15', 'failed', todays()),
    quizPassed('16', todays()),
  ]
  const headers = { 'x-experience-api-version': '1.0.0' }
  const first = await send({ body: batch, headers })
  expect(first.status).toBe(200)
  expect(first.json[0]).toBe(first.json[1])
  expect(first.json[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  // It sends again what it thinks has failed.
  expect((await send({ body: batch, headers })).json).toEqual(first.json)
  const now = (await counted()).slice(before)
  expect(now.map(({ name, tier, on_date }) => [name, tier, on_date])).toEqual([
    ['Learner 11', 'everyone', '2026-10-02'],
    ['Learner 13', 'public-facing', '2026-10-03'],
  ])
})

test('an account of one partner is not that of another, and is known again', async () => {
  const other = await aLearningKey(desk, await desk.somebody(['spoc'], { partner: 'stevenage' }), 'stevenage')
  const statement = (day: string) => ({ ...moodleStatements.courseCompleted('21', todays()), timestamp: `2026-10-${day}T10:00:00Z` })
  for (const [day, pair] of [
    ['04', key],
    ['05', key],
    ['04', other],
  ] as const)
    await send({ body: statement(day), pair })
  const learners = await desk.owner
    .selectFrom('learner')
    .select('partner_id')
    .where('name', '=', 'Learner 21')
    .orderBy('partner_id')
    .execute()
  expect(learners).toEqual([{ partner_id: 'stevenage' }, { partner_id: 'watford' }])
})

test('a version that is none of ours is counted as one that is not known', async () => {
  await send({ body: passed('old@example.org', { object: { id: `urn:x:${todays().replace(/[0-9a-f]{12}$/, '0123456789ab')}` } }) })
  expect((await counted()).find(({ name }) => name === 'Learner old')?.version).toBeNull()
})

test('the alternate form does the same as the headers', async () => {
  const before = await countOf()
  const id = randomUUID()
  const body = new URLSearchParams({
    ...{ Authorization: basic(key), 'X-Experience-API-Version': '1.0.2', 'Content-Type': 'application/json', statementId: id },
    content: JSON.stringify(passed('form@example.org', { id: undefined })),
  }).toString()
  const headers = { authorization: undefined, 'x-experience-api-version': undefined, 'content-type': 'application/x-www-form-urlencoded' }
  expect((await send({ query: '?method=PUT', body, headers })).status).toBe(204)
  expect(await countOf()).toBe(before + 1)
  const wrong = body.replace(/Authorization=[^&]*/, 'Authorization=Basic+YTpi')
  expect((await send({ query: '?method=PUT', body: wrong, headers })).status).toBe(401)
  const ask = new URLSearchParams({ Authorization: basic(key), 'X-Experience-API-Version': '1.0', statementId: id }).toString()
  expect((await send({ query: '?method=GET', body: ask, headers })).json.id).toBe(id)
})

test('what is no good is refused as a whole, with a sentence, and nothing of it is kept', async () => {
  const [good, before, ids] = [() => passed('never@example.org'), await countOf(), await keptIds()]
  const same = good()
  const refused: readonly (readonly [number, Sent])[] = [
    [400, { body: [good(), { verb: 'nothing' }] }],
    [400, { body: [good(), passed('x@example.org', { attachments: [] })] }],
    [400, { body: [good(), passed('x@example.org', { timestamp: 'yesterday' })] }],
    [400, { body: [good(), passed('x@example.org', { timestamp: '2999-01-01T00:00:00Z' })] }],
    [400, { body: [good(), passed('x@example.org', { actor: { mbox_sha1sum: 'a'.repeat(40) } })] }],
    [400, { body: [good(), passed('x@example.org', { actor: { mbox: 'mailto:x@example.org', openid: 'https://x.example.org' } })] }],
    [400, { body: [same, same] }],
    [400, { body: `${JSON.stringify([good()])}]` }],
    [400, { body: `[${JSON.stringify(good())},${'['.repeat(5000)}${']'.repeat(5000)}]` }],
    [400, { body: 'null' }],
    [400, { body: [null] }],
    [413, { body: JSON.stringify([good(), 'x'.repeat(1024 * 1024)]) }],
    [413, { body: Array.from({ length: 501 }, (_, n) => passed(`n${n}@example.org`)) }],
    [400, { body: [good()], headers: { 'content-type': 'multipart/mixed; boundary=x' } }],
    [400, { body: [good()], headers: { 'content-type': 'application/octet-stream' } }],
    [400, { body: [good()], headers: { 'x-experience-api-version': '2.0.0' } }],
    [400, { body: [good()], headers: { 'x-experience-api-version': undefined } }],
    [400, { method: 'PUT', body: good() }],
    [400, { method: 'PUT', body: good(), query: `?statementId=${randomUUID()}` }],
    [401, { body: [good()], pair: { user: key.user, secret: `${key.secret}x` } }],
    [401, { body: [good()], headers: { authorization: undefined } }],
    [401, { body: [good()], headers: { authorization: 'Bearer x' } }],
    [405, { method: 'DELETE' }],
    [403, { method: 'GET' }],
    [404, { method: 'GET', query: `?statementId=${randomUUID()}` }],
  ]
  for (const [n, [status, sent]] of refused.entries()) {
    const answer = await send(sent)
    expect([n, answer.status]).toEqual([n, status])
    expect(answer.json.error).toMatch(/\.$/)
    if (status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /)
  }
  expect([await countOf(), await keptIds()]).toEqual([before, ids])
})

test('the same id with something else in it is a conflict, and nothing of that request is kept', async () => {
  const one = passed('con@example.org')
  expect((await send({ body: one })).status).toBe(200)
  const before = await countOf()
  // What a store adds by itself, and the order of names, are no difference.
  const { id, ...rest } = one
  expect((await send({ body: { ...rest, stored: '2026-01-01T00:00:00Z', version: '1.0.0', id } })).status).toBe(200)
  const answer = await send({ body: [passed('innocent@example.org'), { ...one, result: { success: true, score: { scaled: 1 } } }] })
  expect(answer.status).toBe(409)
  expect(await countOf()).toBe(before)
})

test('what is about anything else is answered alike, and only its id is kept', async () => {
  const before = await countOf()
  const other = passed('secret.person@example.org', { object: { id: 'https://lms.example.org/course/fire-safety' } })
  expect((await send({ body: other })).status).toBe(200)
  expect((await send({ method: 'GET', query: `?statementId=${other.id}` })).status).toBe(404)
  expect(await countOf()).toBe(before)
  const { rows } = await sql<{
    said: string
  }>`select to_jsonb(s)::text as said from learning_statement s where id = ${other.id as string}::uuid`.execute(desk.owner)
  expect(rows).toHaveLength(1)
  expect(rows[0]?.said).not.toMatch(/secret|person|fire|verbs/)
})

test('a request without a statement is one of none', async () => {
  expect((await send({ body: [] })).json).toEqual([])
})

test('whoever failed, or is a group, is not counted', async () => {
  const before = await countOf()
  const verb = { id: 'http://adlnet.gov/expapi/verbs/completed' }
  const group = { objectType: 'Group', name: 'Night shift', mbox: 'mailto:night@example.org' }
  const body = [
    passed('f1@example.org', { verb, result: { success: false } }),
    passed('f2@example.org', { verb, result: { completion: false } }),
    passed('f3@example.org', { actor: group }),
  ]
  expect((await send({ body })).status).toBe(200)
  expect(await countOf()).toBe(before)
})

test('whatever comes in place of a statement, the answer is one of those that there are, and nothing is half kept', async () => {
  const before = await countOf()
  const ids = await keptIds()
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.json({ maxDepth: 4 }), fc.string({ maxLength: 200 }), fc.constant('{"id":"\\u0000"}')), async (text) => {
      const { status } = await send({ body: `[${JSON.stringify(passed('fuzz@example.org'))},${text}]` })
      expect(status).toBe(400)
    }),
    { numRuns: 60 },
  )
  // One part of a good one in place of another.
  const parts = ['actor', 'verb', 'object', 'result', 'context', 'timestamp', 'id'] as const
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...parts), fc.jsonValue({ maxDepth: 2 }), async (part, value) => {
      const { status } = await send({ body: [{ ...passed('fuzz@example.org', { object: { id: 'urn:other' } }), [part]: value }] })
      expect([200, 400]).toContain(status)
    }),
    { numRuns: 60 },
  )
  expect(await countOf()).toBe(before)
  expect((await keptIds()) - ids).toBeLessThanOrEqual(60)
})

test('many at once, with the same people in them, are each counted once', async () => {
  const before = await countOf()
  const people = Array.from({ length: 12 }, (_, n) => `at-once${n}@example.org`)
  const ids = people.map(() => randomUUID())
  const batch = people.map((email, n) => passed(email, { id: ids[n] }))
  const answers = await Promise.all(Array.from({ length: 20 }, () => send({ body: batch })))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(await countOf()).toBe(before + 12)
})

test('a key that was ended takes nothing in', async () => {
  const one = await aLearningKey(desk, spoc)
  expect((await send({ body: passed('end1@example.org'), pair: one })).status).toBe(200)
  expect(await desk.as(spoc, endLearningKey, { id: one.id })).toEqual({ done: null })
  expect((await send({ body: passed('end2@example.org'), pair: one })).status).toBe(401)
  expect(await desk.as(spoc, endLearningKey, { id: one.id })).toEqual({ fault: 'ended' })
  const elsewhere = await desk.somebody(['spoc'], { partner: 'stevenage' })
  expect(await desk.as(elsewhere, endLearningKey, { id: key.id })).toEqual({ fault: 'not-found' })
})
