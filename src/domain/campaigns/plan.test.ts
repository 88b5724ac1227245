import { expect, test } from 'vitest'
import { london } from '../services/fixtures.ts'
import { occurrenceIn } from './dates.ts'
import { madeUpMain } from './fixtures.ts'
import { planFor } from './plan.ts'

const planIn = (year: number) => {
  const occurrence = occurrenceIn(madeUpMain, year)
  if (!occurrence) throw new Error('not kept')
  return planFor(madeUpMain, occurrence, london)
}

test('a day on a Friday: dates count working days', () => {
  expect(planIn(2027).days.map(({ offset, date }) => `${offset} ${date}`)).toEqual([
    '-7 2027-07-21',
    '-5 2027-07-23',
    '-1 2027-07-29',
    '0 2027-07-30',
    '1 2027-08-02',
    '5 2027-08-06',
  ])
  expect(planIn(2027).postFrom?.toString()).toBe('2027-07-30')
})

test('a day on a Sunday is not moved; posts may go out on the Friday, which is the working day before it', () => {
  const plan = planIn(2028)
  const at = (offset: number) => plan.days.find((d) => d.offset === offset)?.date?.toString()
  expect(plan.date.toString()).toBe('2028-07-30')
  expect([at(-1), at(0), at(1)]).toEqual(['2028-07-28', '2028-07-30', '2028-07-31'])
  expect(plan.postFrom?.toString()).toBe('2028-07-28')
})

test('beyond the calendar only the day itself has a date', () => {
  const plan = planIn(2029)
  expect(plan.days).toHaveLength(6)
  expect(plan.days.flatMap((d) => (d.date ? [`${d.offset} ${d.date}`] : []))).toEqual(['0 2029-07-30'])
  expect(plan.postFrom).toBe(null)
})

test('every task stands in it once, in order of time, those of one day together and as the pack has them', () => {
  expect(planIn(2027).days.flatMap((d) => d.tasks.map((t) => `${d.offset} ${t.who}: ${t.task}`))).toEqual([
    '-7 Coordinator: Begin.',
    '-5 Coordinator: Agree.',
    '-1 Posters: Prepare.',
    '0 Posters: Post.',
    '0 Leads: Talk.',
    '1 Press: Look.',
    '5 Coordinator: Count.',
  ])
})
