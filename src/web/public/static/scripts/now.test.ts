import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shippedPack } from '../../../../content/fixtures.ts'
import { beacon, helpline, row, service } from '../../../../domain/services/fixtures.ts'
import { serviceState } from '../../../../domain/services/state.ts'
import { stateTimeline } from '../../../../domain/services/state-timeline.ts'
import { lookOf, stateWords } from '../../../components/state.tsx'
import { renderContext } from '../../../context/render-context.ts'
import { publicSite } from '../../site.ts'
import { statesIn } from './now.ts'
import { stateIn } from './states.ts'

const { pack } = shippedPack('hertfordshire')
if (!pack) throw new Error('the shipped pack has faults')
const locale = publicSite({
  pack,
  assets: { url: () => '', all: [], favicon: Buffer.of(), icon: '' },
  origin: 'https://waymark.example.org',
})

/** Hours that are hard: past midnight, no rule for bank holidays, a review and a closure on the way, rows that begin later. */
const lines = [
  beacon,
  helpline,
  service({ id: 'night', schedule: [row({ days: ['fri', 'sat'], opens: '22:00', closes: '06:00', bank_holidays: 'closed' })] }),
  service({
    id: 'office',
    review: '2026-05-01',
    schedule: [row({ days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '09:00', closes: '17:30', bank_holidays: 'unknown' })],
    closures: [{ from: '2026-12-24T12:00', to: '2026-12-29', note: 'x', source: 'a test', source_date: '2026-12-01' }],
  }),
  service({ id: 'later', schedule: [row({ opens: '10:00', closes: '24:00', valid_from: '2026-10-25' })] }),
]

/** A year with both clock changes and every bank holiday. */
const [from, to] = ['2026-01-10T11:07:00Z', '2027-02-14T11:07:00Z'].map((text) => Temporal.Instant.from(text))

test.each(lines.map((line) => [line.id, line] as const))('%s: at every minute the script says what a served page would', (id, line) => {
  if (!from || !to) throw new Error('no time')
  const states = statesIn(locale, from, to, [{ service: line, steps: stateTimeline(line, from, to, pack.calendar) }])
  const said = (ms: number) => {
    const at = Temporal.Instant.fromEpochMilliseconds(ms)
    const state = serviceState(line, at, pack.calendar)
    return [lookOf(state), stateWords(renderContext(locale, at), line, state)]
  }
  const agree = (ms: number): void => {
    expect([ms, stateIn(states, id, Math.floor(ms / 60_000))]).toEqual([ms, said(ms)])
  }
  fc.assert(fc.property(fc.integer({ min: from.epochMilliseconds, max: to.epochMilliseconds - 1 }), agree), {
    numRuns: process.env.WAYMARK_ALL ? 300 : 103,
  })
  // And on either side of each change.
  for (const { at } of stateTimeline(line, from, to, pack.calendar))
    for (const ms of [at.epochMilliseconds - 1, at.epochMilliseconds]) if (ms >= from.epochMilliseconds) agree(ms)
})

test('before it was made it says nothing; when all has grown old, that hours are not confirmed', () => {
  if (!from || !to) throw new Error('no time')
  const states = statesIn(locale, from, to, [{ service: helpline, steps: stateTimeline(helpline, from, to, pack.calendar) }])
  expect(stateIn(states, helpline.id, 0)).toBeNull()
  expect(stateIn(states, 'no-such-line', states.from)).toBeNull()
  expect(stateIn(states, helpline.id, states.to)).toEqual(['ask time', 'Hours not confirmed'])
})
