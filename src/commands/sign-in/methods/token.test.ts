import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashOfToken, makeToken } from './token.ts'

test('what was made is found by what is kept, and no two are the same', () => {
  const all = Array.from({ length: 500 }, makeToken)
  for (const { token, hash } of all) expect(hashOfToken(token)).toEqual(hash)
  expect(new Set(all.map(({ token }) => token)).size).toBe(500)
  expect(makeToken().hash).toHaveLength(32)
})

test('a token is read in one way only', () => {
  const { token } = makeToken()
  const others = [
    `${token}=`,
    ` ${token}`,
    `${token}\n`,
    token.slice(1),
    `${token}A`,
    `${token.slice(0, 42)}B`,
    `${token.slice(1)}+`,
    '',
    'a'.repeat(1e6),
  ]
  expect(others.map(hashOfToken)).toEqual(others.map(() => null))
})

test('whatever else is sent is none, or is the hash of 32 bytes', () =>
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.stringMatching(/^[\w-]{42,44}$/)), (text) => {
      const hash = hashOfToken(text)
      if (hash) expect(Buffer.from(text, 'base64url').toString('base64url')).toBe(text)
      expect(hash === null || hash.length === 32).toBe(true)
    }),
  ))
