import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roomIn } from './room.ts'

const mega = 1024 * 1024

test('however many cores, what draws has its 500 MB beside a site of 150; where it has not, it draws alone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 64, max: 64_000 }), fc.integer({ min: 1, max: 128 }), (megas, cores) => {
      const { most, alone } = roomIn(megas * mega, cores)
      expect(most).toBeGreaterThanOrEqual(1)
      expect(most).toBeLessThanOrEqual(cores)
      if (!alone) expect(most * 500 + 150).toBeLessThanOrEqual(megas)
    }),
  )
  expect(roomIn(512 * mega, 8)).toEqual({ most: 1, alone: true })
  expect(roomIn(16_000 * mega, 8)).toEqual({ most: 8, alone: false })
})
