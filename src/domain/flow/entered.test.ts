import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from './answers.ts'
import { enteredOn, type FieldPath } from './entered.ts'
import { harbourWithFiles as flow } from './every-kind-fixtures.ts'
import { tickFlow } from './fixtures.ts'
import type { Question } from './flow.ts'
import { relevant } from './route.ts'
import { longestText } from './size.ts'
import { type TypedRow, typedOf } from './typed.ts'

const world = { rules: {}, today: Temporal.PlainDate.from('2026-11-27') }
const page = (id: string, of = flow): Question => {
  const question = of.questions.find((one) => one.id === id)
  if (!question) throw new Error(`no page ${id}`)
  return question
}
const before: Answers = {
  purpose: 'trade',
  arrives: '2027-03-01',
  captain: 'Ann',
  email: 'a@example.org',
  ships: [{ name: 'Gull' }],
  cargo: [],
}
const judge = (id: string, typed: TypedRow, answers = before) => enteredOn(flow, page(id), typed, answers, world)
const codes = (id: string, typed: TypedRow) => judge(id, typed).faults.map(({ at, code }) => `${at.join('.')} ${code}`)
const day = (day: string, month = '3', year = '2027') => ({ day, month, year })

describe('a page', () => {
  test('says all that is wrong, in its own order', () => {
    expect(codes('visit', { purpose: 'war', arrives: day('') })).toEqual(['purpose not-an-option', 'arrives date'])
    expect(codes('visit', { purpose: 'repair', broken: ' ', arrives: undefined })).toEqual(['broken missing', 'arrives missing'])
  })
  test('judges a follow-up only where it is asked, and drops it elsewhere', () => {
    const typed = { purpose: 'trade', broken: 'x'.repeat(1001), flag: 'y', arrives: day('1') }
    const { answers, faults, asked } = judge('visit', typed)
    expect([faults, asked.map(({ id }) => id)]).toEqual([[], ['purpose', 'arrives']])
    for (const id of ['broken', 'flag']) expect(answers).not.toHaveProperty(id)
    expect(codes('visit', { ...typed, purpose: 'repair' })).toEqual(['broken too-long'])
  })
  test('takes back what it held before: what is emptied is no answer any more', () => {
    expect(judge('contact', { captain: 'Ann', email: '', phone: '1' }).answers).not.toHaveProperty('email')
  })
  test('asks for one of several once, and not where one of them is wrong', () => {
    expect(codes('contact', { captain: 'Ann' })).toEqual(['email none-answered'])
    expect(codes('contact', { captain: '', phone: 'x'.repeat(41) })).toEqual(['captain missing', 'phone too-long'])
    expect(codes('contact', { captain: 'Ann', 'in-person': 'true' })).toEqual([])
  })
})

describe('a text', () => {
  const notes = (text: string) => judge('notes', { notes: text })
  test('counts a line break once and a letter of four bytes once; the longest may have that and no more', () => {
    for (const text of ['x'.repeat(500), 'x\r\n'.repeat(250), '🚢'.repeat(500), 'x\r'.repeat(250)]) expect(notes(text).faults).toEqual([])
    expect(notes('x'.repeat(501)).faults).toEqual([{ at: ['notes'], code: 'too-long', most: 500 }])
  })
  test('is kept with line breaks of one character and without NUL', () => {
    expect(notes('a\r\nb\rc\0').answers.notes).toBe('a\nb\nc')
    expect(notes('\0 ').answers).not.toHaveProperty('notes')
  })
  test('is never without a bound', () => {
    const open = { ...page('notes'), entries: [{ id: 'notes', kind: 'text' as const }] }
    const faults = enteredOn(
      { ...flow, questions: flow.questions.map((q) => (q.id === 'notes' ? open : q)) },
      open,
      { notes: 'x'.repeat(longestText + 1) },
      before,
      world,
    ).faults
    expect(faults).toMatchObject([{ code: 'too-long', most: longestText }])
  })
})

describe('rows', () => {
  const row = (name: string, built = day('', '', '')) => ({ name, built, deck: [] })
  test('that are empty are none, and the others keep their number', () => {
    expect(judge('ships', { ships: [row(''), row('Auk'), row(' ')] }).answers.ships).toEqual([{ name: 'Auk' }])
    expect(codes('ships', { ships: [row(''), row('', day('1')), row('x'.repeat(31), day('32'))] })).toEqual([
      'ships.1.name missing',
      'ships.2.name too-long',
      'ships.2.built date',
    ])
    expect(codes('ships', { ships: [row('')] })).toEqual(['ships missing'])
  })
  test('may be so many', () => {
    expect(codes('ships', { ships: ['a', 'b', 'c', 'd'].map((name) => row(name)) })).toEqual(['ships too-many'])
    expect(codes('ships', { ships: ['a', '', 'b', 'c'].map((name) => row(name)) })).toEqual([])
  })
})

test('an option that is not offered is dropped where others are left, and is no answer alone', () => {
  const needs = page('needs', tickFlow)
  const ticked = (needsTyped: string[]) => enteredOn(tickFlow, needs, { needs: needsTyped }, { work: 'guest' }, world)
  expect(relevant(tickFlow, ticked(['oven', 'flour']).answers, world)).toEqual({ work: 'guest', needs: ['flour'] })
  expect(ticked(['salt']).faults).toEqual([{ at: ['needs'], code: 'not-an-option' }])
  expect(ticked([]).answers.needs).toEqual([])
})

const text = fc.oneof(
  fc.constantFrom('', ' ', '1', '31', '3', '2027', 'march', 'trade', 'repair', 'true', '\r\n', '\0'),
  fc.string({ unit: 'binary' }),
)
const anyDate = fc.record({ day: text, month: text, year: text })
const anyTyped: fc.Arbitrary<TypedRow> = fc.dictionary(
  fc.constantFrom(...flow.questions.flatMap(({ entries }) => entries.map(({ id }) => id))),
  fc.oneof(
    text,
    fc.array(text),
    anyDate,
    fc.array(fc.record({ name: text, built: anyDate, deck: fc.array(fc.constantFrom('open', 'x')) })),
    fc.constant(undefined),
  ),
) as fc.Arbitrary<TypedRow>
const anyPage = fc.constantFrom(...flow.questions)

test('whatever is entered: what is right stays right, each fault is at an entry of the page, and nothing wrong is an answer', () =>
  fc.assert(
    fc.property(anyPage, anyTyped, (question, typed) => {
      const { answers, faults } = enteredOn(flow, question, typed, before, world)
      const wrong = new Set(faults.map(({ at }: { at: FieldPath }) => at[0]))
      for (const { id } of question.entries) if (wrong.has(id)) expect(answers).not.toHaveProperty(id)
      expect(question.entries.map(({ id }) => id)).toEqual(expect.arrayContaining([...wrong]))
      if (faults.length) return
      // Shown again as typed, an answer is the same answer.
      const again = Object.fromEntries(question.entries.map((entry) => [entry.id, typedOf(entry, answers[entry.id])]))
      expect(enteredOn(flow, question, again, answers, world)).toMatchObject({ answers, faults: [] })
    }),
    { numRuns: 500 },
  ))

test('every date comes back as it was entered', () =>
  fc.assert(
    fc.property(fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10)
      const [year = '', month = '', dayOf = ''] = iso.split('-')
      expect(judge('visit', { purpose: 'trade', arrives: { day: dayOf, month, year } }).answers.arrives).toBe(iso)
      expect(judge('visit', { purpose: 'trade', arrives: typedOf({ id: 'arrives', kind: 'date' }, iso) }).answers.arrives).toBe(iso)
    }),
  ))
