import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hsdsServiceId } from './hsds.ts'
import { sha1, uuidV5 } from './hsds-uuid.ts'

test('SHA-1 is that of the library', () => {
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ minLength: 50, maxLength: 70 }))
  fc.assert(fc.property(bytes, (message) => sha1(message) === createHash('sha1').update(message).digest('hex')))
})

test('the example of RFC 9562, A.4', () => {
  expect(uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
})

test('ids never change', () => {
  expect(hsdsServiceId('hertfordshire', 'emergency-999')).toBe('a865e3ff-5908-5230-b299-c16ccca6a758')
  expect(hsdsServiceId('hertfordshire', 'beacon')).toBe('0aabab44-0818-578c-858f-fe24bd29e92a')
})

test('another pack gives another id', () => {
  expect(hsdsServiceId('elsewhere', 'beacon')).not.toBe(hsdsServiceId('hertfordshire', 'beacon'))
})
