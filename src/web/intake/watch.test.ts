import { expect, test } from 'vitest'
import type { IntakeParts } from '../../commands/intake/parts.ts'
import { watchIntake } from './watch.ts'

type Door = NonNullable<ReturnType<IntakeParts['door']>>

const row = { read_at: null, key_ready: true, closed_at: null, key: null, covered_until: null, coordinators: ['watford'] }

test('the desk is asked in the background, once at a time, however many ask; a database that fails is none', async () => {
  let [asked, fails] = [0, false]
  const intake: Door['intake'] = async () => {
    asked += 1
    if (fails) throw new Error('not what we know')
    return { rows: [row as never] }
  }
  const watch = watchIntake({ door: () => ({ intake, reporter: intake, attend: intake, close: async () => {} }) }, 60_000)
  expect(watch.standing()).toBeNull()
  await Promise.all([watch.look(), watch.look(), watch.look()])
  for (let n = 0; n < 1000; n += 1) watch.standing()
  expect([asked, watch.standing()?.keyReady]).toEqual([1, true])
  fails = true
  await watch.look()
  expect(watch.standing()).toBeNull()
  watch.stop()
})
