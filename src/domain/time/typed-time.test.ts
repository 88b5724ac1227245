import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTypedTime } from './typed-time.ts'

test.each([
  ['5:30pm', '17:30'],
  ['5.30 PM', '17:30'],
  ['1730', '17:30'],
  [' 08:00 ', '08:00'],
  ['8am', '08:00'],
  ['12am', '00:00'],
  ['12:15 p.m.', '12:15'],
  ['midnight', '00:00'],
  ['noon', '12:00'],
])('%s', (typed, time) => expect(String(readTypedTime(typed))).toBe(`${time}:00`))

test.each(['', '8', '24:00', '17:60', '13pm', '0am', '5:3pm', 'teatime', '1:30:00', '-1:00', '५:30'])('%s is no time', (typed) =>
  expect(readTypedTime(typed)).toBeNull(),
)

test('whatever is typed, it is a time or none, and each time of the 24-hour clock is read', () => {
  fc.assert(fc.property(fc.string(), (typed) => void readTypedTime(typed)))
  for (let minutes = 0; minutes < 1440; minutes += 1) {
    const time = new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60)
    expect(readTypedTime(String(time).slice(0, 5))?.equals(time)).toBe(true)
  }
})
