import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Asked, fresh, keep, type Progress, recall, resultOf, timespan12, timespan2004 } from './record.ts'

const asked: Asked = {
  learnt: 'basic-everyone-0123456789ab',
  parts: ['one', 'two', 'check'],
  checks: { check: { a: 'x', b: 'y', c: 'x', d: 'y' } },
  pass: 75,
}
const some = (...from: string[]) => fc.uniqueArray(fc.constantFrom(...from))
const progress: fc.Arbitrary<Progress> = fc.record({
  at: fc.constantFrom('', ...asked.parts),
  seen: some(...asked.parts),
  answers: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('x', 'y')).map((answers) => ({ ...answers })),
  checked: some('check'),
  passed: fc.constantFrom(null, '2026-11-27'),
})

test('what is kept comes back as it was', () => {
  fc.assert(
    fc.property(progress, (given) => {
      expect(recall(keep(given, asked.learnt), asked)).toEqual(given)
    }),
  )
})

test('whatever a learning system gives back, the course begins, and only with parts and questions that it has', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    fc.array(fc.jsonValue()).map((rest) => JSON.stringify([2, asked.learnt, ...rest])),
  )
  fc.assert(
    fc.property(anything, (kept) => {
      const { at, seen, answers, checked } = recall(kept, asked)
      expect(['', ...asked.parts]).toContain(at)
      expect(asked.parts).toEqual(expect.arrayContaining([...seen]))
      expect(['a', 'b', 'c', 'd']).toEqual(expect.arrayContaining(Object.keys(answers)))
      expect(['check']).toEqual(expect.arrayContaining([...checked]))
    }),
  )
})

test('names that every object has are no questions and no parts', () => {
  const kept = JSON.stringify([2, asked.learnt, 'toString', ['constructor'], { toString: 'x', constructor: 'y' }, ['toString'], 'yes'])
  expect(recall(kept, asked)).toEqual(fresh)
})

test('whoever passed an older version begins this one anew', () => {
  const kept: Progress = { at: 'check', seen: asked.parts, answers: { a: 'x' }, checked: ['check'], passed: '2026-11-27' }
  expect(recall(keep(kept, 'basic-everyone-ba9876543210'), asked)).toEqual(fresh)
  expect(recall(JSON.stringify([1, 'check', asked.parts, {}, ['check'], '2026-11-27']), asked)).toEqual(fresh)
})

test('the result is said when nothing is left to do: three of four pass, two do not, and passed stays passed', () => {
  const after = (answers: Record<string, string>, over: Partial<Progress> = {}) =>
    resultOf({ ...fresh, seen: asked.parts, checked: ['check'], answers, ...over }, asked)
  expect(after({ a: 'x', b: 'y', c: 'x', d: 'x' })).toMatchObject({ right: 3, needed: 3, outcome: 'passed', done: 1 })
  expect(after({ a: 'x', b: 'y', c: 'y', d: 'x' })).toMatchObject({ right: 2, outcome: 'failed' })
  expect(after({ a: 'y', b: 'x', c: 'y', d: 'x' }, { passed: '2026-11-27' }).outcome).toBe('passed')
  expect(after({ a: 'x', b: 'y', c: 'x', d: 'y' }, { seen: ['one', 'check'] })).toMatchObject({ outcome: null, left: ['two'] })
  expect(after({ a: 'x', b: 'y', c: 'x', d: 'y' }, { checked: [] })).toMatchObject({ outcome: null, right: 0, left: ['check'] })
})

test('lengths of time can be read back to the second', () => {
  const most = (9999 * 3600 + 3599) * 1000
  fc.assert(
    fc.property(fc.integer({ min: 0, max: most }), (milliseconds) => {
      const seconds = Math.floor(milliseconds / 1000)
      const [, h = '', m = '', s = ''] = /^(\d{4}):(\d\d):(\d\d)\.00$/.exec(timespan12(milliseconds)) ?? []
      expect(Number(h) * 3600 + Number(m) * 60 + Number(s)).toBe(seconds)
      expect(Math.max(Number(m), Number(s))).toBeLessThan(60)
      expect(Temporal.Duration.from(timespan2004(milliseconds)).total('seconds')).toBe(seconds)
    }),
  )
  expect(timespan12(Number.MAX_SAFE_INTEGER)).toBe('9999:59:59.00')
  expect([timespan12(-5000), timespan2004(-5000)]).toEqual(['0000:00:00.00', 'PT0H0M0S'])
})
