import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { item, part, slide } from './fixtures.ts'
import type { Part } from './part.ts'
import { taughtVersion } from './taught.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const wording = { signs: new Map([['hungry', 'Looks hungry.']]), kinds: new Map<string, string>(), pathway: () => null }
const version = (parts: Part[], words = wording) => taughtVersion(parts, words, hash)

const signs = { type: 'signs', id: 'two', title: 'Signs', signs: ['hungry'], notes: { say: 'Look.' } } as const
const own = part('first', [slide('one'), { ...signs, signs: [...signs.signs] }], [item('q', ['e-one'])])
const [one, two] = own.slides
if (!one || !two) throw new Error('no slides')
const before = version([own])

it('is twelve figures, the same for the same course, in whatever order its values are written', () => {
  expect(before).toMatch(/^[0-9a-f]{12}$/)
  const turned = own.slides.map((s) => Object.fromEntries(Object.entries(s).reverse()) as typeof s)
  expect(version([{ ...own, slides: turned }])).toBe(before)
})

it.each<[string, Part]>([
  ['a word on a slide', { ...own, slides: [slide('one', { points: ['One.', 'Three.'] }), two] }],
  ['what is said', { ...own, slides: [slide('one', { notes: { say: 'Good evening.' } }), two] }],
  [
    'an expected answer',
    { ...own, slides: [slide('one', { notes: { say: 'Good morning.', ask: 'Why?', expect: ['So.'], minutes: 1 } }), two] },
  ],
  ['what is read', { ...own, slides: [slide('one', { handbook: 'Read this.' }), two] }],
  ['the order of slides', { ...own, slides: [two, one] }],
  [
    'the right answer',
    {
      ...own,
      check: [{ ...item('q', []), choices: item('q', []).choices.map((c) => ({ ...c, right: c.id === 'b' ? true : undefined })) }],
    },
  ],
  ['a slide less', { ...own, slides: [one] }],
])('changes with %s', (_what, changed) => {
  expect(version([changed])).not.toBe(before)
})

it('changes with the words of a sign that it shows', () => {
  expect(version([own], { ...wording, signs: new Map([['hungry', 'Looks starved.']]) })).not.toBe(before)
})

it.each<[string, Part]>([
  ['minutes', { ...own, minutes: 9, slides: [slide('one', { notes: { say: 'Good morning.', minutes: 2 } }), two] }],
  ['a drawing', { ...own, drawing: 'phone' }],
  ['the day of a check', { ...own, checked: '2027-01-01', review: '2028-01-01' }],
  ['a tag of an outcome', { ...own, slides: [slide('one', { teaches: ['e-two'] }), two] }],
])('stays the same with another %s: it teaches nothing', (_what, changed) => {
  expect(version([changed])).toBe(before)
})
