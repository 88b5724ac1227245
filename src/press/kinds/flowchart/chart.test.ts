import { expect, test } from 'vitest'
import { shippedPack } from '../../../content/fixtures.ts'
import type { Answers } from '../../../domain/flow/answers.ts'
import { entriesOf } from '../../../domain/flow/flow.ts'
import { outcome } from '../../../domain/flow/route.ts'
import { rules } from '../../../domain/pathway/rules.ts'
import { type Asked, ask, type Shown } from './chart.ts'
import { inNation, organisationsIn, type Tag, tagOf } from './organisations.ts'

const { pack } = shippedPack('hertfordshire')
const found = pack?.flows.get('pathway')
if (!found) throw new Error('the shipped pack has no pathway')
const { flow } = found
const world = { rules, today: Temporal.PlainDate.from('2026-11-29') }
const everyone = organisationsIn(flow)
const organisation = everyone && inNation(flow, everyone, 'england')
const several = entriesOf(flow).find((entry) => entry.kind === 'several')
const contact = entriesOf(flow).find((entry) => entry.id === 'contact')
if (!organisation || !several || !contact) throw new Error('the pathway asks other things')

const given: Answers = { nation: 'england' }
const adult: Answers[] = (contact.options ?? []).map((option) => ({ danger: 'no', 'under-18': 'no', contact: option }))
const child: Answers[] = [{ danger: 'no', 'under-18': 'not-sure' }]
const asked = (lanes: readonly Answers[]): Asked =>
  ask(
    flow,
    world,
    { lanes, organisation, several, last: 'situation', given },
    new Set(organisation.options),
    [],
    (kinds) => kinds.join(', '),
    () => true,
  )

/** What a sheet tells somebody of an organisation, in a lane, with these ticks. */
const told = (sheet: Asked, lane: number, of: string, ticks: readonly string[]): Set<string> => {
  const rows = [...(sheet.inLane[lane] ?? []), ...sheet.everywhere, ...ticks.flatMap((tick) => sheet.ticked.get(tick) ?? [])]
  const holds = (row: Shown) =>
    row.lanes.includes(lane) && row.of.has(of) && (row.with.length === 0 || row.with.some((other) => ticks.includes(other)))
  return new Set(rows.filter(holds).map(({ action }) => action.id))
}

test.each([
  ['an adult', adult],
  ['a child', child],
])('the sheet of %s tells each organisation in each lane what the pathway tells it, with none, one or two ticks', (_name, lanes) => {
  const sheet = asked(lanes)
  expect(sheet.groups.length).toBeGreaterThan(5)
  const options = several.options ?? []
  const ticks = [[], ...options.map((one) => [one]), ...options.flatMap((one, i) => options.slice(i + 1).map((two) => [one, two]))]
  for (const [n, lane] of lanes.entries())
    for (const { first } of sheet.groups)
      for (const some of ticks) {
        const answers = { ...given, ...lane, [organisation.id]: first, [several.id]: some }
        const due = new Set(outcome(flow, answers, world)?.actions.map(({ id }) => id))
        expect([n, first, some, [...told(sheet, n, first, some)].sort()]).toEqual([n, first, some, [...due].sort()])
      }
})

test('a sheet has no organisation that occurs in other nations only', () => {
  const of = (nation: string) => (everyone ? (inNation(flow, everyone, nation).options ?? []) : [])
  for (const nation of ['england', 'wales', 'scotland']) expect(of(nation)).not.toContain('hsc-trust')
  expect(of('northern-ireland')).toContain('hsc-trust')
  // Who may refer nowhere, such as a hospital, and who may everywhere, stay.
  for (const nation of ['england', 'northern-ireland']) expect(of(nation)).toEqual(expect.arrayContaining(['hospital', 'police-force']))
})

test('an action that only some ticks together bring stands with the tick that they share', () => {
  const { ticked } = asked(adult)
  expect(ticked.get('immigration')?.find(({ action }) => action.id === 'no-recourse')?.with).toEqual(['no-safe-place', 'destitute'])
})

const all = ['a', 'b', 'c', 'd'].map((first) => ({ first, kinds: [first], named: [] }))
const named = (text: string): Tag => ({ text, shape: 'filled' })
const group = { group: { if: { has: 'x' }, in: named('in'), out: named('out') }, of: new Set(['a', 'b']) }
test.each<[string, string[], string[], string | null]>([
  ['all of them', ['a', 'b', 'c', 'd'], [], null],
  ['a group', ['a', 'b'], [], 'in'],
  ['all but a group', ['c', 'd'], [], 'out'],
  ['a group but for one that is told apart', ['a'], ['b'], 'in'],
  ['some that are no group', ['a', 'c'], [], 'a or c'],
])('%s: %s', (_name, some, apart, text) => {
  expect(tagOf(new Set(some), new Set(apart), all, [group], (kinds) => kinds.join(' or '))?.text ?? null).toBe(text)
})
