import { expect, test } from 'vitest'
import { answeredIn } from './answered.ts'
import { readStatement } from './statement.ts'

const course = {
  ...{ id: 'basic', taught: '222222222222' },
  tiers: [{ id: 'everyone' }],
  releases: [{ taught: '222222222222' }, { taught: '111111111111' }],
  parts: [{ check: [{ id: 'q-999' }, { id: 'signs' }] }],
} as unknown as Parameters<typeof answeredIn>[1]

const name = 'basic-everyone-222222222222'
const says = (more: Record<string, unknown>) => {
  const read = readStatement({
    actor: { mbox: 'mailto:abi@example.org' },
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
    object: { id: `https://lms.example.org/${name}/q-999` },
    result: { success: false },
    ...more,
  })
  if ('fault' in read) throw new Error(read.fault)
  return answeredIn(read, course)
}
const within = (id: string, extra: object = {}) => ({ contextActivities: { parent: [{ id, ...extra }] } })
const external = 'https://w3id.org/learning-analytics/learning-management-system/external-id'

test('an answer is read where the question and the package are named, in whichever of their places', () => {
  const first = { question: 'q-999', version: '222222222222', right: false }
  expect(says({})).toEqual(first)
  expect(says({ verb: { id: 'http://adlnet.gov/expapi/verbs/responded' }, result: { success: true } })).toEqual({ ...first, right: true })
  expect(says({ object: { id: 'urn:x:q-999' }, context: within(`https://lms.example.org/${name}#sco`) })).toEqual(first)
  const numbered = within('https://lms.example.org/mod/7', { definition: { extensions: { [external]: name } } })
  expect(says({ object: { id: 'https://lms.example.org/mod/7/signs' }, context: numbered })).toEqual({ ...first, question: 'signs' })
  const grouping = { contextActivities: { grouping: { id: `https://lms.example.org/${name}` } } }
  expect(says({ object: { id: 'https://lms.example.org/a.q-999' }, context: grouping })).toEqual(first)
  const update = 'https://lms.example.org/basic-everyone-update-111111111111-222222222222/signs'
  expect(says({ object: { id: update } })).toEqual({ ...first, question: 'signs' })
})

test('anything else is no answer of ours', () => {
  const no: readonly Record<string, unknown>[] = [
    { verb: { id: 'http://adlnet.gov/expapi/verbs/passed' } },
    { result: {} },
    { result: { success: false }, actor: { objectType: 'Group', mbox: 'mailto:all@example.org' } },
    { object: { id: 'https://lms.example.org/q-999' } },
    { object: { id: `https://lms.example.org/${name}/my-signs` } },
    { object: { id: `https://lms.example.org/${name}/q-1` } },
    { object: { id: 'https://lms.example.org/basic-everyone-333333333333/q-999' } },
    { object: { id: 'https://lms.example.org/basic-nobody-222222222222/q-999' } },
    { object: { id: 'https://lms.example.org/basic-everyone-222222222222a/q-999' } },
  ]
  expect(no.map(says)).toEqual(no.map(() => null))
})
