import { expect, test } from 'vitest'
import { certificatesAt, tickedBefore, wouldCountTwice } from './confirming.ts'

const entry = (id: string, name: string, more: Partial<Parameters<typeof tickedBefore>[0][number]> = {}) => ({
  ...{ id, name, organisation: 'Chalkhill Housing', state: 'entered' as const, leftOut: false },
  ...more,
})

test('of one name at one workplace the first is ticked, and nobody who is counted or was left out', () => {
  const list = [
    entry('a', 'Abi Lychgate'),
    entry('b', 'abi  LYCHGATE'),
    entry('c', 'Abi Lychgate', { organisation: 'Watford Borough Council' }),
    entry('d', 'Ben Packhorse', { state: 'confirmed' }),
    entry('e', 'Ben Packhorse', { organisation: 'Watford Borough Council' }),
    entry('f', 'Cass Ford', { leftOut: true }),
  ]
  expect(tickedBefore(list)).toEqual(['a', 'c'])
  expect(wouldCountTwice(list, ['a', 'f'])).toEqual([])
  expect(wouldCountTwice(list, ['a', 'b', 'e'])).toEqual(['Abi Lychgate', 'Ben Packhorse'])
})

test('certificates wait for an hour after the end and half an hour after confirming, whichever is later', () => {
  const ends = Temporal.Instant.from('2026-11-30T11:00Z')
  expect(String(certificatesAt(ends, ends.subtract({ minutes: 20 })))).toBe('2026-11-30T12:00:00Z')
  expect(String(certificatesAt(ends, ends.add({ minutes: 50 })))).toBe('2026-11-30T12:20:00Z')
})
