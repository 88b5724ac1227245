import { expect, it } from 'vitest'
import { delta } from './delta.ts'
import { release } from './fixtures.ts'

const [v1, v2, v3] = ['11aaaaaaaaaa', '22bbbbbbbbbb', '33cccccccccc'] as const
const releases = [
  release(v3, '2027-06-01', {
    learn: [
      { part: 'signs', text: 'A new sign.' },
      { part: 'pathway', text: 'A new step.' },
    ],
  }),
  release(v2, '2027-03-01', { learn: [{ part: 'report', text: 'A new line.' }] }),
  release(v1, '2026-11-27'),
]
const everyone = { parts: ['signs', 'report'] }
const more = { parts: ['signs', 'report', 'pathway'] }

it('gives what came since, in the order of the parts', () => {
  expect(delta(releases, more, v1, v3)).toEqual({
    known: true,
    changes: [
      { date: '2027-03-01', text: 'Change of 2027-03-01.' },
      { date: '2027-06-01', text: 'Change of 2027-06-01.' },
    ],
    learn: [
      { part: 'signs', text: 'A new sign.' },
      { part: 'report', text: 'A new line.' },
      { part: 'pathway', text: 'A new step.' },
    ],
  })
})

it('leaves out what another tier is taught', () => {
  expect(delta(releases, everyone, v2, v3).learn).toEqual([{ part: 'signs', text: 'A new sign.' }])
})

it.each([v1, v2, v3])('gives nothing to somebody who has it already: %s', (own) => {
  expect(delta(releases, more, own, own)).toEqual({ known: true, changes: [], learn: [] })
  expect(delta(releases, more, v3, own).learn, 'nobody unlearns').toEqual([])
})

it('gives the whole tier to somebody whose version nobody knows', () => {
  const { known, learn } = delta(releases, everyone, 'ffffffffffff', v3)
  expect(known).toBe(false)
  expect(learn.map(({ part }) => part)).toEqual(['signs', 'report'])
})
