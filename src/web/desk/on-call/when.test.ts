import { expect, test } from 'vitest'
import { until } from './when.ts'

const t = ((id: string, values: object) => `${id} ${Object.values(values).join(' ')}`) as unknown as Parameters<typeof until>[0]['t']
const zoned = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`)
const said = (now: string, ends: string) => until({ t, local: zoned(now) }, { ends: zoned(ends).toInstant() })

test.each([
  ['in the night, to this morning', '2026-11-30T02:00', '2026-11-30T08:00', 'on-call.until 8am'],
  ['in the morning, to the next', '2026-11-30T08:11', '2026-12-01T08:00', 'on-call.until-tomorrow 8am'],
  ['in the evening, to the morning', '2026-11-30T23:50', '2026-12-01T08:00', 'on-call.until-tomorrow 8am'],
  ['to midnight, which ends today', '2026-11-30T18:00', '2026-12-01T00:00', 'on-call.until midnight'],
  ['to midnight tomorrow', '2026-11-30T18:00', '2026-12-02T00:00', 'on-call.until-tomorrow midnight'],
  ['to a later day', '2026-11-30T18:00', '2026-12-03T08:00', 'on-call.until-day 8am Thursday 3 December'],
  ['over the night in which the clocks change', '2026-10-24T20:00', '2026-10-25T08:00', 'on-call.until-tomorrow 8am'],
])('until when someone is on call, %s', (_, now, ends, expected) => {
  expect(said(now, ends)).toBe(expected)
})
