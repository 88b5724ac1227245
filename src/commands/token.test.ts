import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashOfToken, makeToken } from './token.ts'

const newToken = (): string => makeToken().token
const isToken = (text: string): boolean => hashOfToken(text) !== null

test('what was made is a token, no two are the same, and neither are what is kept of them', () => {
  const all = Array.from({ length: 500 }, makeToken)
  expect(all.map(({ token }) => hashOfToken(token))).toEqual(all.map(({ hash }) => hash))
  expect([new Set(all.map(({ token }) => token)).size, new Set(all.map(({ hash }) => hash.toString('hex'))).size]).toEqual([500, 500])
})

test('a token is read in one way only', () => {
  const token = newToken()
  const others = [`${token}=`, ` ${token}`, `${token}\n`, token.slice(1), `${token}A`, `${token.slice(0, 42)}B`, `${token.slice(1)}+`, '']
  expect(others.filter(isToken)).toEqual([])
})

test('whatever else is sent is none, unless it is 32 bytes as we would write them', () =>
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.stringMatching(/^[\w-]{42,44}$/)), (text) => {
      const bytes = Buffer.from(text, 'base64url')
      expect(isToken(text)).toBe(bytes.length === 32 && bytes.toString('base64url') === text)
    }),
  ))
