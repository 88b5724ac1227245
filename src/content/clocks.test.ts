import { afterAll, expect, test } from 'vitest'
import { testPack } from './fixtures.ts'

const pack = testPack()
afterAll(() => pack.remove())
const file = 'national/clocks.yaml'
const text = pack.read(file)

const found = (from: string, to: string, of = file): string[] => {
  const whole = of === file ? text : pack.read(of)
  if (!whole.includes(from)) throw new Error(`nothing to break: ${from}`)
  return pack.load([{ file: of, text: whole.replace(from, to) }]).findings.map((f) => `${f.file}: ${f.found}. ${f.instead}`)
}

test.each([
  ['two rules for one day', 'valid_to: 2022-12-12', 'valid_to: 2022-12-13', 'recovery-45 applies on the same days as recovery-45-doubtful'],
  [
    'two that are no rivals',
    '  rival: recovery-30-doubtful\n',
    '',
    'recovery-45-doubtful is not a rule for the same clock and days that names recovery-30-doubtful as its rival',
  ],
  ['a rival that is not there', 'rival: recovery-30-doubtful', 'rival: recovery-31', 'recovery-31 is not a rule for the same clock'],
  ['a deadline without a length', 'length: 15\n', 'length: null\n', 'a length, because only a limit can be without one'],
  ['a region that is not there', 'region: scotland}', 'region: scotlnd}', '"scotlnd" does not match any region in this pack'],
  [
    'a rule that ends before it begins',
    'valid_from: 2021-06-01\n  valid_to: null',
    'valid_from: 2021-06-01\n  valid_to: 2021-05-31',
    'panel-decision-45 ends before it begins',
  ],
  ['a figure that counts something else', 'length: recovery-days', 'length: look-again-days\n  moves: false', ''],
  ['a figure of people', 'length: recovery-days', 'length: nrm-2016', 'people, not a number of days'],
  [
    'a figure that is not there',
    'length: recovery-days',
    'length: recovery-dayz',
    '"recovery-dayz" does not match any figure in this pack',
  ],
  ['an event that is not there', 'starts: referral\n', 'starts: referal\n', '"referal" does not match any event in this pack'],
  ['a nation that is not there', 'nations: [scotland]', 'nations: [scotlnd]', '"scotlnd" does not match any nation in this pack'],
  ['too many months', 'unit: months\n  length: 1', 'unit: months\n  length: 25', 'a length of no more than 24 months or 120 years'],
])('%s', (_name, from, to, expected) => {
  const findings = found(from, to)
  if (expected) expect(findings.join('\n')).toContain(expected)
  else expect(findings).toEqual([])
})

test('the number of a figure is the number of its rule', () => {
  const rules = pack.load().pack?.clocks.rules ?? []
  expect(
    rules.filter((rule) => ['first-decision-aim', 'recovery-30', 'look-again-first-30'].includes(rule.id)).map((r) => r.length),
  ).toEqual([5, 30, 30])
  expect(found('value: 30\n  unit: days', 'value: unknown\n  unit: days', 'national/figures.yaml').join('\n')).toContain(
    'recovery-days is unknown days',
  )
})
