import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldLife, makeSealer } from './seal.ts'
import type { Secret } from './secrets.ts'

const secretOf = (id: string): Secret => ({ id, bytes: randomBytes(32) })
const start = Temporal.Instant.from('2026-11-29T21:00Z')

/** A site with these secrets, the last of which seals; `clock.now` may be moved. */
const siteWith = (...secrets: Secret[]) => {
  const clock = { now: start }
  const sealer = makeSealer(
    { newest: () => secrets.at(-1) as Secret, withId: (id) => secrets.find((secret) => secret.id === id) },
    () => clock.now,
  )
  return { ...sealer, secrets, clock }
}

test('a page left open for a day goes on; a second longer, and it does not; a clock set back meanwhile changes nothing', () => {
  const { seal, open, clock } = siteWith(secretOf('00000001'))
  const field = seal(['no'], 'a 1')
  fc.assert(
    fc.property(fc.integer({ min: -2 * fieldLife, max: 2 * fieldLife }), (seconds) => {
      clock.now = start.add({ seconds })
      expect(open(field, 'a 1')).toEqual(Math.abs(seconds) <= fieldLife ? ['no'] : undefined)
    }),
    { examples: [[fieldLife], [fieldLife + 1], [-600]] },
  )
})

test('the newest secret seals; an older one opens for as long as it is there', () => {
  const [old, next] = [secretOf('00000001'), secretOf('00000002')]
  const before = siteWith(old)
  const [first, second] = [before.seal('x', 'a 1'), siteWith(old, next).seal('x', 'a 1')]
  expect(siteWith(old, next).open(first, 'a 1')).toBe('x')
  expect([before.open(second, 'a 1'), siteWith(next).open(second, 'a 1')]).toEqual([undefined, 'x'])
  expect(siteWith(next).open(first, 'a 1')).toBe(undefined)
  // The id of a secret is all that anybody may choose.
  expect(siteWith({ ...next, id: old.id }).open(first, 'a 1')).toBe(undefined)
})

test('no letter of a field may be changed, and the time does not stand in it for others to read', () => {
  const { seal, open } = siteWith(secretOf('00000001'))
  const bytes = Buffer.from(seal('x', 'a 1'), 'base64url')
  for (const [at] of bytes.entries()) {
    const other = Buffer.from(bytes)
    other[at] = (other[at] ?? 0) ^ 1
    expect(open(other.toString('base64url'), 'a 1')).toBe(undefined)
  }
  const time = Buffer.alloc(4)
  time.writeUInt32BE(start.epochMilliseconds / 1000)
  expect(bytes.includes(time)).toBe(false)
})
