import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { readInbox } from '../../src/commands/concerns/read-inbox.ts'
import { addByCode } from '../../src/commands/intake/add-by-code.ts'
import { openByCode } from '../../src/commands/intake/by-code.ts'
import { raise, receivingDesk, someReport, type TestIntake, tryRaise } from '../support/concerns.ts'
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

const secret = 'The boss of the nail bar is called Zebediah Quillfeather.'

test('a report is sealed on arrival, has an owner, is read once its key is open, and answers to its code', async () => {
  const { id, code } = await raise(desk, intake, { report: someReport(secret), plain: { danger: true } })
  expect(tellsOf(await dumpOf(desk.owner), 'Quillfeather')).toEqual([])
  const inbox = await desk.as(anna, readInbox, null)
  expect(inbox).toMatchObject({ done: [{ id, danger: true, state: 'new' }] })
  expect(await openByCode(intake, code)).toMatchObject({ state: 'new', readAt: null, replies: [] })
  const read = await desk.as(anna, readConcern, { concern: id })
  expect(read).toMatchObject({ done: { state: 'open', texts: [{ kind: 'report', report: someReport(secret) }] } })
  expect(await openByCode(intake, code)).toMatchObject({ state: 'open', readAt: expect.any(Temporal.Instant) })
  // Now under a key of its own, which is in no dump either.
  expect(await desk.owner.selectFrom('concern_text').select('under').where('concern_id', '=', id).execute()).toEqual([{ under: 'own' }])
  expect(tellsOf(await dumpOf(desk.owner), 'Quillfeather')).toEqual([])
  const again = await desk.as(ben, readConcern, { concern: id })
  expect(again).toMatchObject({ done: { texts: [{ report: someReport(secret) }] } })
})

test('the same page sent twice is one report with one code; another text is another report', async () => {
  const once = Buffer.alloc(32, 9)
  const count = async () => (await desk.owner.selectFrom('concern').select('id').execute()).length
  const before = await count()
  const [first, second] = [await tryRaise(desk, intake, { once }), await tryRaise(desk, intake, { once })]
  expect(second).toEqual(first)
  expect(await count()).toBe(before + 1)
  const other = await tryRaise(desk, intake, { once, report: someReport('Something else.') })
  expect(other).not.toEqual(first)
  expect(await count()).toBe(before + 2)
})

test('what is added by the code is read by the desk, once for each sending; a code that is none finds nothing', async () => {
  const { id, code } = await raise(desk, intake)
  const adding = { code, once: Buffer.alloc(16, 1), text: 'The van is there again.' }
  expect(await addByCode(intake, adding)).toEqual({ done: true })
  expect(await addByCode(intake, adding)).toEqual({ done: true })
  const read = await desk.as(anna, readConcern, { concern: id })
  expect(read).toMatchObject({ done: { texts: [{ kind: 'report' }, { kind: 'added', added: { text: 'The van is there again.' } }] } })
  expect('done' in read && read.done.texts.length).toBe(2)
  const none = ['abandon', 'ability', 'able', 'about', 'above', 'absent', 'absorb']
  expect(await openByCode(intake, none)).toEqual({ fault: 'unknown' })
  expect(await addByCode(intake, { ...adding, code: none })).toEqual({ fault: 'unknown' })
})

test('whoever works for the partner that it is about sees nothing of it, coordinator or not', async () => {
  const inside = await desk.somebody(['coordinator'], { partner: 'watford' })
  const { id } = await raise(desk, intake, { walled: ['watford'] })
  expect(await desk.as(inside, readConcern, { concern: id })).toEqual({ fault: 'not-found' })
  const seen = await desk.as(inside, readInbox, null)
  expect('done' in seen && seen.done.some((one) => one.id === id)).toBe(false)
  expect(await desk.as(anna, readConcern, { concern: id })).toHaveProperty('done')
})

test('whoever has a copy of the database cannot act as a reporter with what stands in it', async () => {
  const { id, code } = await raise(desk, intake)
  const { code_hash } = await desk.owner.selectFrom('concern').select('code_hash').where('id', '=', id).executeTakeFirstOrThrow()
  const passed = await intake.door()?.reporter<{ took: boolean }>('select code_withdraw($1) as took', [code_hash])
  expect(passed).toEqual({ rows: [{ took: false }] })
  expect(await openByCode(intake, code)).toMatchObject({ state: 'new' })
})
