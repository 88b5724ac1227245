import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Checked, confirming, isDayOfCheck, isInPack } from './checks.ts'
import { byUrgency, factDue, factViews, isInView } from './due.ts'
import { nextReview } from './next-review.ts'
import type { PackFact } from './pack-fact.ts'

const fact = (more: Partial<PackFact> = {}): PackFact => ({
  list: 'services',
  id: 'a',
  name: 'A',
  says: '',
  owner: 'somebody',
  sources: [],
  sourceDate: '2026-01-31',
  checked: '2026-11-24',
  review: '2027-02-24',
  sure: 'A',
  doubtFrom: null,
  questions: [],
  ask: [],
  place: { file: 'x/services.yaml', rows: 'services', block: '', says: true },
  ...more,
})
const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const plain = (text: string) => Temporal.PlainDate.from(text)
const check = (checkedOn: string, holds: Checked['holds'] = 'yes', exported = false): Checked => ({ checkedOn, holds, exported })

describe('the state of a fact', () => {
  test('is one of three by its day: past it, in the 30 days up to it, or later', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 400 }), (review, days) => {
        const { state } = factDue(fact({ review }), [], plain(review).subtract({ days }))
        expect(state).toBe(days < 0 ? 'overdue' : days <= 30 ? 'due' : 'later')
      }),
    )
  })

  test('changes at midnight of London, also where the clocks change', () => {
    for (const [at, state] of [
      ['2027-03-28T22:59:59Z', 'due'],
      ['2027-03-28T23:00:00Z', 'overdue'],
      ['2027-10-31T00:00:00Z', 'overdue'],
    ] as const) {
      const today = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London').toPlainDate()
      expect([at, factDue(fact({ review: '2027-03-28' }), [], today).state]).toEqual([at, state])
    }
  })

  test.each([
    ['a doubt that has begun', { doubtFrom: '2026-12-01' }, '2026-12-01', ['doubt']],
    ['one that begins tomorrow', { doubtFrom: '2026-12-02' }, '2026-12-01', []],
    ['one that a newer source ended', { doubtFrom: '2026-12-01', sourceDate: '2026-12-01' }, '2026-12-05', []],
    ['one whose source has no date', { doubtFrom: '2026-12-01', sourceDate: 'unknown' }, '2026-12-05', ['doubt', 'no-date']],
    ['general knowledge', { sure: 'C' as const }, '2026-12-05', ['sure-c']],
    ['what was not found', { sure: '?' as const }, '2026-12-05', ['sure-none']],
  ])('%s', (_, more, today, doubts) => {
    expect(factDue(fact(more), [], plain(today)).doubts).toEqual(doubts)
  })

  test('what somebody denies comes first, until the pack has taken it in', () => {
    const denied = (checked: string) => factDue(fact({ checked }), [check('2026-12-01', 'no')], plain('2026-12-05'))
    const overdue = factDue(fact({ review: '2026-12-01' }), [], plain('2026-12-05'))
    expect([overdue, denied('2026-11-24')].sort(byUrgency)[0]?.doubts).toEqual(['denied'])
    expect(denied('2026-12-02').doubts).toEqual([])
  })

  test('each fact is in all, and in one view by its day', () => {
    fc.assert(
      fc.property(day, day, (review, today) => {
        const views = factViews.filter((view) => isInView(factDue(fact({ review }), [], plain(today)), view))
        expect(views.filter((view) => ['overdue', 'due', 'later'].includes(view))).toHaveLength(1)
        expect(views).toContain('all')
      }),
    )
  })
})

describe('the next review', () => {
  test.each([
    ['2026-11-24', '2027-02-24', '2027-03-31', '2027-06-30'],
    ['2026-08-31', '2027-02-28', '2027-08-31', '2028-02-28'],
    ['2024-02-29', '2024-08-29', '2025-08-31', '2026-02-28'],
    ['2026-11-24', '2026-12-08', '2026-12-31', '2027-01-14'],
  ])('of what was checked on %s until %s, and now on %s, is on %s', (checked, review, on, next) => {
    expect(nextReview({ checked, review }, on)).toBe(next)
  })

  test('is as long after the check as before, and always after it', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 900 }), day, (checked, days, on) => {
        const review = plain(checked).add({ days }).toString()
        expect(nextReview({ checked, review }, checked)).toBe(review)
        const next = nextReview({ checked, review }, on)
        expect(next > on).toBe(true)
        expect(Math.abs(plain(on).until(plain(next)).total('days') - days)).toBeLessThan(5)
      }),
    )
  })

  test('without a day of the last check is half a year later', () => {
    expect(nextReview({ checked: null, review: '2027-05-24' }, '2026-08-31')).toBe('2027-02-28')
    expect(nextReview({ checked: '2027-05-24', review: '2027-05-24' }, '2026-11-30')).toBe('2027-05-30')
  })
})

test.each([
  ['older than the pack', '2026-11-23', 'no', false, true],
  ['of the same day, a yes', '2026-11-24', 'yes', false, true],
  ['of the same day, a no', '2026-11-24', 'no', false, false],
  ['of the same day, a no that was exported', '2026-11-24', 'no', true, true],
  ['newer', '2026-11-25', 'yes', true, false],
] as const)('a check that is %s is in the pack: %s, %s, %s: %s', (_, on, holds, exported, is) => {
  expect(isInPack(fact(), check(on, holds, exported), [])).toBe(is)
})

test('a no of the day of a yes waits for a later day: the pack may have that day from the yes', () => {
  const no = check('2026-11-24', 'no', true)
  expect(isInPack(fact(), no, [no, check('2026-11-24', 'yes', true)])).toBe(false)
  expect(isInPack(fact({ checked: '2026-11-25' }), no, [no, check('2026-11-24', 'yes', true)])).toBe(true)
})

test('the newest yes confirms, unless another of that day or later denies it', () => {
  expect(confirming([check('2026-12-02'), check('2026-12-01', 'no')])?.checkedOn).toBe('2026-12-02')
  expect(confirming([check('2026-12-02'), check('2026-12-02', 'partly')])).toBeNull()
  expect(confirming([check('2026-12-02', 'no'), check('2026-12-01')])).toBeNull()
  expect(confirming([])).toBeNull()
})

test('a check is of today or of the year before', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -3, max: 370 }), (today, back) => {
      const on = plain(today).subtract({ days: back })
      const year = plain(today).subtract({ years: 1 })
      expect(isDayOfCheck(on.toString(), plain(today))).toBe(back >= 0 && Temporal.PlainDate.compare(on, year) >= 0)
    }),
  )
})
