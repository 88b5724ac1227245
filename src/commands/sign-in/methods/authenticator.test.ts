import { createHmac, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeSecret, openSecret, otpauthAddress, sealSecret, secretToType, stepOfCode } from './authenticator.ts'

const at = (seconds: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
const secret = Buffer.from('12345678901234567890')

/** RFC 4226 section 5.3, without the library. */
const codeOf = (key: Uint8Array, step: number): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', key).update(counter).digest()
  return String((mac.readUInt32BE((mac[19] ?? 0) & 15) & 0x7fffffff) % 1e6).padStart(6, '0')
}

// RFC 6238, appendix B (SHA-1): the last six of its eight digits.
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at %i the code is %s', (seconds, code) => {
  expect([stepOfCode(secret, code, at(seconds), null), codeOf(secret, Math.floor(seconds / 30))]).toEqual([Math.floor(seconds / 30), code])
})

test('a phone that is a step behind or ahead is right, and one that is two is not', () => {
  const step = 57_000_000
  // Whenever in its thirty seconds.
  for (const within of [0, 15, 29])
    for (const off of [-2, -1, 0, 1, 2])
      expect(stepOfCode(secret, codeOf(secret, step + off), at(step * 30 + within), null)).toBe(Math.abs(off) < 2 ? step + off : null)
})

test('a code passes once, and none of an earlier step after it', () => {
  const step = 57_000_000
  const used = stepOfCode(secret, codeOf(secret, step), at(step * 30), null)
  expect([-1, 0, 1].map((off) => stepOfCode(secret, codeOf(secret, step + off), at(step * 30 + 20), used))).toEqual([null, null, step + 1])
  expect(stepOfCode(secret, codeOf(secret, step + 1), at(step * 30 + 20), step + 1)).toBe(null)
  // The clock was set back since.
  expect(stepOfCode(secret, codeOf(secret, step), at(step * 30), step + 1000)).toBe(null)
})

test('spaces do not matter; anything else is judged, and wrong', () => {
  expect([' 287 082 ', '287 082'].map((typed) => stepOfCode(secret, typed, at(59), null))).toEqual([1, 1])
  const wrong = [
    '',
    '28708',
    '2870823',
    'abcdef',
    '２８７０８２',
    '-28708',
    '28708.',
    '1e5',
    '287082 '.repeat(1e5),
    '٢٨٧٠٨٢',
    '\0\0\0\0\0\0',
  ]
  for (const typed of wrong) expect(stepOfCode(secret, typed, at(59), null)).toBe(null)
})

test('whatever is typed whenever, after whatever was used: a step in reach, or none, and no error', () =>
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^\d{5,7}$/), fc.constant('right')),
      fc.nat(4_000_000_000),
      fc.option(fc.nat(200_000_000)),
      (typed, seconds, last) => {
        const now = Math.floor(seconds / 30)
        const step = stepOfCode(secret, typed === 'right' ? codeOf(secret, now) : typed, at(seconds), last)
        if (typed === 'right') expect(step).toBe(last !== null && last >= now ? null : now)
        else if (step !== null) expect(Math.abs(step - now) <= 1 && step > (last ?? -1)).toBe(true)
      },
    ),
  ))

test('an app is given the secret by an address, or to be typed', () => {
  const address = new URL(otpauthAddress(secret, { issuer: 'Waymark: Hertfordshire', account: 'sam:o@example.org' }))
  expect([address.protocol, address.host, decodeURIComponent(address.pathname)]).toEqual([
    'otpauth:',
    'totp',
    '/Waymark Hertfordshire:samo@example.org',
  ])
  expect([address.searchParams.get('secret'), address.searchParams.get('issuer')]).toEqual([
    'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
    'Waymark Hertfordshire',
  ])
  expect(secretToType(secret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  expect([makeSecret().length, makeSecret().equals(makeSecret())]).toEqual([20, false])
})

test('a kept secret opens for its person, under its key, as it was; with any byte changed it does not', () => {
  const [key, own] = [randomBytes(32), makeSecret()]
  const box = sealSecret(key, own, 'anna')
  expect([openSecret(key, box, 'anna'), openSecret(key, box, 'ben'), openSecret(randomBytes(32), box, 'anna')]).toEqual([own, null, null])
  for (let i = 0; i < box.length; i++) {
    const changed = Buffer.from(box)
    changed[i] = (changed[i] ?? 0) ^ 1
    expect(openSecret(key, changed, 'anna')).toBe(null)
  }
  for (const other of [Buffer.alloc(0), box.subarray(1), box.subarray(0, 28), box.subarray(0, 20), Buffer.concat([box, Buffer.alloc(1)])])
    expect(openSecret(key, other, 'anna')).toBe(null)
})
