import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { shippedPack } from '../content/fixtures.ts'
import { route } from './route.ts'

/** Read once: a walk changes nothing of it. */
const { pack } = shippedPack('hertfordshire')

const folder = mkdtempSync(join(tmpdir(), 'waymark-route-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let out = ''
let wrong = ''
beforeEach(() => {
  out = ''
  wrong = ''
  vi.spyOn(console, 'log').mockImplementation((line: string) => {
    out += `${line}\n`
  })
  vi.spyOn(console, 'error').mockImplementation((line: string) => {
    wrong += `${line}\n`
  })
})

const at = '2026-11-28T21:10:00+00:00'
const run = (answers: string, options: { flow?: string; at?: string; json?: boolean } = {}): Promise<number> => {
  const file = join(folder, 'answers.yaml')
  writeFileSync(file, answers)
  return route(options.flow ?? 'pathway', { answers: file, at: options.at ?? at, json: options.json ?? false }, {}, (id) =>
    id === 'hertfordshire' ? pack : null,
  )
}

test('prints the route, what is missing and what was not used', async () => {
  expect(await run('danger: "no"\norganisation: gp\nunder-18: "yes"\ncontact: refuses\n')).toBe(0)
  expect(out).toContain('route    danger > organisation > under-18 > situation')
  expect(out).toContain('missing  situation')
  expect(out).toContain('not used contact')
  expect(out).toContain('outcome  not reached')
})

test('gives the outcome with the lines that are open at the instant', async () => {
  expect(await run('{danger: "no", organisation: school, under-18: not-sure, situation: [no-safe-place]}', { json: true })).toBe(0)
  const { outcome, at: then } = JSON.parse(out)
  expect(then).toBe('2026-11-28T21:10:00+00:00')
  expect(outcome.id).toBe('child')
  const line = outcome.actions.find((a: { id: string }) => a.id === 'childrens-services').services[0]
  expect(line).toMatchObject({ id: 'childrens-services', phone: '0300 123 4043' })
  const lead = outcome.actions.find((a: { id: string }) => a.id === 'your-lead')
  expect(lead).toMatchObject({ when: 'now', variant: null, sure: 'B' })
})

test('reads the answers of the contract as JSON, a list of ticks among them, and says what a reader of that organisation does', async () => {
  const answers = { danger: 'no', organisation: 'council-district', 'under-18': 'no', contact: 'refuses', situation: ['no-safe-place'] }
  expect(await run(JSON.stringify(answers), { json: true })).toBe(0)
  const said = JSON.parse(out)
  expect(said.missing).toEqual([])
  expect(said.outcome.id).toBe('adult-refuses')
  const housing = said.outcome.actions.find((a: { id: string }) => a.id === 'housing-tonight')
  expect(housing).toMatchObject({ variant: 'district', title: 'Ask your own housing team for a place tonight' })
  const contract = '{"danger": "no", "organisation": "gp", "under-18": "no", "contact": "not-explained", "situation": ["hospital"]}'
  out = ''
  expect(await run(contract)).toBe(0)
  expect(out).toContain('outcome  adult-not-explained')
})

test('answers to the first edition are told', async () => {
  expect(await run('{flow: pathway, version: 1, answers: {danger: "no", organisation: nhs, under-18: "no", agrees: "no"}}')).toBe(1)
  expect(wrong).toContain('version 1')
})

test('answers to another version are told, not misread', async () => {
  expect(await run('{flow: pathway, version: 99, answers: {danger: "yes"}}')).toBe(1)
  expect(wrong).toContain('version 99')
  expect(await run('{flow: pathway, version: {toString: 1}, answers: {danger: "yes"}}')).toBe(1)
  expect(wrong).toContain('an unknown version')
  expect(out).toBe('')
  expect(await run('{flow: nrm-form, version: 1, answers: {danger: "yes"}}')).toBe(2)
})

test.each<[string, () => Promise<number>, string]>([
  ['a flow that is not there', () => run('danger: "yes"', { flow: 'path' }), 'There is no flow "path"'],
  ['an instant that is none', () => run('danger: "yes"', { at: 'now' }), 'not a date and time'],
  ['a file without answers', () => run('- yes'), 'does not have any answers'],
])('%s is wrong use', async (_name, act, says) => {
  expect(await act()).toBe(2)
  expect(wrong).toContain(says)
})
