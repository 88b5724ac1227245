import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countAnswers } from '../../src/commands/attend/count-answers.ts'
import { pairText } from '../../src/commands/attend/learning-key.ts'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import { recordStatements } from '../../src/commands/attend/record-statements.ts'
import { readQuestionSums } from '../../src/commands/register/counts/read-question-sums.ts'
import { endLearningKey } from '../../src/commands/register/end-learning-key.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { deskVisitor } from '../support/desk-visitor.ts'
import { aLearningKey, passed, todays } from '../support/learning-system.ts'
import { openTestAttend } from '../support/register.ts'

/* Which questions people get wrong: sums of first answers, which lead to nobody. */

let desk: ServedDesk
let attend: AttendParts & { close(): Promise<void> }
let coordinator: Somebody
let spoc: Somebody
let key: Awaited<ReturnType<typeof aLearningKey>>
let pair: string
let question: string
beforeAll(async () => {
  desk = await serveTestDesk()
  attend = openTestAttend(desk)
  coordinator = await desk.somebody(['coordinator'], { name: 'Dee Fingerpost' })
  spoc = await desk.somebody(['spoc'], { partner: 'watford' })
  key = await aLearningKey(desk, spoc)
  pair = pairText(key)
  question = desk.parts.pack.course.parts.find(({ id }) => id === 'what-it-is')?.check?.[0]?.id ?? ''
}, 120_000)
afterAll(async () => {
  await attend.close()
  await desk.stop()
})

const version = () => desk.parts.pack.course.taught
const sums = () =>
  desk.owner.selectFrom('question_sum').select(['version', 'question', 'key_id', 'asked', 'wrong']).orderBy('asked').execute()
const shown = async () => {
  const read = await desk.as(coordinator, readQuestionSums, null)
  if ('fault' in read) throw new Error(read.fault)
  return read.done.map(({ asked, wrong }) => [asked, wrong])
}
const updateAnswer = (code: string, right: boolean) => countAnswers(attend, code, [{ question, version: version(), right }])
const answered = (email: string, right: boolean) => ({
  id: randomUUID(),
  actor: { mbox: `mailto:${email}`, name: 'Abi Lychgate' },
  verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
  object: { id: `https://lms.example.org/${todays()}/${question}` },
  result: { success: right },
  timestamp: '2026-10-01T09:30:00Z',
})
const send = (...statements: unknown[]) => recordStatements(attend, { pair, partner: 'watford' }, statements)

test('the first answer of each is counted, from either way, and of nobody is it kept what they said', async () => {
  await updateAnswer('A'.repeat(16), false)
  await updateAnswer('A'.repeat(16), true)
  expect(await send(answered('abi@example.org', false), answered('abi@example.org', true))).toHaveProperty('done')
  await send(answered('ABI@Example.org', true), answered('ben@example.org', true))
  expect(await sums()).toEqual([
    { version: version(), question, key_id: null, asked: 1, wrong: 1 },
    { version: version(), question, key_id: key.id, asked: 2, wrong: 1 },
  ])
  // Nobody is counted as trained by an answer, and the audit does not say when it came.
  expect(await desk.owner.selectFrom('attendance').select('id').execute()).toEqual([])
  const columns = Object.keys((await desk.owner.selectFrom('answered_once').selectAll().execute())[0] ?? {})
  expect(columns.sort()).toEqual(['id', 'on_date'])
  const entries = await desk.owner.selectFrom('audit').select('verb').where('verb', 'like', '%answer%').execute()
  expect(entries).toEqual([])
})

/** As if all that came so far had come in an earlier quarter. */
const quarterOver = async (quarter: string, day: string) => {
  await desk.owner.updateTable('question_sum').set({ quarter }).where('shown', 'is', null).execute()
  await desk.owner.updateTable('attendance').set({ known_on: day }).where('way', '=', 'statements').execute()
}

test('a coordinator is shown a quarter once it is over, from five answers on, and it never changes; nobody else is', async () => {
  await desk.owner.deleteFrom('question_sum').execute()
  for (const letter of 'BCDEF') await updateAnswer(letter.repeat(16), letter > 'C')
  expect(await shown()).toEqual([])
  const visitor = deskVisitor(desk.at, coordinator.cookie)
  expect((await visitor.get('/desk/register/county')).text).toContain('There are no answers to show yet')
  await quarterOver('2026-Q1', '2026-02-01')
  expect(await shown()).toEqual([[5, 2]])
  // Four of the next quarter are too few for ever.
  for (const letter of 'GHIJ') await updateAnswer(letter.repeat(16), false)
  await quarterOver('2026-Q2', '2026-05-01')
  expect(await shown()).toEqual([[5, 2]])
  const page = (await visitor.get('/desk/register/county')).text
  expect(page).toContain('2 of 5')
  const file = await visitor.get('/desk/register/export/questions.csv')
  expect(file.text).toMatch(/,5,2\r?\n/)
  for (const role of ['spoc', 'trainer', 'analyst', 'administrator'] as const) {
    const other = await desk.somebody([role], { partner: 'watford' })
    expect(await desk.as(other, readQuestionSums, null), role).toHaveProperty('fault')
    expect((await deskVisitor(desk.at, other.cookie).get('/desk/register/export/questions.csv')).status, role).toBeGreaterThan(400)
  }
})

test('answers of more accounts than were recorded as doing the course are left out, and those of a key that was ended', async () => {
  const fresh = async () => {
    await desk.owner.deleteFrom('question_sum').execute()
    await desk.owner.deleteFrom('answered_once').execute()
  }
  const answers = (count: number) => send(...Array.from({ length: count }, (_, n) => answered(`made-up-${n}@example.org`, false)))
  await fresh()
  await answers(500)
  await quarterOver('2026-Q1', '2026-02-01')
  expect(await shown()).toEqual([])
  await fresh()
  await answers(6)
  await send(...[0, 1, 2].map((n) => passed(`made-up-${n}@example.org`)))
  await quarterOver('2026-Q1', '2026-02-01')
  expect(await shown()).toEqual([[6, 6]])
  await fresh()
  await answers(6)
  await desk.as(spoc, endLearningKey, { id: key.id })
  await quarterOver('2026-Q1', '2026-02-01')
  expect(await shown()).toEqual([])
})

test('that somebody answered is forgotten after 90 days, and when anybody asks to be erased', async () => {
  await desk.owner.updateTable('answered_once').set({ on_date: '2020-01-01' }).execute()
  await updateAnswer('E'.repeat(16), true)
  expect(await desk.owner.selectFrom('answered_once').select('id').execute()).toHaveLength(1)
  const erased = (rule: 'time-over' | 'asked') =>
    desk.owner.insertInto('learner_erased').values({ id: randomUUID(), rule, erased_by: null }).execute()
  await erased('time-over')
  expect(await desk.owner.selectFrom('answered_once').select('id').execute()).toHaveLength(1)
  await erased('asked')
  expect(await desk.owner.selectFrom('answered_once').select('id').execute()).toEqual([])
})
