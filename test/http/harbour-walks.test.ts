import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answers } from '../../src/domain/flow/answers.ts'
import type { Entry } from '../../src/domain/flow/flow.ts'
import { outcome, relevant } from '../../src/domain/flow/route.ts'
import { type Harbour, harbourAddress, serveHarbour } from '../support/harbour/served.tsx'
import { at, carriedAnswers, fill, names, next, problems, type Shown, standing, visitor } from '../support/harbour/visitor.ts'
import { attribute } from './html.ts'

const world = { rules: {}, today: Temporal.PlainDate.from('2026-11-27') }

type Act =
  | { do: 'type'; field: number; text: string }
  | { do: 'well' }
  | { do: 'on' }
  | { do: 'press'; button: number }
  | { do: 'next' }
  | { do: 'forge'; field: number }

const typed = fc.oneof(
  fc.constantFrom('', ' ', '1', '12', '31', '2026', '0026', 'march', 'x'.repeat(31), '🚢'.repeat(30), '<b>"&amp;', 'a\nb', '\n'),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('type' as const), field: fc.nat(20), text: typed }) },
  { weight: 2, arbitrary: fc.constant<Act>({ do: 'well' }) },
  { weight: 8, arbitrary: fc.constant<Act>({ do: 'on' }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('press' as const), button: fc.nat(12) }) },
  { weight: 3, arbitrary: fc.constant<Act>({ do: 'next' }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forge' as const), field: fc.nat(10) }) },
)

/** Walks of up to 45 steps, each a page that is sent on and judged. */
const runs = process.env.WAYMARK_ALL ? 150 : 16

test.each(['sealed', 'stored'] as const)(
  'any walk, answers %s: what was typed is shown again, nothing wrong is taken, and all that was entered stands at the end',
  async (how) => {
    const served = await serveHarbour(how)
    let ends = 0
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 45 }), async (acts) => {
        ends += await walkAlong(served, acts)
      }),
      { numRuns: runs },
    )
    // Else the walks would prove nothing of the end.
    expect(ends).toBeGreaterThan(runs / 8)
    await served.close()
  },
)

/** Right values for the page, where nothing is typed yet. */
const well: Record<string, string> = {
  purpose: 'trade',
  broken: 'The mast',
  'arrives-day': '1',
  'arrives-month': '3',
  'arrives-year': '2027',
  captain: 'Ann',
  email: 'ann@example.org',
  'ships-0-name': 'Gull',
  'signed-day': '2',
  'signed-month': '2',
  'signed-year': '2026',
}

const line = (text: string): string => text.replace(/\r\n?|\n/g, ' ')

/** Does as the acts say, and holds the form to its word after each. Gives how often it came to the end. */
const walkAlong = async ({ flow, url }: Harbour, acts: readonly Act[]): Promise<number> => {
  const { start, press } = visitor(url + harbourAddress)
  /** What was on each page when it was sent on: that is what the end must show. */
  const entered = new Map<string, string[]>()
  let ends = 0
  let page = await start()
  for (const one of acts) {
    const open = page.controls.filter(({ type }) => type !== 'hidden' && type !== 'file')
    const control = 'field' in one ? open[one.field % Math.max(1, open.length)] : undefined
    if (one.do === 'type' && control) {
      if (control.type === 'radio' || control.type === 'checkbox') fill(page, control.name, control.value)
      else control.value = control.type === 'textarea' ? one.text.replace(/\r\n?/g, '\n') : line(one.text)
      continue
    }
    if (one.do === 'forge' && control) {
      if (control.type !== 'radio' && control.type !== 'checkbox') continue
      const spoilt: Shown = {
        ...page,
        controls: page.controls.map((other) => ({
          ...other,
          value: other === control ? 'bogus' : other.value,
          checked: other === control || (other.checked && other.name !== control.name),
        })),
      }
      const answer = await press(spoilt, next)
      expect(answer.status).toBe(400)
      expect(problems(answer).join()).toMatch(/Choose one of what is offered/)
      continue
    }
    if (one.do === 'well' || one.do === 'on') {
      for (const { name, type } of open) {
        const value = well[name] ?? (one.do === 'on' && (type === 'text' || type === 'textarea') ? '' : undefined)
        if (value !== undefined && (type !== 'radio' || !open.some((other) => other.name === name && other.checked)))
          fill(page, name, value)
      }
      if (one.do === 'well') continue
    }
    const buttons = page.buttons.filter(({ name }) => name)
    const pressed = one.do === 'press' ? (buttons[one.button % Math.max(1, buttons.length)] ?? next) : next
    const from = at(page)
    if (!from && pressed === next) continue
    const before = standing(page)
    const answer = await press(page, pressed)
    holdsTogether(answer)
    expect([200, 400]).toContain(answer.status)
    if (pressed === next) {
      if (at(answer) === from) {
        // Shown again: with all that was typed, and perhaps more to fill in.
        expect(standing(answer)).toEqual(expect.arrayContaining(asShownAgain(before, answer)))
      } else {
        expect(answer.status).toBe(200)
        entered.set(from, before)
      }
    }
    if (pressed.name === 'add-row') expect(standing(answer)).toEqual(expect.arrayContaining(asShownAgain(before, answer)))
    if (pressed.name === 'leave' && carriedAnswers(answer)?.purpose !== undefined) {
      // Who leaves a page that is right has sent it on.
      const answers = carriedAnswers(answer) as Answers
      expect(relevant(flow, answers, world)).toEqual(answers)
      page = await press(answer, { name: 'resume', value: 'yes' })
      holdsTogether(page)
      entered.delete(from)
      continue
    }
    const answers = carriedAnswers(answer) as Answers | null
    if (answers && answer.title === 'Check your answers') {
      ends += 1
      expect(outcome(flow, answers, world)?.id).toBe('done')
      expect(relevant(flow, answers, world)).toEqual(answers)
      const shown = answer.buttons.filter(({ name }) => name === 'change').map(({ value }) => value)
      for (const { id, entries } of flow.questions.filter((question) => shown.includes(question.id))) {
        const sent = entered.get(id)
        if (sent)
          expect(entries.map((entry) => answers[entry.id])).toEqual(entries.map((entry) => expected(entry, sent, String(answers.purpose))))
      }
    }
    page = answer
  }
  return ends
}

/** What an entry's answer must be when this was sent on: worked out apart from the code under test. */
const expected = (entry: Entry, sent: readonly string[], purpose: string, name = entry.id): unknown => {
  const valuesOf = (field: string): string[] => sent.filter((one) => one.startsWith(`${field}=`)).map((one) => one.slice(field.length + 1))
  const [value = ''] = valuesOf(name)
  if ((name === 'broken' && purpose !== 'repair') || (name === 'flag' && purpose !== 'rest')) return undefined
  if (entry.kind === 'date') {
    const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => valuesOf(`${name}-${part}`)[0]?.trim() ?? '')
    return day ? `${year}-${(month === 'march' ? '3' : month).padStart(2, '0')}-${day.padStart(2, '0')}` : undefined
  }
  if (entry.kind === 'several') {
    const ticked = valuesOf(name).filter((option) => option !== 'tools' || purpose === 'repair')
    return ticked.length || entry.may_be_empty ? ticked : undefined
  }
  if (entry.kind !== 'group') return value.replaceAll('\0', '').trim() ? value.replaceAll('\0', '') : undefined
  const rows = [0, 1, 2].map((row) =>
    Object.fromEntries(
      (entry.entries ?? []).flatMap((one) => {
        const its = expected(one, sent, purpose, `${name}-${row}-${one.id}`)
        return its === undefined ? [] : [[one.id, its]]
      }),
    ),
  )
  return rows.filter((row) => Object.keys(row).length)
}

/** What holds of every page: an error summary where something is wrong and nowhere else, each of its links leads to a field, and no id stands twice. */
const holdsTogether = (page: Shown): void => {
  const ids = page.elements.flatMap((element) => attribute(element, 'id') ?? [])
  expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([])
  const found = problems(page)
  expect(found.length > 0).toBe(page.status === 400)
  for (const problem of found) {
    const [target] = page.elements.filter((element) => `#${attribute(element, 'id')}` === problem.split(' ')[0])
    expect(['input', 'textarea']).toContain(target?.tagName)
  }
}

/** What a page must show again of what was sent. Each part of a date is cut at 20 (UTF-16) letters; a follow-up goes with the answer that asked for it. */
const asShownAgain = (fields: readonly string[], page: Shown): string[] => {
  const gone = ['broken', 'flag'].filter((name) => !names(page).includes(name))
  return fields
    .filter((field) => !gone.includes(field.slice(0, field.indexOf('='))))
    .map((field) => field.replace(/^(.*-(?:day|month|year)=.{20}).*$/s, '$1').toWellFormed())
}
