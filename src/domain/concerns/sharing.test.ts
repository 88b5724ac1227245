import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharings } from './concern.ts'
import {
  askToShare,
  atOnceReasons,
  decideSharing,
  endWithConcern,
  isAtOnce,
  isFaulty,
  isWithin,
  lookBy,
  type SharingDecision,
  sendShared,
  shareAtOnce,
  standingOf,
  withdrawAsk,
} from './sharing.ts'

const people = fc.constantFrom('owner', 'second', 'third')
const reasons = fc.constantFrom(...atOnceReasons, 'other-adults-at-risk', 'legal-duty-or-court-order')
const instants = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000))
const starts = fc.record({ by: people, at: instants, reason: reasons, owner: fc.constant('owner'), closed: fc.boolean() })
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('decide' as const), by: people, outcome: fc.constantFrom('approved' as const, 'refused' as const) }),
    fc.record({ do: fc.constant('send' as const), at: instants, closed: fc.boolean() }),
    fc.constant({ do: 'withdraw' as const }),
    fc.constant({ do: 'close' as const }),
  ),
  { maxLength: 8 },
)
type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never

const taken = (decision: SharingDecision, step: Step): SharingDecision => {
  const next =
    step.do === 'decide'
      ? decideSharing(decision, step)
      : step.do === 'send'
        ? sendShared(decision, step)
        : step.do === 'withdraw'
          ? withdrawAsk(decision)
          : endWithConcern(decision)
  return isFaulty(next) ? decision : next
}

/** Every state that a decision passes through, whatever is tried. */
const courses = fc.record({ start: starts, atOnce: fc.boolean(), steps }).map(({ start, atOnce, steps }) => {
  const first = (atOnce ? shareAtOnce : askToShare)(start)
  if (isFaulty(first)) return { start, atOnce, states: [] }
  const states = [first]
  for (const step of steps) states.push(taken(states.at(-1) ?? first, step))
  return { start, atOnce, states }
})

const always = (holds: (state: SharingDecision, before: SharingDecision | undefined) => boolean) =>
  fc.assert(fc.property(courses, ({ states }) => states.every((state, at) => holds(state, states[at - 1]))))

test('nobody approves or refuses what they asked for', () => {
  always(({ askedBy, outcome, decidedBy }) =>
    outcome === 'approved' || outcome === 'refused' ? decidedBy !== null && decidedBy !== askedBy : true,
  )
})

test('nothing leaves before a second person agreed, except where a life or a child is at risk', () => {
  always(({ sentAt, outcome, urgent, reason }) => sentAt === null || outcome === 'approved' || (urgent && isAtOnce(reason)))
})

test('what was decided stays decided, and what left stays sent', () => {
  always(
    (state, before) =>
      !before ||
      ((before.outcome === null || before.outcome === state.outcome) && (before.sentAt === null || before.sentAt === state.sentAt)),
  )
})

test('only the owner shares at once, only for those reasons, and never what is closed', () => {
  fc.assert(
    fc.property(starts, (start) => {
      const allowed = !start.closed && start.by === start.owner && isAtOnce(start.reason)
      return isFaulty(shareAtOnce(start)) !== allowed
    }),
  )
})

test('what was shared at once is looked at within 24 hours, on the day that clocks change too', () => {
  fc.assert(fc.property(instants, (askedAt) => lookBy({ askedAt }).since(askedAt).total('hours') === 24))
})

test('nothing waits any more once its concern is closed; what was shared at once is looked at all the same', () => {
  fc.assert(
    fc.property(courses, ({ states }) =>
      states.every((state) => {
        const standing = standingOf(endWithConcern(state))
        return standing !== 'waits' && (standing === 'to-review') === (standingOf(state) === 'to-review')
      }),
    ),
  )
})

test('what the reporter chose allows as much as it says', () => {
  const to = [{ partner: 'watford' }, { outside: 'police' }] as const
  expect(sharings.map((choice) => to.map((one) => isWithin(choice, one)))).toEqual([
    [false, false],
    [true, false],
    [true, true],
  ])
})
