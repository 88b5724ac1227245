import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loggedError } from './log-error.ts'

const looksLikeCall = '\n    at secret (/srv/secret.js:1:2)'
const thrown = (error: unknown): unknown => {
  try {
    throw error
  } catch (caught) {
    return caught
  }
}

test('it says the class, the code and the calls', () => {
  const system = Object.assign(new RangeError('x'), { code: 'ENOSPC' })
  const logged = loggedError(thrown(system))
  expect(logged).toMatchObject({ class: 'RangeError', code: 'ENOSPC' })
  expect(logged.stack?.split('\n')[0]).toMatch(/^at .*log-error\.test\.ts:\d+:\d+\)?$/)
  expect(loggedError('text')).toEqual({ class: 'string' })
  expect(loggedError(new Error('x', { cause: new TypeError('y') })).cause?.class).toBe('TypeError')
})

test('a fault that came from another process keeps its class and its calls', () => {
  const far = Object.assign(new Error('x'), { name: 'PressFault', stack: 'PressFault: x\n    at draw (file:///srv/worker.js:7:9)' })
  expect(loggedError(far)).toEqual({ class: 'PressFault', stack: 'at draw (file:///srv/worker.js:7:9)' })
})

test('no word of a message, whatever the message and whatever a library puts beside it', () => {
  const parts = fc.array(fc.constantFrom('secret', ': ', '\n', looksLikeCall, 'Error', 'Error: ', '    at ', '(', ':1:2)'), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(parts, parts, (first, second) => {
      const error = Object.assign(new TypeError(first.join(''), { cause: new Error(second.join('')) }), {
        detail: 'Key (phone)=(secret)',
        input: ['secret'],
        code: 'secret',
        name: 'secret',
      })
      expect(JSON.stringify(loggedError(error))).not.toContain('secret')
      // A library that mends the message afterwards: what stands at the head of the stack is then not known.
      error.message = 'other'
      expect(JSON.stringify(loggedError(error))).not.toContain('secret')
    }),
    { numRuns: 500 },
  )
})
