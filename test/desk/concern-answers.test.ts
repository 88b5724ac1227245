import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote } from '../../src/commands/concerns/add-note.ts'
import { checkReply } from '../../src/commands/concerns/check-reply.ts'
import { closeConcern } from '../../src/commands/concerns/close-concern.ts'
import { readClosing } from '../../src/commands/concerns/closing.ts'
import { mergeConcern } from '../../src/commands/concerns/merge-concern.ts'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { readHead } from '../../src/commands/concerns/read-head.ts'
import { reopenConcern } from '../../src/commands/concerns/reopen-concern.ts'
import { sendReply } from '../../src/commands/concerns/send-reply.ts'
import { passOutside } from '../../src/commands/concerns/sharing/pass-on.ts'
import { takeBackReply } from '../../src/commands/concerns/take-back-reply.ts'
import { unmergeConcern } from '../../src/commands/concerns/unmerge-concern.ts'
import { openByCode } from '../../src/commands/intake/by-code.ts'
import { closeKey } from '../../src/commands/keys/close-key.ts'
import type { Outside } from '../../src/domain/concerns/sharing.ts'
import { raise, receivingDesk, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { dumpOf, tellsOf } from '../support/key-holders.ts'

let desk: TestDesk
let intake: TestIntake
let anna: Somebody
let ben: Somebody
beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, ben, intake } = await receivingDesk(desk))
})
afterAll(async () => {
  await intake.close()
  await desk.close()
})

const send = (concern: string, text: string, more: { answerBy?: Temporal.Instant; atOnce?: boolean } = {}) =>
  desk.as(anna, sendReply, { concern, text, answerBy: more.answerBy ?? null, atOnce: more.atOnce ?? false })
const replyOf = (sent: Awaited<ReturnType<typeof send>>): string => ('done' in sent ? sent.done.reply : '')
/** Ten minutes go by, for the database. */
const letGo = (reply: string) =>
  desk.owner
    .updateTable('concern_reply')
    .set({ goes_at: new Date(Date.now() - 1000) } as never)
    .where('id', '=', reply)
    .execute()
const replies = async (code: readonly string[]) => {
  const open = await openByCode(intake, code)
  return 'fault' in open ? open.fault : open.replies.map(({ text }) => text)
}

test('a reply is held, can be taken back, and once it has gone is read with the code alone', async () => {
  const { id, code } = await raise(desk, intake)
  await desk.as(anna, readConcern, { concern: id })
  const by = desk.parts.now().add({ hours: 48 })
  const first = replyOf(await send(id, 'Thank you, Quillfeather is known to us.', { answerBy: by }))
  expect(await replies(code)).toEqual([])
  expect(await openByCode(intake, code)).toMatchObject({ answerBy: by.round('microsecond') })
  expect(await desk.as(ben, takeBackReply, { concern: id, reply: first })).toEqual({ done: { reopened: false } })
  expect(await openByCode(intake, code)).toMatchObject({ answerBy: null })
  expect(await desk.as(ben, takeBackReply, { concern: id, reply: first })).toEqual({ fault: 'taken-back' })
  await letGo(first)
  expect(await replies(code)).toEqual([])

  const second = replyOf(await send(id, 'Thank you. We act on it.'))
  await letGo(second)
  expect(await replies(code)).toEqual(['Thank you. We act on it.'])
  expect(await desk.as(anna, takeBackReply, { concern: id, reply: second })).toEqual({ fault: 'gone-out' })
  expect(tellsOf(await dumpOf(desk.owner), 'Quillfeather')).toEqual([])
  const read = await desk.as(ben, readConcern, { concern: id })
  expect(read).toMatchObject({
    done: { replies: [{ text: 'Thank you. We act on it.' }, { text: 'Thank you, Quillfeather is known to us.' }] },
  })
})

test('only danger goes at once', async () => {
  const calm = await raise(desk, intake)
  expect(await send(calm.id, 'Call 999.', { atOnce: true })).toEqual({ fault: 'not-danger' })
  const danger = await raise(desk, intake, { plain: { danger: true } })
  expect(await send(danger.id, 'Call 999.', { atOnce: true })).toHaveProperty('done')
  expect(await replies(danger.code)).toEqual(['Call 999.'])
})

test('a note is read inside alone, and its words in a reply are seen before it is sent', async () => {
  const { id, code } = await raise(desk, intake)
  expect(await desk.as(anna, addNote, { concern: id, text: 'The boy with the grey cap is Zebediah.' })).toEqual({ done: null })
  expect(await desk.as(ben, readConcern, { concern: id })).toMatchObject({
    done: { notes: [{ text: 'The boy with the grey cap is Zebediah.', by: { id: anna.person } }] },
  })
  expect(await replies(code)).toEqual([])
  expect(tellsOf(await dumpOf(desk.owner), 'Zebediah')).toEqual([])
  const checked = await desk.as(anna, checkReply, { concern: id, text: `We saw the boy with the grey cap. ${ben.name}`, promised: true })
  expect(checked).toMatchObject({ done: { warnings: [{ kind: 'staff', found: ben.name }, { kind: 'note' }] } })
  expect(await desk.owner.selectFrom('concern_reply').select('id').where('concern_id', '=', id).execute()).toEqual([])
})

test('a concern closes with an outcome that its reporter reads, not while something is promised or held, and opens again', async () => {
  const { id, code } = await raise(desk, intake)
  const close = (words = '') => desk.as(anna, closeConcern, { concern: id, outcome: 'acted-on', words })
  await desk.as(anna, readConcern, { concern: id })
  const reply = replyOf(await send(id, 'We will write again.', { answerBy: desk.parts.now().add({ hours: 5 }) }))
  expect(await close()).toEqual({ fault: 'reply-held' })
  await letGo(reply)
  expect(await close()).toEqual({ fault: 'answer-promised' })
  expect(await desk.as(anna, closeConcern, { concern: id, outcome: 'none-such', words: 'x' })).toEqual({ fault: 'no-outcome' })
  expect(await close('Thank you.')).toEqual({ done: null })
  expect(await openByCode(intake, code)).toMatchObject({ state: 'closed', outcome: 'acted-on', answerBy: null })
  expect(await close()).toEqual({ fault: 'closed-already' })
  expect(await desk.as(ben, reopenConcern, { concern: id })).toEqual({ done: null })
  expect(await openByCode(intake, code)).toMatchObject({ state: 'open', outcome: null })
  expect(await desk.as(ben, reopenConcern, { concern: id })).toEqual({ fault: 'not-closed' })
})

test('opened again, it says truly what its reporter was told: an outcome that they read is a first reply, one that they did not read is none', async () => {
  const headIn = async (id: string) => {
    const read = await desk.as(ben, readHead, { concern: id })
    if ('fault' in read) throw new Error(read.fault)
    return read.done
  }
  for (const looks of [true, false]) {
    const { id, code } = await raise(desk, intake)
    await desk.as(anna, readConcern, { concern: id })
    // Looked just before: that is not remembered each minute, but what came after is.
    await openByCode(intake, code)
    expect(await desk.as(anna, closeConcern, { concern: id, outcome: 'not-enough', words: '' })).toEqual({ done: null })
    if (looks) await openByCode(intake, code)
    await desk.as(ben, reopenConcern, { concern: id })
    const { state, reopenedAt, toldOutcome, replyBy } = await headIn(id)
    expect([state, reopenedAt !== null, toldOutcome, replyBy === null]).toEqual(['open', true, looks ? 'not-enough' : null, looks])
  }
})

test('an outcome that says it was passed on is refused until that is recorded, and of what the reporter may hear', async () => {
  const raised = await raise(desk, intake, { plain: { sharing: 'others' } })
  const close = (outcome: string) => {
    const closing = { concern: raised.id, outcome, words: '' }
    return Promise.all([desk.as(anna, readClosing, closing), desk.as(anna, closeConcern, closing)])
  }
  const twice = (fault: string) => [{ fault }, { fault }]
  const pass = (outside: Outside) =>
    desk.as(anna, passOutside, {
      concern: raised.id,
      to: { outside },
      shared: { version: 1, to: null, what: 'A tip.', asked: null },
      way: 'telephone',
    })
  const says = desk.parts.pack.concernOutcomes.filter(({ says_passed }) => says_passed).map(({ id }) => id)
  expect(says).toEqual(['passed-to-police', 'passed-to-council', 'passed-to-other', 'outside-area'])
  for (const outcome of says) expect([outcome, ...(await close(outcome))]).toEqual([outcome, ...twice('not-passed')])
  expect(await pass('police')).toHaveProperty('done')
  for (const outcome of ['passed-to-council', 'passed-to-other'])
    expect([outcome, ...(await close(outcome))]).toEqual([outcome, ...twice('not-passed')])
  const told = (tell_reporter: boolean) =>
    desk.owner
      .updateTable('concern_share')
      .set({ tell_reporter } as never)
      .where('concern_id', '=', raised.id)
      .execute()
  await told(false)
  expect(await close('passed-to-police')).toEqual(twice('not-passed'))
  await told(true)
  // What closes with it was not passed: its own reporter would read that it was.
  const other = await raise(desk, intake)
  expect(await desk.as(anna, mergeConcern, { concern: other.id, other: raised.id })).toEqual({ done: null })
  expect(await close('passed-to-police')).toEqual(twice('merged-not-passed'))
  expect(await desk.as(anna, unmergeConcern, { concern: other.id, other: raised.id })).toEqual({ done: null })
  expect(await desk.as(anna, closeConcern, { concern: raised.id, outcome: 'passed-to-police', words: '' })).toEqual({ done: null })
})

test('while the reporter of what was merged into it is promised a reply, it cannot be closed', async () => {
  const [one, other] = [await raise(desk, intake), await raise(desk, intake)]
  expect(await desk.as(anna, mergeConcern, { concern: other.id, other: one.id })).toEqual({ done: null })
  const answerBy = desk.parts.now().add({ hours: 3 })
  await letGo(replyOf(await send(other.id, 'We will write again.', { answerBy })))
  expect(await desk.as(anna, closeConcern, { concern: one.id, outcome: 'acted-on', words: 'Thank you.' })).toEqual({
    fault: 'merged-promised',
  })
})

test('taking the words back with which it was closed opens it again, and what was promised is promised again', async () => {
  const { id, code } = await raise(desk, intake)
  await desk.as(anna, readConcern, { concern: id })
  const answerBy = desk.parts.now().add({ hours: 5 }).round('microsecond')
  await letGo(replyOf(await send(id, 'We will write again.', { answerBy })))
  expect(await desk.as(anna, closeConcern, { concern: id, outcome: 'acted-on', words: 'Thank you.' })).toEqual({ done: null })
  const [last] = await desk.owner
    .selectFrom('concern_reply')
    .select('id')
    .where('concern_id', '=', id)
    .orderBy('at', 'desc')
    .limit(1)
    .execute()
  expect(await desk.as(ben, takeBackReply, { concern: id, reply: last?.id ?? '' })).toEqual({ done: { reopened: true } })
  expect(await openByCode(intake, code)).toMatchObject({ state: 'open', outcome: null, answerBy })
  expect(await desk.as(anna, closeConcern, { concern: id, outcome: 'acted-on', words: '' })).toEqual({ fault: 'answer-promised' })
})

test('a template with a blank left in it is not sent, nor passes the check', async () => {
  const { id } = await raise(desk, intake)
  const text = 'One question, only if you already know: [your question]'
  expect(await desk.as(anna, checkReply, { concern: id, text, promised: false })).toEqual({ fault: 'blank' })
  expect(await send(id, text)).toEqual({ fault: 'blank' })
  expect(await desk.as(anna, closeConcern, { concern: id, outcome: 'acted-on', words: text })).toEqual({ fault: 'blank' })
  // Half taken out is not filled in.
  expect(await send(id, text.replace(']', ''))).toEqual({ fault: 'blank' })
})

test('while it is offered to someone it cannot be closed', async () => {
  const { id } = await raise(desk, intake)
  await desk.owner
    .insertInto('concern_offer')
    .values({ concern_id: id, from_person: anna.person, to_person: ben.person, until: new Date(Date.now() + 3.6e6) } as never)
    .execute()
  expect(await desk.as(anna, closeConcern, { concern: id, outcome: 'acted-on', words: '' })).toEqual({ fault: 'offer-open' })
})

test('whoever was not given a concern can answer nothing of it', async () => {
  const { id } = await raise(desk, intake)
  const spoc = await desk.somebody(['spoc', 'practitioner', 'analyst', 'administrator'])
  for (const [what, input] of [
    [addNote, { concern: id, text: 'x' }],
    [sendReply, { concern: id, text: 'x', answerBy: null, atOnce: false }],
    [closeConcern, { concern: id, outcome: 'acted-on', words: '' }],
    [checkReply, { concern: id, text: 'x', promised: true }],
  ] as const)
    expect([what.verb, await desk.as(spoc, what as never, input as never)]).toEqual([what.verb, { fault: 'not-found' }])
})

test('with the key closed nothing can be written, and it can be closed without words', async () => {
  const { id, code } = await raise(desk, intake)
  await desk.as(anna, readConcern, { concern: id })
  await desk.as(anna, closeKey, {} as never)
  expect(await send(id, 'x')).toEqual({ fault: 'key-closed' })
  expect(await desk.as(anna, addNote, { concern: id, text: 'x' })).toEqual({ fault: 'key-closed' })
  expect(await desk.as(anna, closeConcern, { concern: id, outcome: 'not-enough', words: 'x' })).toEqual({ fault: 'key-closed' })
  expect(await desk.as(anna, closeConcern, { concern: id, outcome: 'not-enough', words: '' })).toEqual({ done: null })
  expect(await openByCode(intake, code)).toMatchObject({ state: 'closed', outcome: 'not-enough' })
})
