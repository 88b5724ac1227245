import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { loadPack } from '../content/load.ts'
import { route } from './route.ts'

vi.mock('./built-pack.ts', () => ({
  builtPack: (id: string) => loadPack(fileURLToPath(new URL('../../content', import.meta.url)), id).pack,
}))

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
const run = (answers: string, options: { flow?: string; at?: string; json?: boolean } = {}): number => {
  const file = join(folder, 'answers.yaml')
  writeFileSync(file, answers)
  return route(options.flow ?? 'pathway', { answers: file, at: options.at ?? at, json: options.json ?? false }, {})
}

test('prints the route, what is missing and what was not used', () => {
  expect(run('danger: "no"\norganisation: nhs\nunder-18: "yes"\nagrees: "no"\n')).toBe(0)
  expect(out).toContain('route    danger > organisation > under-18 > safe-tonight')
  expect(out).toContain('missing  safe-tonight')
  expect(out).toContain('not used agrees')
  expect(out).toContain('outcome  not reached')
})

test('gives the outcome with the lines that are open at the instant', () => {
  expect(run('{danger: "no", organisation: school, under-18: not-sure, safe-tonight: "no"}', { json: true })).toBe(0)
  const { outcome, at: then } = JSON.parse(out)
  expect(then).toBe('2026-11-28T21:10:00+00:00')
  expect(outcome.id).toBe('child')
  const line = outcome.actions.find((a: { id: string }) => a.id === 'childrens-services').services[0]
  expect(line).toMatchObject({ id: 'childrens-services', phone: '0300 123 4043' })
})

test('answers to another version are told, not misread', () => {
  expect(run('{flow: pathway, version: 99, answers: {danger: "yes"}}')).toBe(1)
  expect(wrong).toContain('version 99')
  expect(run('{flow: pathway, version: {toString: 1}, answers: {danger: "yes"}}')).toBe(1)
  expect(wrong).toContain('no known version')
  expect(out).toBe('')
  expect(run('{flow: nrm-form, version: 1, answers: {danger: "yes"}}')).toBe(2)
})

test.each<[string, () => number, string]>([
  ['a flow that is not there', () => run('danger: "yes"', { flow: 'path' }), 'There is no flow "path"'],
  ['an instant that is none', () => run('danger: "yes"', { at: 'now' }), 'not an instant'],
  ['a file without answers', () => run('- yes'), 'does not hold answers'],
])('%s is wrong use', (_name, act, says) => {
  expect(act()).toBe(2)
  expect(wrong).toContain(says)
})
