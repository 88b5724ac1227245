import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeDetails } from '../../src/commands/concerns/change-details.ts'
import { closeConcern } from '../../src/commands/concerns/close-concern.ts'
import { keepPartnerOut } from '../../src/commands/concerns/keep-apart.ts'
import { linkConcern } from '../../src/commands/concerns/link-concern.ts'
import { markConcern } from '../../src/commands/concerns/mark-concern.ts'
import { markings } from '../../src/commands/concerns/mark-urgent.ts'
import { mergeConcern } from '../../src/commands/concerns/merge-concern.ts'
import { printConcern } from '../../src/commands/concerns/print-concern.ts'
import { promiseFeedback } from '../../src/commands/concerns/promise-feedback.ts'
import { readByReference } from '../../src/commands/concerns/read-by-reference.ts'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { readHead } from '../../src/commands/concerns/read-head.ts'
import { readInbox } from '../../src/commands/concerns/read-inbox.ts'
import { readUnlikeWalls } from '../../src/commands/concerns/read-unlike-walls.ts'
import { readWaiting } from '../../src/commands/concerns/read-waiting.ts'
import { recordFeedback } from '../../src/commands/concerns/record-feedback.ts'
import { sendReply } from '../../src/commands/concerns/send-reply.ts'
import { unlinkConcern } from '../../src/commands/concerns/unlink-concern.ts'
import { unmergeConcern } from '../../src/commands/concerns/unmerge-concern.ts'
import { openByCode } from '../../src/commands/intake/by-code.ts'
import { asSignedIn } from '../../src/store/store.ts'
import { raise, receivingDesk, someReport, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'

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

const owns = (concern: string, person: string) =>
  desk.owner.updateTable('concern').set({ owner_id: person }).where('id', '=', concern).execute()
const ownerOf = async (concern: string) =>
  (await desk.owner.selectFrom('concern').select('owner_id').where('id', '=', concern).executeTakeFirstOrThrow()).owner_id
const inInbox = async (concern: string) => {
  const inbox = await desk.as(anna, readInbox, null)
  return 'done' in inbox && inbox.done.some(({ id }) => id === concern)
}
const linkedTo = async (concern: string) => {
  const read = await desk.as(anna, readConcern, { concern })
  return 'done' in read ? read.done.linked.map(({ id, kind }) => [id, kind]) : read.fault
}

test('two concerns are linked once, both ways, and each shows the other until it is undone', async () => {
  const [one, two] = [await raise(desk, intake), await raise(desk, intake)]
  const both = { concern: one.id, other: two.id }
  expect(await desk.as(anna, linkConcern, both)).toEqual({ done: null })
  expect(await desk.as(ben, linkConcern, { concern: two.id, other: one.id })).toEqual({ fault: 'linked-already' })
  expect([await linkedTo(one.id), await linkedTo(two.id)]).toEqual([[[two.id, 'related']], [[one.id, 'related']]])
  expect(await desk.as(ben, unlinkConcern, { concern: two.id, other: one.id })).toEqual({ done: null })
  expect(await linkedTo(one.id)).toEqual([])
  expect(await desk.as(anna, linkConcern, { concern: one.id, other: one.id })).toEqual({ fault: 'not-found' })
})

test('a duplicate goes on with the other: one owner, both codes, the same end; and it can be undone', async () => {
  const [one, two] = [await raise(desk, intake), await raise(desk, intake)]
  await owns(two.id, ben.person)
  await owns(one.id, anna.person)
  expect(await desk.as(anna, mergeConcern, { concern: one.id, other: two.id })).toEqual({ done: null })
  expect([await inInbox(one.id), await inInbox(two.id)]).toEqual([false, true])
  // No list says that it is open, nor does its own page.
  const closed = await desk.as(anna, readInbox, { view: 'closed', order: null, edge: null })
  expect('done' in closed && closed.done.map(({ id, partOf }) => [id, partOf])).toEqual([[one.id, two.number]])
  expect(await desk.as(anna, readHead, { concern: one.id })).toMatchObject({ done: { mergedInto: two.id, partOf: two.number } })
  expect(await ownerOf(one.id)).toBe(ben.person)
  expect([await linkedTo(one.id), await linkedTo(two.id)]).toEqual([[[two.id, 'into']], [[one.id, 'from']]])
  // Whoever owns the one owns both, also once it changes hands.
  await owns(two.id, anna.person)
  expect(await ownerOf(one.id)).toBe(anna.person)
  // Its own reporter is answered, and a promise to them waits in the inbox.
  const answerBy = desk.parts.now().add({ hours: 3 })
  expect(await desk.as(anna, sendReply, { concern: one.id, text: 'Hello.', answerBy, atOnce: false })).toHaveProperty('done')
  expect(await inInbox(one.id)).toBe(true)
  await desk.owner.updateTable('concern').set({ answer_by: null }).where('id', '=', one.id).execute()
  expect(await desk.as(anna, closeConcern, { concern: one.id, outcome: 'acted-on', words: '' })).toEqual({ fault: 'is-merged' })
  expect(await desk.as(anna, mergeConcern, { concern: two.id, other: one.id })).toEqual({ fault: 'merged-already' })
  expect(await desk.as(anna, unmergeConcern, { concern: one.id, other: two.id })).toEqual({ done: null })
  expect(await inInbox(one.id)).toBe(true)
  expect(await desk.as(anna, mergeConcern, { concern: one.id, other: two.id })).toEqual({ done: null })
  expect(await desk.as(anna, closeConcern, { concern: two.id, outcome: 'acted-on', words: '' })).toEqual({ done: null })
  for (const { code } of [one, two]) expect(await openByCode(intake, code)).toMatchObject({ state: 'closed', outcome: 'acted-on' })
})

test('what others are kept out of is joined with the walls of both or not at all, and its link or merge tells nothing to whoever is kept out later', async () => {
  const inside = await desk.somebody(['coordinator'], { partner: 'watford' })
  const historyOf = async (who: Somebody, concern: string) => {
    const read = await desk.as(who, readConcern, { concern })
    return 'done' in read ? read.done.history.map(({ verb }) => verb).filter((verb) => /link|merge/.test(verb)) : read.fault
  }
  const [walled, open] = [await raise(desk, intake, { walled: ['watford'] }), await raise(desk, intake)]
  await owns(open.id, inside.person)
  const both = { concern: walled.id, other: open.id }
  expect(await desk.as(anna, linkConcern, both)).toEqual({ fault: 'unlike-walls' })
  expect(await desk.as(anna, mergeConcern, both)).toEqual({ fault: 'unlike-walls' })
  expect(await desk.as(inside, mergeConcern, both)).toEqual({ fault: 'not-found' })
  expect(await desk.as(anna, readUnlikeWalls, both)).toEqual({ done: true })
  const number = walled.number
  expect(await desk.as(inside, readByReference, { reference: `C-${number}` })).toEqual({ done: null })
  expect(await desk.as(anna, readByReference, { reference: `c ${number}` })).toEqual({ done: { concern: walled.id } })
  // With the walls of both: whoever owned the one sees neither.
  expect(await desk.as(anna, mergeConcern, { ...both, walls: true })).toEqual({ done: null })
  expect(await historyOf(inside, open.id)).toBe('not-found')
  expect(await ownerOf(open.id)).not.toBe(inside.person)
  expect(await ownerOf(walled.id)).toBe(await ownerOf(open.id))

  // Linked while everybody saw both; one of them turns out to be about somebody there.
  const [seen, hidden] = [await raise(desk, intake), await raise(desk, intake)]
  const pair = { concern: seen.id, other: hidden.id }
  expect(await desk.as(anna, linkConcern, pair)).toEqual({ done: null })
  expect(await historyOf(inside, seen.id)).toEqual(['link-concern'])
  expect(await desk.as(anna, keepPartnerOut, { concern: hidden.id, partner: 'watford' })).toEqual({ done: null })
  expect(await historyOf(inside, seen.id)).toEqual([])
  expect(await historyOf(anna, seen.id)).toEqual(['link-concern'])
  expect(await desk.as(anna, unlinkConcern, pair)).toEqual({ done: null })
  expect([await historyOf(inside, seen.id), await linkedTo(seen.id)]).toEqual([[], []])

  // Merged before: the wall is about both, so that nobody sees one that is part of nothing.
  const [part, whole] = [await raise(desk, intake), await raise(desk, intake)]
  expect(await desk.as(anna, mergeConcern, { concern: part.id, other: whole.id })).toEqual({ done: null })
  expect(await desk.as(anna, keepPartnerOut, { concern: whole.id, partner: 'watford' })).toEqual({ done: null })
  for (const { id } of [part, whole]) expect(await historyOf(inside, id)).toBe('not-found')
  // What it was merged into is in no column that the desk can read.
  const asDesk = asSignedIn(desk.parts.store, anna.signIn, (tx) => sql`select merged_into from concern`.execute(tx))
  await expect(asDesk).rejects.toThrow(/permission denied/)
})

test('town and signs change for lists, unless somebody else changed it meanwhile; a mark changes nothing else', async () => {
  const { id } = await raise(desk, intake)
  const head = await desk.as(anna, readHead, { concern: id })
  const version = 'done' in head ? head.done.version : 0
  const input = { concern: id, version, town: 'Watford', sector: null, signs: [] }
  expect(await desk.as(anna, changeDetails, input)).toEqual({ done: null })
  expect(await desk.as(ben, changeDetails, { ...input, town: 'Stevenage' })).toEqual({ fault: 'changed-meanwhile' })
  expect(await desk.as(anna, markConcern, { concern: id, mark: 'malicious' })).toEqual({ done: null })
  const inbox = await desk.as(anna, readInbox, null)
  expect('done' in inbox && inbox.done.find((one) => one.id === id)).toMatchObject({ danger: false, town: 'Watford' })
})

test('a form of details that was open when somebody marked danger does not take the mark off', async () => {
  const { id } = await raise(desk, intake)
  const head = await desk.as(anna, readHead, { concern: id })
  const version = 'done' in head ? head.done.version : 0
  await desk.as(ben, markings.danger.mark, { concern: id })
  const old = { concern: id, version, danger: false, child: false, town: 'Watford', sector: null, signs: [] }
  expect(await desk.as(anna, changeDetails, old)).toEqual({ fault: 'changed-meanwhile' })
  expect(await desk.as(anna, readHead, { concern: id })).toMatchObject({ done: { danger: true } })
})

test('who waits for its owner is told to them: a first reply, an answer that was promised, a professional', async () => {
  const waits = async (who: Somebody, concern: string) => {
    const waiting = await desk.as(who, readWaiting, null)
    return 'done' in waiting ? waiting.done.filter(({ id }) => id === concern).map((one) => one.for) : waiting.fault
  }
  const pathway = [{ id: 'age', asked: 'How old?', answer: 'About 15' }]
  const { id } = await raise(desk, intake, { report: { ...someReport(), pathway } })
  await owns(id, anna.person)
  expect(await waits(anna, id)).toEqual([])
  await desk.as(ben, readConcern, { concern: id })
  expect(await waits(anna, id)).toEqual(['first-reply', 'feedback'])
  // Its first reply late: the list, its order and the tab say so as home does.
  await desk.owner
    .updateTable('concern')
    .set({ reply_by: new Date(Date.now() - 3_600_000) })
    .where('id', '=', id)
    .execute()
  const late = async () => {
    const inbox = await desk.as(anna, readInbox, { view: 'late', order: null, edge: null })
    return 'done' in inbox && inbox.done.some((row) => row.id === id)
  }
  expect(await late()).toBe(true)
  expect(await waits(ben, id)).toEqual([])
  await desk.as(anna, sendReply, { concern: id, text: 'Hello.', answerBy: desk.parts.now().add({ hours: 3 }), atOnce: false })
  expect(await waits(anna, id)).toEqual(['answer', 'feedback'])
  expect(await late()).toBe(false)
  expect(await desk.as(anna, recordFeedback, { concern: id })).toEqual({ done: null })
  expect(await desk.as(anna, recordFeedback, { concern: id })).toEqual({ fault: 'not-due' })
  expect(await waits(anna, id)).toEqual(['answer'])
  const plain = await raise(desk, intake)
  await owns(plain.id, anna.person)
  expect(await desk.as(anna, promiseFeedback, { concern: plain.id })).toEqual({ done: null })
  expect(await desk.as(anna, promiseFeedback, { concern: plain.id })).toEqual({ fault: 'promised-already' })
  expect(await waits(anna, plain.id)).toEqual(['feedback'])
})

test('who printed it stands in its history', async () => {
  const { id } = await raise(desk, intake)
  await desk.as(ben, printConcern, { concern: id })
  const read = await desk.as(anna, readConcern, { concern: id })
  expect('done' in read && read.done.history.map(({ verb, person }) => [verb, person])).toContainEqual(['print-concern', ben.person])
})
