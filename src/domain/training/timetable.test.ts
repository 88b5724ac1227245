import fc from 'fast-check'
import { expect, it } from 'vitest'
import { course, item, part, slide } from './fixtures.ts'
import type { Slide } from './slide.ts'
import { timetable, watch } from './timetable.ts'

const asks: Slide = { type: 'question', id: 'ask', title: 'Ask', item: 'q', notes: { say: 'Well?' } }
const made = course([part('first', [slide('one'), asks], [item('q', [])]), part('second', [slide('two')])], [], {
  all: ['first', 'second'],
})

it('goes on where the slide before ended, over slides, halves and parts, and counts slides as the deck does', () => {
  const parts = timetable(made, { parts: ['first', 'second'] })
  const spans = parts.flatMap(({ slides }) => slides.flatMap((one) => one.spans))
  expect(spans.map(({ begins }) => begins)).toEqual([0, ...spans.slice(0, -1).map(({ ends }) => ends)])
  expect(parts.flatMap(({ slides }) => slides.flatMap(({ numbers }) => numbers))).toEqual([1, 2, 3, 4])
  expect([parts[1]?.begins, parts[1]?.ends]).toEqual([parts[0]?.ends, spans.at(-1)?.ends])
})

it('writes a time as a watch shows it', () => {
  expect([0, 7 + 4.6 / 60, 59.999, 75.5].map(watch)).toEqual(['0:00', '7:05', '60:00', '75:30'])
  fc.assert(
    fc.property(fc.float({ min: 0, max: 240, noNaN: true }), (minutes) => {
      expect(watch(minutes)).toMatch(/^\d+:[0-5]\d$/)
    }),
  )
})
