import { expect, test } from 'vitest'
import { london, row, service } from './fixtures.ts'
import type { Weekday } from './service.ts'
import { serviceState } from './state.ts'

/** One row, and what it says at an instant: `open` or `closed`, and until when. All in UTC, where no hour is missing. */
const hours = (days: Weekday[], opens: string, closes: string) => service({ schedule: [row({ days, opens, closes })] })

test.each<[string, Weekday[], string, string, string, string, string]>([
  // 29 Mar 2020: 01:00 GMT becomes 02:00 BST, Sunday has 23 hours.
  ['opens before the gap, closes after it', ['sun'], '00:30', '05:00', '2020-03-29T00:30Z', 'open', '2020-03-29T04:00Z'],
  ['closes in the gap: as much later', ['sun'], '00:30', '01:30', '2020-03-29T00:59Z', 'open', '2020-03-29T01:30Z'],
  ['opens in the gap: as much later', ['sun'], '01:30', '05:00', '2020-03-29T01:00Z', 'closed', '2020-03-29T01:30Z'],
  ['opens in the gap, closes at its end: not that day', ['sun'], '01:30', '02:00', '2020-03-29T01:30Z', 'closed', '2020-04-05T00:30Z'],
  ['opens at the end of the gap', ['sun'], '02:00', '03:00', '2020-03-29T01:00Z', 'open', '2020-03-29T02:00Z'],
  ['runs from Saturday through the gap', ['sat'], '22:00', '04:00', '2020-03-29T00:59Z', 'open', '2020-03-29T03:00Z'],
  ['from Sunday past its early midnight', ['sun'], '22:00', '00:30', '2020-03-29T23:10Z', 'open', '2020-03-29T23:30Z'],
  ['from Sunday past its early midnight, over', ['sun'], '22:00', '00:30', '2020-03-29T23:30Z', 'closed', '2020-04-05T21:00Z'],
  ['all of the short Sunday', ['sun'], '00:00', '24:00', '2020-03-29T00:00Z', 'open', '2020-03-29T23:00Z'],
  // 25 Oct 2020: 02:00 BST becomes 01:00 GMT, Sunday has 25 hours.
  ['closes in the repeated hour: the first time', ['sun'], '00:00', '01:30', '2020-10-25T00:29Z', 'open', '2020-10-25T00:30Z'],
  ['closed at the second 01:15', ['sun'], '00:00', '01:30', '2020-10-25T01:15Z', 'closed', '2020-11-01T00:00Z'],
  ['opens in the repeated hour: the first time', ['sun'], '01:30', '05:00', '2020-10-25T00:29Z', 'closed', '2020-10-25T00:30Z'],
  ['still open at the second 01:15', ['sun'], '01:30', '05:00', '2020-10-25T01:15Z', 'open', '2020-10-25T05:00Z'],
  ['runs from Saturday through it', ['sat'], '22:00', '02:00', '2020-10-25T01:59Z', 'open', '2020-10-25T02:00Z'],
  ['all of the long Sunday', ['sun'], '00:00', '24:00', '2020-10-24T23:00Z', 'open', '2020-10-26T00:00Z'],
  // Midnights and leap days.
  ['ends at midnight', ['mon'], '20:00', '00:00', '2019-08-05T22:59Z', 'open', '2019-08-05T23:00Z'],
  ['ends at 24:00, which is the same', ['mon'], '20:00', '24:00', '2019-08-05T22:59Z', 'open', '2019-08-05T23:00Z'],
  ['two days on end are one', ['mon', 'tue'], '00:00', '24:00', '2019-08-05T12:00Z', 'open', '2019-08-06T23:00Z'],
  ['Sunday and Monday on end', ['mon', 'sun'], '00:00', '24:00', '2019-08-04T12:00Z', 'open', '2019-08-05T23:00Z'],
  ['a day from eight to eight', ['mon'], '08:00', '08:00', '2019-08-06T06:59Z', 'open', '2019-08-06T07:00Z'],
  ['Sat 29 Feb 2020', ['sat'], '09:00', '17:00', '2020-02-29T09:00Z', 'open', '2020-02-29T17:00Z'],
  ['Thu 29 Feb 2024, past midnight', ['thu'], '20:00', '04:00', '2024-03-01T03:59Z', 'open', '2024-03-01T04:00Z'],
  ['Tue 29 Feb 2028', ['tue'], '09:00', '17:00', '2028-02-28T17:00Z', 'closed', '2028-02-29T09:00Z'],
])('%s', (_, days, opens, closes, at, state, until) => {
  const found = serviceState(hours(days, opens, closes), Temporal.Instant.from(at), london)
  expect([found.state, found.until?.toInstant()]).toEqual([state, Temporal.Instant.from(until)])
  expect(found.opens?.toInstant() ?? null).toEqual(state === 'closed' ? Temporal.Instant.from(until) : null)
})
