import { expect, test } from 'vitest'
import { erasingKills } from '../drills/erasing.ts'

test('killed ten times while it erases and seals anew: nothing half, and much of both', async () => {
  const counted = await erasingKills(10, 12)
  expect(counted).toMatchObject({ rounds: 10, half: [] })
  expect(Math.min(counted.there, counted.erased)).toBeGreaterThan(20)
}, 300_000)
