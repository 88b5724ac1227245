import { expect, it } from 'vitest'
import { course, item, part, release, slide } from './fixtures.ts'
import { checkOf, courseOfLesson, type LessonWords, lessonBefore, lessonOf } from './lesson.ts'
import type { Slide } from './slide.ts'

const [v1, v2, v3] = ['11aaaaaaaaaa', '22bbbbbbbbbb', '33cccccccccc'] as const
const parts = [
  part('welcome', [slide('hello')]),
  part('signs', [slide('one'), slide('two')], [item('which-sign', [])]),
  part('report', [slide('whom')]),
]
const made = {
  ...course(parts, [], { everyone: ['welcome', 'signs', 'report'], short: ['welcome'] }),
  taught: v3,
  releases: [
    release(v3, '2027-06-01', { learn: [{ part: 'signs', text: 'A new sign. It is rare.', slides: ['two', 'gone'] }] }),
    release(v2, '2027-03-01'),
    release(v1, '2026-11-27', { learn: [{ part: 'report', text: 'Long known.' }] }),
  ],
}
const [everyone, short] = made.tiers as [(typeof made.tiers)[0], (typeof made.tiers)[0]]
const words: LessonWords = {
  ...{
    tier: 'Everyone, update',
    title: 'New',
    lead: 'Lead',
    say: (minutes) => `It takes ${minutes} minutes.`,
    isNew: (name, n) => `New in ${name} ${n}`,
  },
  renew: { title: 'Renew', system: 'By itself, or:', points: ['Here.', 'So.'] },
  confirm: { question: (text) => `${text}?`, yes: 'Yes', yesWhy: 'Good', no: 'No', noWhy: 'Ask' },
}

it('holds the part that changed, the slides that show it, and its own questions; nothing else', () => {
  const lesson = lessonOf(made, everyone, v1)
  expect(lesson?.parts.map(({ part, slides, questions }) => [part.id, slides.map(({ id }) => id), questions.map(({ id }) => id)])).toEqual([
    ['signs', ['two'], ['which-sign']],
  ])
  expect(lessonOf(made, everyone, v2)?.parts).toEqual(lesson?.parts)
})

it.each([
  ['who has today’s version', everyone, v3],
  ['a tier that is not taught what changed', short, v1],
  ['a version that nobody knows', everyone, 'ffffffffffff'],
])('is none for %s', (_, tier, from) => {
  expect(lessonOf(made, tier, from)).toBeNull()
})

it('is none after a change of wording alone, wherever it comes', () => {
  const worded = { ...made, taught: '44dddddddddd', releases: [release('44dddddddddd', '2027-07-01'), ...made.releases] }
  expect(lessonOf(worded, everyone, v3)).toBeNull()
  // Whoever lacked something before lacks just that.
  expect(lessonOf(worded, everyone, v1)?.parts).toEqual(lessonOf(made, everyone, v1)?.parts)
  expect(lessonBefore(worded, everyone)?.from).toBe(v2)
  expect(lessonBefore(worded, short)).toBeNull()
})

it('asks the questions of a part; where it has none, each of its sentences by itself', () => {
  const changed = {
    ...made,
    releases: [
      release(v3, '2027-06-01', {
        learn: [
          { part: 'report', text: 'One.' },
          { part: 'report', text: 'Two.' },
        ],
      }),
      ...made.releases.slice(1),
    ],
  }
  const asks = (of: typeof made) =>
    checkOf(lessonOf(of, everyone, v1) as never, words).flatMap(({ items }) => items.map(({ question }) => question))
  expect(asks(made)).toEqual(['Which?'])
  expect(asks(changed)).toEqual(['One.?', 'Two.?'])
})

it('stands as a course of one tier, for whatever shows a course', () => {
  const lesson = lessonOf(made, everyone, v1)
  const updated = courseOfLesson(made, lesson as never, words, 'all')
  expect(updated.tiers.map(({ name, parts: own }) => [name, own])).toEqual([['Everyone, update', ['signs']]])
  expect(updated.parts[0]?.slides.map(({ type, title }) => [type, title])).toEqual([
    ['points', 'New in signs 1'],
    ['points', 'Title of two'],
    ['question', 'Which?'],
    ['points', 'Renew'],
  ])
  expect(updated.parts[0]?.slides[0]).toMatchObject({ points: ['A new sign.', 'It is rare.'] })
  expect(updated.taught).toBe(v3)
})

it('says first how long the whole of it takes, as its tier has it', () => {
  const title = { type: 'title', id: 'title', title: 'Course', lead: 'Lead', notes: { say: 'Hello.' } } as unknown as Slide
  const opened = { ...made, parts: made.parts.map((part, at) => (at === 0 ? { ...part, slides: [title, ...part.slides] } : part)) }
  const { parts, tiers } = courseOfLesson(opened, lessonOf(opened, everyone, v1) as never, words, 'all')
  expect(tiers[0]?.minutes).toBeGreaterThan(0)
  expect(parts[0]?.slides[0]?.notes.say).toBe(`It takes ${tiers[0]?.minutes} minutes.`)
})
