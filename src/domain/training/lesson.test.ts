import { expect, it } from 'vitest'
import { course, item, part, release, slide } from './fixtures.ts'
import { courseOfLesson, type LessonWords, lessonBefore, lessonOf, mustConfirm } from './lesson.ts'
import type { Slide } from './slide.ts'

const [v1, v2, v3] = ['11aaaaaaaaaa', '22bbbbbbbbbb', '33cccccccccc'] as const
const parts = [
  part('welcome', [slide('hello')]),
  part(
    'signs',
    [slide('one', { teaches: ['s-old'] }), slide('two', { teaches: ['s-new'] })],
    [item('which-sign', ['s-new']), item('an-old-one', ['s-old'])],
  ),
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
  confirm: { question: 'Read?', yes: 'Yes', yesWhy: 'Good', no: 'No', noWhy: 'Ask' },
}

it('holds the part that changed, the slides that show it, and the questions that ask what those teach; nothing else', () => {
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

it('asks only what is new; where no question of a part does, one says that all was read, once and last', () => {
  const changed = (learn: (typeof made.releases)[0]['learn']) => ({
    ...made,
    releases: [release(v3, '2027-06-01', { learn }), ...made.releases.slice(1)],
  })
  const asked = (of: typeof made, all: 'all' | 'questions' = 'all') =>
    courseOfLesson(of, lessonOf(of, everyone, v1) as never, words, all).parts.map(({ check = [] }) => check.map(({ id }) => id))
  const confirms = (of: typeof made) => mustConfirm(lessonOf(of, everyone, v1) as never)
  expect([asked(made), confirms(made)]).toEqual([[['which-sign']], false])
  // Nobody said which slides show it, so no question is known to ask it.
  const unsaid = changed([{ part: 'signs', text: 'A new sign.' }])
  expect([asked(unsaid), confirms(unsaid)]).toEqual([[['read-all']], true])
  expect(asked(changed([{ part: 'signs', text: 'A new sign.', asks: ['an-old-one', 'gone'] }]))).toEqual([['an-old-one']])
  const two = changed([
    { part: 'signs', text: 'A new sign.', slides: ['two'] },
    { part: 'report', text: 'One.' },
    { part: 'report', text: 'Two.' },
  ])
  expect([asked(two), confirms(two)]).toEqual([[['which-sign'], ['read-all']], true])
  expect(asked(two, 'questions'), 'in a room').toEqual([['which-sign'], []])
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
