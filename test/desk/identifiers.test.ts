import { afterAll, beforeAll, expect, test } from 'vitest'
import { addIdentifier } from '../../src/commands/concerns/add-identifier.ts'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { readIdentifiers } from '../../src/commands/concerns/read-identifiers.ts'
import { readIntelligence, readIntelligenceList } from '../../src/commands/concerns/read-intelligence.ts'
import { recordIntelligence } from '../../src/commands/concerns/record-intelligence.ts'
import { removeIdentifier } from '../../src/commands/concerns/remove-identifier.ts'
import { raise, receivingDesk, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { dumpOf, tellsOf } from '../support/key-holders.ts'

let desk: TestDesk
let intake: TestIntake
let anna: Somebody
beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, intake } = await receivingDesk(desk))
})
afterAll(async () => {
  await intake.close()
  await desk.close()
})

const listOf = async (concern: string, who = anna) => {
  const read = await desk.as(who, readIdentifiers, { concern })
  if ('fault' in read) throw new Error(read.fault)
  return read.done.map(({ id, text, seen }) => ({ id, text, seen: seen.map(({ id }) => id) }))
}

test('the same registration, number or address is found in another concern however it is written, and stands in no dump', async () => {
  const [first, second] = [await raise(desk, intake), await raise(desk, intake)]
  expect(await desk.as(anna, addIdentifier, { concern: first.id, kind: 'vehicle', text: 'EX26 QQO' })).toEqual({ done: null })
  expect(await listOf(first.id)).toMatchObject([{ text: 'EX26 QQO', seen: [] }])
  await desk.as(anna, addIdentifier, { concern: second.id, kind: 'vehicle', text: 'ex26qq0' })
  await desk.as(anna, addIdentifier, { concern: second.id, kind: 'phone', text: '07700 900321' })
  expect(await listOf(first.id)).toMatchObject([{ text: 'EX26 QQO', seen: [second.id] }])
  expect(await listOf(second.id)).toMatchObject([
    { text: 'ex26qq0', seen: [first.id] },
    { text: '07700 900321', seen: [] },
  ])
  const dump = await dumpOf(desk.owner)
  for (const word of ['EX26', 'ex26qq0', '07700 900321', '+447700900321', '447700900321'])
    expect([word, tellsOf(dump, word)]).toEqual([word, []])
  // A number that reads as a plate is another thing.
  await desk.as(anna, addIdentifier, { concern: first.id, kind: 'address', text: '07700900321' })
  expect((await listOf(second.id))[1]?.seen).toEqual([])
})

test('one that is none, or is there already, is refused; one that is removed is found no more, and each change is in the audit', async () => {
  const [first, second] = [await raise(desk, intake), await raise(desk, intake)]
  const adding = { concern: first.id, kind: 'email', text: 'Boss@Example.org' } as const
  expect(await desk.as(anna, addIdentifier, { ...adding, text: 'the boss' })).toEqual({ fault: 'not-one' })
  expect(await desk.as(anna, addIdentifier, adding)).toEqual({ done: null })
  expect(await desk.as(anna, addIdentifier, { ...adding, text: 'boss@example.org' })).toEqual({ fault: 'there-already' })
  await desk.as(anna, addIdentifier, { ...adding, concern: second.id })
  const [one] = await listOf(first.id)
  expect(one?.seen).toEqual([second.id])
  const removing = { concern: first.id, identifier: one?.id ?? '' }
  // Not by way of another concern.
  await desk.as(anna, removeIdentifier, { ...removing, concern: second.id })
  expect(await listOf(first.id)).toHaveLength(1)
  await desk.as(anna, removeIdentifier, removing)
  await desk.as(anna, removeIdentifier, removing)
  expect(await listOf(first.id)).toEqual([])
  expect((await listOf(second.id))[0]?.seen).toEqual([])
  const lines = await desk.owner.selectFrom('audit').select('verb').where('object_id', '=', first.id).orderBy('seq').execute()
  expect(lines.map(({ verb }) => verb)).toEqual(['raise-concern', 'add-identifier', 'remove-identifier'])
})

test('"seen before" names no concern that whoever looks is kept from', async () => {
  const [open, walled] = [await raise(desk, intake), await raise(desk, intake, { walled: ['watford'] })]
  const inside = await desk.somebody(['coordinator'], { partner: 'watford' })
  for (const { id } of [open, walled]) await desk.as(anna, addIdentifier, { concern: id, kind: 'phone', text: '01632 960555' })
  expect((await listOf(open.id))[0]?.seen).toEqual([walled.id])
  expect((await listOf(open.id, inside))[0]?.seen).toEqual([])
  expect(await desk.as(inside, readIdentifiers, { concern: walled.id })).toEqual({ fault: 'not-found' })
})

const grading = { source: '2', assessment: 'B', handling: 'P' } as const
const secret = 'Quillfeather moves workers every Friday from the old mill.'

test('intelligence is recorded with its grading, by itself or with a concern, and its words stand in no dump', async () => {
  const alone = await desk.as(anna, recordIntelligence, { concern: null, sector: 'car-wash', grading, text: secret })
  if ('fault' in alone) throw new Error(alone.fault)
  const concern = await desk.owner.selectFrom('concern').selectAll().where('id', '=', alone.done.concern).executeTakeFirstOrThrow()
  expect(concern).toMatchObject({ kind: 'intelligence', state: 'open', sector: 'car-wash', owner_id: anna.person, code_hash: null })
  expect(await desk.as(anna, readConcern, { concern: concern.id })).toMatchObject({ done: { texts: [], number: concern.number } })
  expect(await desk.as(anna, readIntelligence, { concern: concern.id })).toMatchObject({ done: [{ grading, text: secret, by: anna.name }] })
  const { id } = await raise(desk, intake)
  expect(await desk.as(anna, recordIntelligence, { concern: id, sector: null, grading, text: 'More.' })).toMatchObject({
    done: { concern: id },
  })
  const list = await desk.as(anna, readIntelligenceList, { page: 1 })
  expect('done' in list && list.done.lines.map(({ concern }) => concern)).toEqual([id, concern.id])
  expect(tellsOf(await dumpOf(desk.owner), 'Quillfeather')).toEqual([])
  expect(await desk.as(anna, recordIntelligence, { concern: id, sector: null, grading: { ...grading, source: '9' }, text: 'x' })).toEqual({
    fault: 'grading',
  })
})

test('a coordinator alone records intelligence', async () => {
  for (const role of ['practitioner', 'spoc', 'administrator', 'analyst'] as const) {
    const one = await desk.somebody([role], { partner: 'watford' })
    const recorded = await desk.as(one, recordIntelligence, { concern: null, sector: null, grading, text: 'x' })
    expect([role, recorded]).toEqual([role, { fault: 'not-allowed' }])
    const list = await desk.as(one, readIntelligenceList, { page: 1 })
    expect('done' in list ? list.done.lines : []).toEqual([])
  }
})
