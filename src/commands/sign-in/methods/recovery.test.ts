import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codesGiven, findRecoveryCode, makeRecoveryCodes } from './recovery.ts'

test('ten codes of 80 bits, in groups without letters that look alike; of each its SHA-256 is kept', () => {
  const { codes, hashes } = makeRecoveryCodes()
  expect([codes.length, new Set(codes).size, codesGiven]).toEqual([10, 10, 10])
  for (const code of codes) expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(hashes).toEqual(codes.map((code) => createHash('sha256').update(code.replaceAll('-', '')).digest()))
})

test('each is found however it is typed', () => {
  const { codes, hashes } = makeRecoveryCodes()
  codes.forEach((code, i) => {
    const lookAlike = code.replace(/1/g, (_, at) => (at % 2 ? 'l' : 'I')).replace(/0/g, 'o')
    for (const typed of [
      code,
      code.toLowerCase(),
      ` ${code.replaceAll('-', ' ')}\n`,
      code.replaceAll('-', ''),
      code.replaceAll('-', '–'),
      lookAlike,
    ])
      expect(findRecoveryCode(typed, hashes)).toBe(i)
  })
})

test('a code that was used is crossed out and opens no more; the others do', () => {
  const { codes, hashes } = makeRecoveryCodes()
  const left = hashes.filter((_, i) => i !== 3)
  expect([codes[3], codes[4]].map((code) => findRecoveryCode(code ?? '', left))).toEqual([null, 3])
})

test('anything else is none, with the hash of nothing among those kept too', () => {
  const { codes, hashes } = makeRecoveryCodes()
  for (const typed of ['', '-', (codes[0] ?? '').slice(1), `${codes[0]}0`, 'U'.repeat(16), 'x'.repeat(1e6)]) {
    expect(findRecoveryCode(typed, hashes)).toBe(null)
    expect(findRecoveryCode(typed, [])).toBe(null)
  }
  const nothing = createHash('sha256').digest()
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(findRecoveryCode(typed, [...hashes, nothing, Buffer.alloc(31)])).toBe(null)
    }),
  )
})
