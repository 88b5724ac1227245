import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sealedCarrier } from './carrier.ts'
import { fieldsOf } from './fields.ts'
import { mostSealed } from './seal.ts'
import { testSealer } from './sealer-fixtures.ts'

const sealer = testSealer()
const read = (opened: unknown) => (typeof opened === 'string' ? { carried: opened } : ({ refused: 'check.lost' } as const))

test('the longest that may travel is opened again, and a byte more is not', () => {
  const carrier = sealedCarrier<string>(sealer, 'a 1', { read })
  const longest = 'x'.repeat(Math.floor(mostSealed) - 2)
  expect(carrier.open(carrier.keep(longest))).toEqual({ carried: longest })
  expect(carrier.open(carrier.keep(`${longest}xxxx`))).toEqual({ refused: 'check.lost' })
})

test('what another form sealed says nothing here', () => {
  const [one, other] = ['a 1', 'a 2'].map((purpose) => sealedCarrier<string>(sealer, purpose, { read }))
  expect(other?.open(one?.keep('x') ?? '')).toEqual({ refused: 'check.lost' })
})

test('whatever is posted, a field is what was sent under its name', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'a-day', 'a-0-b', 'a-12-b', '__proto__'), fc.string())), (pairs) => {
      const fields = fieldsOf(new URLSearchParams(pairs))
      const valuesOf = (name: string): string[] => pairs.filter(([one]) => one === name).map(([, value]) => value)
      expect(fields.several('a')).toEqual([...new Set(valuesOf('a'))])
      expect(fields.text('a')).toBe(valuesOf('a')[0] ?? null)
      expect(fields.has('__proto__')).toBe(valuesOf('__proto__').length > 0)
      expect(fields.date('a', 3)).toEqual(valuesOf('a-day').length ? { day: valuesOf('a-day')[0]?.slice(0, 3), month: '', year: '' } : null)
      expect(fields.rows('a', 9)).toEqual([0, 12].filter((row) => valuesOf(`a-${row}-b`).length))
    }),
  ))
