import { expect, test } from 'vitest'
import { missing, outcome } from '../../src/domain/flow/route.ts'
import { rules } from '../../src/domain/pathway/rules.ts'
import { groupOf } from '../../src/domain/services/arrange.ts'
import { serviceState } from '../../src/domain/services/state.ts'
import { realPack } from '../support/real-pack.ts'
import { personas } from './personas.ts'

const { flows, services, calendar, partnership } = realPack()
const flow = flows.get('pathway')?.flow
if (!flow) throw new Error('the pack has no pathway')

test('there are at least sixty, and every outcome and action is met by one of them', () => {
  expect(personas.length).toBeGreaterThanOrEqual(60)
  const met = new Set(personas.flatMap(({ actions }) => actions))
  expect(flow.actions.map(({ id }) => id).filter((id) => !met.has(id))).toEqual([])
})

test.each(personas)('$name: $who', ({ answers, actions, forbidden = [], at, open }) => {
  const now = Temporal.Instant.from(at)
  const world = { rules, today: now.toZonedDateTimeISO(partnership.timezone).toPlainDate() }
  expect(missing(flow, answers, world)).toEqual([])
  const reached = outcome(flow, answers, world)
  expect(reached?.actions.map(({ id }) => id)).toEqual(actions)
  const known = new Set(flow.actions.map(({ id }) => id))
  expect(forbidden.filter((id) => !known.has(id))).toEqual([])
  expect(forbidden.filter((id) => actions.includes(id))).toEqual([])
  const named = new Set(reached?.actions.flatMap((action) => action.services))
  const lines = services.filter(({ id, phone }) => named.has(id) && phone && phone !== 'unknown')
  expect(
    lines
      .filter((service) => groupOf(serviceState(service, now, calendar)) === 'open')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(open.toSorted())
})
