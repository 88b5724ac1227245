import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOver, type KeepingLengths, type KeptLearner, keptUntil, lookBefore } from './keeping.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const length = (text: string): Temporal.Duration => Temporal.Duration.from(text)
const usual: KeepingLengths = { certificate: length('P3Y'), after: length('P2Y'), entries: length('P90D'), evaluations: length('P3Y') }
const learner = (more: Partial<KeptLearner> = {}): KeptLearner => ({
  made: day('2026-01-10'),
  bare: null,
  ends: null,
  endless: false,
  ...more,
})

const days = fc.integer({ min: 0, max: 9000 }).map((n) => day('2015-01-01').add({ days: n }))
const lengths = fc.oneof(
  fc.constant(null),
  // As the pack writes them: a number of one unit.
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('years', 'months', 'weeks', 'days'))
    .map(([n, unit]) => Temporal.Duration.from({ [unit]: n })),
)
const someLearner: fc.Arbitrary<KeptLearner> = fc.record({
  made: days,
  bare: fc.option(days, { nil: null }),
  ends: fc.option(days, { nil: null }),
  endless: fc.boolean(),
})
const someLengths: fc.Arbitrary<KeepingLengths> = fc.record({
  certificate: lengths,
  after: lengths,
  entries: lengths,
  evaluations: lengths,
})

test.each([
  ['two years after the certificate', { ends: day('2024-02-29') }, usual, '2026-02-28'],
  ['as if there were one, where there is none', { bare: day('2021-05-01') }, usual, '2026-05-01'],
  ['the one that ends last', { bare: day('2021-05-01'), ends: day('2024-04-30') }, usual, '2026-05-01'],
  ['what was taught nothing, as a name on a list', {}, usual, '2026-04-10'],
  ['never, where a certificate does not end', { ends: day('2020-01-01'), endless: true }, usual, null],
  ['never, where what was learned does not end', { bare: day('2010-01-01') }, { ...usual, certificate: null }, null],
  ['never, where the partnership set no length', { ends: day('2010-01-01') }, { ...usual, after: null }, null],
] as const)('somebody is kept until %s', (_, more, of, until) => {
  expect(keptUntil(learner(more), of)?.toString() ?? null).toBe(until)
})

describe('whatever was taught, and whatever the lengths', () => {
  test('nobody goes while a certificate holds, nor on the last day itself, nor earlier by having learned more', () => {
    fc.assert(
      fc.property(someLearner, someLengths, days, (one, of, more) => {
        const until = keptUntil(one, of)
        if (!until) return
        expect(isOver(until, until)).toBe(false)
        expect(isOver(until, until.add({ days: 1 }))).toBe(true)
        if (one.ends) expect(Temporal.PlainDate.compare(until, one.ends)).toBeGreaterThanOrEqual(0)
        if (!one.ends && !one.bare) return
        const longer = keptUntil({ ...one, ends: one.ends && Temporal.PlainDate.compare(one.ends, more) > 0 ? one.ends : more }, of)
        if (longer) expect(Temporal.PlainDate.compare(longer, until)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('whoever is over is looked at: the night misses nobody', () => {
    fc.assert(
      fc.property(someLearner, someLengths, days, (one, of, today) => {
        if (!isOver(keptUntil(one, of), today)) return
        const { taught, made } = lookBefore(of, today)
        // A certificate ends no earlier than the day on which it was learned.
        const days = [one.bare, one.ends].flatMap((on) => on ?? [])
        for (const on of days) expect(taught && Temporal.PlainDate.compare(on, taught)).toBe(-1)
        if (!days.length) expect(made && Temporal.PlainDate.compare(one.made, made)).toBe(-1)
      }),
    )
  })
})
