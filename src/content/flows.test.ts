import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { routeFaults, sampleFaults, shapeFaults } from '../domain/flow/faults.ts'
import { rules } from '../domain/pathway/rules.ts'
import { flowRouteFindings } from './check/flows.ts'
import { fieldLine, shippedPack, testPack, withLine } from './fixtures.ts'
import { anyDay } from './flow-findings.ts'

const content = fileURLToPath(new URL('../../content', import.meta.url))
const packs = readdirSync(content).filter((name) => name !== 'national')
const flows = packs.flatMap((name) => {
  const { pack, findings } = shippedPack(name)
  if (!pack) throw new Error(`${name} has faults: ${JSON.stringify(findings.slice(0, 3))}`)
  return [...pack.flows].map(([id, { flow }]) => ({ name: `${name}: ${id}`, flow }))
})

describe.each(flows)('$name', ({ flow }) => {
  test('every id that it names is there, and ways go forward', () => expect(shapeFaults(flow, anyDay)).toEqual([]))
})

/** What is wrong with all routes of all flows, and how long it took to walk those of a pack: the processor's time, for other work of the machine is no fault of the walker. */
const walked = () => {
  const before = process.threadCpuUsage()
  const faults = flows.map(({ name, flow }) => ({ name, faults: routeFaults(flow, anyDay) }))
  const { user, system } = process.threadCpuUsage(before)
  return { faults, ms: (user + system) / 1000 / packs.length }
}

test('on all routes every question, outcome and action is met and the invariants hold, and those of a pack are walked in under a second', () => {
  const { faults, ms } = walked()
  expect(faults).toEqual(flows.map(({ name }) => ({ name, faults: [] })))
  // A walker that has just begun is slow: it may try again.
  expect(ms < 1000 ? ms : Math.min(walked().ms, walked().ms)).toBeLessThan(1000)
})

test('each rule gives each of its results for its sample', () => {
  for (const { flow } of flows.filter(({ flow: { actions } }) => actions.length))
    expect(sampleFaults(flow, { rules, today: anyDay.today })).toEqual([])
})

describe('a fault is told at its line', () => {
  const pack = testPack()
  afterAll(() => pack.remove())
  const flow = 'national/flows/nrm-form.yaml'
  const words = 'national/words/en/flows/nrm-form.yaml'
  const said = 'national/words/en/flows/pathway.yaml'
  const lineOf = (text: string, find: string) => text.split('\n').findIndex((l) => l.includes(find))
  const found = (file: string, text: string) => pack.load([{ file, text }]).findings.map((f) => `${f.file}:${f.line} ${f.rule} ${f.found}`)

  test.each<[string, string, string, string, RegExp]>([
    ['a way to nowhere', flow, 'go: [{to: fr-location}]', 'go: [{to: fr-locatoin}]', /flow .*goes to "fr-locatoin"/],
    ['an unknown condition', flow, '{if: {has: upload-file}', '{if: {holds: upload-file}', /schema/],
    [
      'an option that is none',
      flow,
      '{answer: exploiters-location, is: "yes"}',
      '{answer: exploiters-location, is: perhaps}',
      /"perhaps" is not one of the answers/,
    ],
    ['a name in the head', flow, '  id: nrm-form', '  id: nrm-from', /calls itself "nrm-from"/],
    ['a question without words', words, '- id: reference', '- id: referense', /(?:does not have any words|the flow does not have)/],
    ['an option without words', words, 'options: {uk: "UK", ', 'options: {', /where-exploitation-happened does not have words for uk/],
    [
      'words to look for an option that is none',
      said,
      '    gp: ["doctor"',
      '    pg: ["doctor"',
      /organisation has search words for "pg", which is not one of its answers/,
    ],
    [
      'a set without words',
      said,
      '- {id: councils, means',
      '- {id: council, means',
      /(?:"councils" does not have any words|the flow does not have "council")/,
    ],
    [
      'a result of a rule without words',
      said,
      '    "no": "your organisation cannot make',
      '    maybe: "your organisation cannot make',
      /may-refer does not have words for "no"/,
    ],
  ])('%s', (_name, file, from, to, wanted) => {
    const text = pack.read(file)
    expect(lineOf(text, from)).toBeGreaterThan(0)
    const findings = found(file, text.replace(from, to))
    expect(findings[0]).toMatch(wanted)
    const line = Number(/:(\d+) /.exec(findings[0] ?? '')?.[1])
    expect(Math.abs(line - lineOf(text, from) - 1)).toBeLessThan(8)
  })

  test('an invariant that does not hold is found by the check', () => {
    const text = pack.read(flow)
    const at = fieldLine(text, 'child-never-duty-to-notify', 'never')
    const edit = { file: flow, text: withLine(text, at, () => '  never: [nrm]') }
    const loaded = pack.load([edit])
    if (!loaded.pack) throw new Error('the pack does not load')
    expect(flowRouteFindings(loaded)).toEqual([
      expect.objectContaining({ file: flow, found: expect.stringContaining('it is not true when pv-under-age is') }),
    ])
  })

  test('words for a flow that is not there', () =>
    expect(found('national/words/en/flows/other.yaml', 'version: 1\n')).toEqual([expect.stringContaining('there is no flow "other"')]))
})
