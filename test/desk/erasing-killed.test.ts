import { expect, test } from 'vitest'
import { erasingKills } from '../drills/erasing.ts'

test('killed twice while it erases and seals anew: each concern is whole, or gone with its key', async () => {
  const counted = await erasingKills(2)
  expect(counted).toMatchObject({ rounds: 2, half: [] })
  expect(counted.there + counted.erased).toBe(24)
})
