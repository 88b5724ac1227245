import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { filesUnder, fingerprintOf, isSame } from './fingerprint.ts'

const work = mkdtempSync(join(tmpdir(), 'waymark-fingerprint-'))
afterAll(() => rmSync(work, { recursive: true }))
const folder = join(work, 'a')
const past = new Date('2026-01-01')
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'inner'), { recursive: true })
  writeFileSync(join(folder, 'one.yaml'), 'one')
  writeFileSync(join(folder, 'inner/two.yaml'), 'two')
  for (const file of filesUnder(folder)) utimesSync(file, past, past)
})
const same = (known: ReturnType<typeof fingerprintOf>, at = folder): boolean => isSame(known, at, filesUnder(at))

test('a copy elsewhere, with times of its own, is the same', () => {
  const known = fingerprintOf(folder, filesUnder(folder))
  const copy = join(work, 'b')
  cpSync(folder, copy, { recursive: true })
  expect(same(known, copy)).toBe(true)
})

test.each([
  ['other bytes of the same length', () => writeFileSync(join(folder, 'one.yaml'), 'eno')],
  ['one more', () => writeFileSync(join(folder, 'three.yaml'), '')],
  ['one less', () => rmSync(join(folder, 'one.yaml'))],
  ['another name', () => cpSync(join(folder, 'inner'), join(folder, 'outer'), { recursive: true })],
])('%s is another', (_, change) => {
  const known = fingerprintOf(folder, filesUnder(folder))
  expect(same(known)).toBe(true)
  change()
  expect(same(known)).toBe(false)
})

test('what begins with a dot does not count', () => {
  const known = fingerprintOf(folder, filesUnder(folder))
  writeFileSync(join(folder, '.one.yaml.swp'), 'x')
  expect(same(known)).toBe(true)
})
