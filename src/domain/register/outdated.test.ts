import { expect, it } from 'vitest'
import { course, release } from '../training/fixtures.ts'
import { outdatedVersions } from './outdated.ts'

const [v1, v2, v3] = ['11aaaaaaaaaa', '22bbbbbbbbbb', '33cccccccccc'] as const
const taught = { ...course([], [], { everyone: ['signs'], short: ['welcome'] }), taught: v2 }
const learn = [{ part: 'signs', text: 'New.' }]
const releases = [release(v2, '2027-03-01', { learn }), release(v1, '2026-11-27')]
const day = Temporal.Duration.from({ days: 1 })
const on = (date: string) => Temporal.PlainDate.from(date)

it('tells of what came since, a day after it came, those alone whose tier is taught it', () => {
  const made = { ...taught, releases }
  expect(outdatedVersions(made, day, on('2027-03-01'))).toEqual([])
  expect(outdatedVersions(made, day, on('2027-03-02'))).toEqual([{ tier: 'everyone', version: v1, taught: v2 }])
  expect(outdatedVersions(made, null, on('2027-03-02'))).toEqual([])
})

it('is the same news after a change of wording alone, and new news after something else to learn', () => {
  const worded = { ...taught, taught: v3, releases: [release(v3, '2027-04-01'), ...releases] }
  expect(outdatedVersions(worded, day, on('2027-05-01'))).toEqual([{ tier: 'everyone', version: v1, taught: v2 }])
  const more = { ...taught, taught: v3, releases: [release(v3, '2027-04-01', { learn }), ...releases] }
  expect(outdatedVersions(more, day, on('2027-05-01'))).toEqual([
    { tier: 'everyone', version: v2, taught: v3 },
    { tier: 'everyone', version: v1, taught: v3 },
  ])
})
