import { expect, test } from 'vitest'
import { readTypedTime } from '../domain/time/typed-time.ts'
import { clock } from './when.ts'

test('each time of day as it is written is read as that time', () => {
  for (let minutes = 0; minutes < 1440; minutes += 1) {
    const time = new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60)
    expect(readTypedTime(clock(time))?.equals(time)).toBe(true)
  }
})
