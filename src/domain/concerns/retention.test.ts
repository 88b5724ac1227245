import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Due, dueOf, dueTogether, isDue, type Kept, retentionOf, unopenableFrom } from './retention.ts'

const rules = [
  { id: 'without-action' as const, length: '90 days', outcomes: ['not-enough'], reason: 'x' },
  { id: 'withdrawn' as const, length: '14 days', reason: 'x' },
]
const retention = retentionOf(rules, '6 years')
const day = (text: string) => Temporal.PlainDate.from(text)
const closed = { state: 'closed' as const, closed: day('2027-01-01'), outcome: 'not-enough', held: false, stopped: false }

test('each kind of ending has its own length, and what is in doubt is kept for longer', () => {
  const on = (due: Due) => ('on' in due ? `${due.rule} ${due.on}` : due.stays)
  expect(on(dueOf(closed, retention))).toBe('without-action 2027-04-01')
  expect(on(dueOf({ ...closed, state: 'withdrawn' }, retention))).toBe('withdrawn 2027-01-15')
  expect(on(dueOf({ ...closed, outcome: 'acted-on' }, retention))).toBe('with-action 2033-01-01')
  expect(on(dueOf({ ...closed, outcome: 'of-an-older-pack' }, retention))).toBe('with-action 2033-01-01')
  expect(on(dueOf({ ...closed, outcome: null }, retention))).toBe('with-action 2033-01-01')
  expect(on(dueOf({ ...closed, outcome: 'acted-on' }, retentionOf(rules, null)))).toBe('undecided')
  expect(on(dueOf({ ...closed, state: 'open', closed: null }, retention))).toBe('open')
  expect(on(dueOf({ ...closed, held: true }, retention))).toBe('held')
  expect(on(dueOf({ ...closed, stopped: true }, retention))).toBe('picture')
  // On the last day it is still there, and on the one after it is due.
  expect([isDue(dueOf(closed, retention), day('2027-03-31')), isDue(dueOf(closed, retention), day('2027-04-01'))]).toEqual([false, true])
})

const concern = fc.record({
  state: fc.constantFrom('new' as const, 'open' as const, 'closed' as const, 'withdrawn' as const),
  closed: fc.option(fc.integer({ min: 0, max: 4000 }).map((days) => day('2020-02-29').add({ days }))),
  outcome: fc.option(fc.constantFrom('not-enough', 'acted-on')),
  held: fc.boolean(),
  stopped: fc.boolean(),
  into: fc.option(fc.integer({ min: 0, max: 9 })),
})
const concerns = fc
  .array(concern, { maxLength: 10 })
  .map((rows) => rows.map(({ into, ...row }, at): Kept => ({ ...row, id: String(at), into: into === null ? null : String(into) })))

test('nothing goes while it is open or held, nor before what it was joined to', () => {
  fc.assert(
    fc.property(concerns, (all) => {
      const due = dueTogether(all, retention)
      expect([...due.keys()].toSorted()).toEqual(all.map(({ id }) => id).toSorted())
      for (const one of all) {
        const together = due.get(one.id)
        if (!together || !('on' in together)) continue
        expect([one.held, one.stopped]).toEqual([false, false])
        expect(['closed', 'withdrawn']).toContain(one.state)
        const alone = dueOf(one, retention)
        expect('on' in alone && Temporal.PlainDate.compare(together.on, alone.on) >= 0).toBe(true)
        const joined = all.find(({ id }) => id === one.into)
        // Those that point at each other in a circle are no order of anything; the rest are one group.
        if (joined && joined.into === null) expect(due.get(joined.id)).toEqual(together)
      }
    }),
  )
})

test('no copy opens it from the day on which the last of the keys and of their copies is gone', () => {
  const erased = day('2027-04-01')
  const from = (copies: string | null, gone: readonly (string | null)[]) =>
    unopenableFrom(erased, {
      copies: copies === null ? null : day(copies),
      keysGone: gone.map((one) => (one === null ? null : day(one))),
      days: 30,
    })
  expect(from(null, [])).toEqual(erased)
  expect(from('2027-04-20', ['2027-01-10'])).toEqual(day('2027-04-21'))
  expect(from('2027-04-20', ['2027-04-10'])).toEqual(day('2027-05-11'))
  expect(from('2027-04-20', ['2027-01-10', null])).toBe(null)
})
