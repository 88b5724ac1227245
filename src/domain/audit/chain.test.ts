import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ChainFault, chainReader, type Entry, type Head, readHeads, said, writeHead } from './chain.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

type Said = Omit<Entry, 'seq' | 'before' | 'hash' | 'at'>
const text = fc.stringMatching(/^[a-z][a-z-]{2,20}$/)
const id = fc.option(fc.uuid(), { nil: null })
const entry: fc.Arbitrary<Said> = fc.record({ person: id, verb: text, object: text, objectId: fc.oneof(fc.uuid(), text), owner: id })

/** Chained by hand, with Node's own hash: not by the function that reads it. */
const chain = (all: readonly Said[]): Entry[] => {
  let before = '00'.repeat(32)
  return all.map((one, at) => {
    const row = { ...one, seq: at + 1, at: `2026-11-30T02:00:00.${String(at).padStart(6, '0')}Z` }
    const hash = createHash('sha256').update(Buffer.from(before, 'hex')).update(said(row)).digest('hex')
    const made = { ...row, before, hash }
    before = hash
    return made
  })
}

const read = (entries: readonly Entry[], published: readonly Head[] = []): ChainFault | null => {
  const reader = chainReader(sha256, published)
  for (const one of entries) {
    const fault = reader.take(one)
    if (fault) return fault
  }
  return reader.end().fault
}

const chains = fc.array(entry, { minLength: 3, maxLength: 12 }).map(chain)

test('entries as they were written follow one another', () => fc.assert(fc.property(chains, (all) => read(all) === null)))

test('one that was changed in any field, taken out, doubled, moved or put in is found', () =>
  fc.assert(
    fc.property(chains, fc.nat(), fc.nat(), fc.constantFrom('change', 'take', 'double', 'swap', 'put'), (all, pick, field, how) => {
      const at = pick % (all.length - 1)
      const one = all[at]
      const next = all[at + 1]
      if (!one || !next) return
      const names = ['at', 'person', 'verb', 'object', 'objectId', 'owner'] as const
      const name = names[field % names.length] ?? 'verb'
      const other = name === 'at' ? '2026-11-30T09:00:00.000000Z' : one[name] === null ? '' : `${one[name]}x`
      const changed: Record<typeof how, Entry[]> = {
        change: all.with(at, { ...one, [name]: other }),
        take: all.toSpliced(at, 1),
        double: all.toSpliced(at, 0, one),
        swap: all.with(at, next).with(at + 1, one),
        put: all.toSpliced(at + 1, 0, { ...one, verb: 'put-in', seq: one.seq + 1 }),
      }
      expect(read(changed[how])).not.toBeNull()
    }),
  ))

test('no two lists of fields read the same', () => {
  const base = { seq: 1, at: 'x', person: null, verb: 'a', object: 'b', objectId: 'c', owner: null }
  const all = [
    base,
    { ...base, person: '' },
    { ...base, person: '-' },
    { ...base, verb: 'ab', object: '' },
    { ...base, verb: 'a1:b', object: '' },
    { ...base, object: 'bc', objectId: '' },
  ]
  expect(new Set(all.map(said)).size).toBe(all.length)
})

test('a whole new chain, and one that was cut off at its end, are found by what was published', () => {
  const all = chain(
    Array.from({ length: 9 }, (_, at) => ({ person: null, verb: `verb-${'abcdefghi'[at]}`, object: 'person', objectId: 'x', owner: null })),
  )
  const heads = readHeads(`Head of the day:\n${writeHead(all[4] as Entry)}\n\n> ${writeHead(all[8] as Entry)} (sent by mail)\n`)
  expect(heads).toHaveLength(2)
  expect(read(all, heads)).toBeNull()
  expect(read(all.slice(0, 8), heads)).toEqual({ fault: 'not-as-published', seq: 9 })
  const anew = chain(all.map(({ verb, ...one }) => ({ ...one, verb: `${verb}x` })))
  expect(read(anew)).toBeNull()
  expect(read(anew, heads)).toEqual({ fault: 'not-as-published', seq: 5 })
})
