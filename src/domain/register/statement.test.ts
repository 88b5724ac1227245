import validation from '@learninglocker/xapi-validation'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compared, deeperThan, doneBy, readStatement } from './statement.ts'

/** Another reader of the whole of xAPI 1.0.3: what is wrong with a statement, nothing where it is right. */
const oracle = validation as unknown as (statement: unknown) => unknown[]

const verb = { id: 'http://adlnet.gov/expapi/verbs/passed' }
const activity = { id: 'https://lms.example.org/course/1' }
const mbox = { mbox: 'mailto:abi@example.org' }
const whole = { actor: mbox, verb, object: activity }

const statements: readonly unknown[] = [
  whole,
  { ...whole, id: '6690e6c9-3ef0-4ed3-8b37-7f3964730bee', version: '1.0.0', timestamp: '2026-11-24T09:58:12.000Z' },
  { ...whole, id: '6690E6C9-3EF0-4ED3-8B37-7F3964730BEE', timestamp: '2026-11-24T09:58:12+01:00' },
  ...['2026-11-24', 'soon', '2026-13-01T00:00:00Z', '2026-11-24T09:58:12-00:00'].map((timestamp) => ({ ...whole, timestamp })),
  ...['x', 7, null].map((id) => ({ ...whole, id })),
  ...['2.0.0', '0.9', 1].map((version) => ({ ...whole, version })),
  { ...whole, actor: { account: { homePage: 'https://lms.example.org', name: '7' } } },
  { ...whole, actor: { account: { homePage: 'lms', name: '7' } } },
  { ...whole, actor: { account: { homePage: 'https://lms.example.org' } } },
  { ...whole, actor: { ...mbox, openid: 'https://abi.example.org' } },
  { ...whole, actor: { name: 'Abi' } },
  { ...whole, actor: { mbox: 'abi@example.org' } },
  { ...whole, actor: { mbox_sha1sum: 'f'.repeat(40) } },
  { ...whole, actor: { ...mbox, objectType: 'Person' } },
  { ...whole, actor: { objectType: 'Group', member: [mbox] } },
  { ...whole, actor: { objectType: 'Group', member: [{ name: 'x' }] } },
  { ...whole, actor: { objectType: 'Group' } },
  { ...whole, actor: { objectType: 'Group', ...mbox } },
  { ...whole, verb: {} },
  { ...whole, verb: { id: 'passed' } },
  { ...whole, object: {} },
  { ...whole, object: { id: 'course' } },
  { ...whole, object: { objectType: 'Agent', ...mbox } },
  { ...whole, object: { objectType: 'StatementRef', id: '6690e6c9-3ef0-4ed3-8b37-7f3964730bee' } },
  { ...whole, object: { objectType: 'StatementRef', id: '1' } },
  { ...whole, object: { ...activity, definition: { extensions: { 'https://x.example.org': null } } } },
  { ...whole, result: { success: true, completion: false } },
  { ...whole, result: { success: 'yes' } },
  { ...whole, context: { registration: '6690e6c9-3ef0-4ed3-8b37-7f3964730bee', contextActivities: { parent: [activity] } } },
  { ...whole, context: { registration: '1' } },
  { ...whole, context: { contextActivities: { parent: [{ id: 'x' }] } } },
  ...['actor', 'verb', 'object'].map((part) => ({ ...whole, [part]: undefined })),
]

test('what is read of a statement is found right and wrong as another reader finds it', () => {
  const found = statements.map((statement) => [JSON.stringify(statement), !('fault' in (readStatement(statement) as object))])
  const said = statements.map((statement) => [JSON.stringify(statement), oracle(JSON.parse(JSON.stringify(statement))).length === 0])
  expect(found).toEqual(said)
  // The other reader lets any hash pass.
  expect(readStatement({ ...whole, actor: { mbox_sha1sum: 'f'.repeat(39) } })).toEqual({ fault: 'statement', at: 'actor.mbox_sha1sum' })
})

const done = (more: object) => {
  const read = readStatement({ ...whole, ...more })
  return 'fault' in read ? read.fault : doneBy(read)
}

test('passed and completed count, unless it says that it was failed or left; nothing else does', () => {
  const completed = { verb: { id: 'http://adlnet.gov/expapi/verbs/completed' } }
  expect(done({})).toEqual([activity.id])
  expect(done(completed)).toEqual([activity.id])
  for (const result of [{ success: false }, { completion: false }]) expect(done({ ...completed, result })).toEqual([])
  expect(done({ verb: { id: 'http://adlnet.gov/expapi/verbs/attempted' } })).toEqual([])
  expect(done({ object: { objectType: 'Agent', ...mbox } })).toEqual([])
})

test('a part of an activity counts where it was passed, by the names of the activity that plays it alone', () => {
  const external = 'https://w3id.org/learning-analytics/learning-management-system/external-id'
  const named = (id: string, number: string) => ({ id, definition: { extensions: { [external]: number } } })
  const context = {
    contextActivities: {
      parent: [named('https://lms.example.org/scorm?id=1', 'ours'), named('https://lms.example.org/course/2', 'other')],
    },
  }
  const object = { id: 'https://lms.example.org/scorm?id=1#sco' }
  expect(done({ object, context })).toEqual([object.id, 'https://lms.example.org/scorm?id=1', 'ours'])
  expect(done({ object, context, verb: { id: 'http://adlnet.gov/expapi/verbs/completed' } })).toEqual([object.id])
})

test('how deep lists lie in each other is told before they are read', () => {
  const depth = (value: unknown): number => (value && typeof value === 'object' ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0)
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 8 }), (value, most) => {
      expect(deeperThan(JSON.stringify(value), most)).toBe(depth(value) > most)
    }),
  )
})

test('two statements are compared without what a store adds, in whatever order their parts stand', () => {
  const turned = Object.fromEntries(Object.entries(whole).reverse())
  expect(compared({ ...turned, stored: 'x', authority: {}, version: '1.0.0', id: 'y' })).toBe(compared(whole))
  expect(compared({ ...whole, result: {} })).not.toBe(compared(whole))
})
