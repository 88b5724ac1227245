import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { tidy } from './cache.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-cache-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('only what is unused and thirty days old is taken away, and nothing that is none of ours', () => {
  const [current, old, young] = ['a', 'b', 'c'].map((letter) => letter.repeat(32)) as [string, string, string]
  const now = Date.parse('2027-03-01T00:00:00Z')
  const days = (count: number) => new Date(now - count * 24 * 3600 * 1000)
  for (const [name, made] of [
    [current, days(400)],
    [old, days(31)],
    [young, days(29)],
    ['form-key', days(400)],
    [`${old}.7.new`, days(400)],
  ] as const) {
    writeFileSync(join(folder, name), name)
    utimesSync(join(folder, name), made, made)
  }
  tidy(folder, new Set([current]), now)
  expect(readdirSync(folder).sort()).toEqual([current, `${old}.7.new`, young, 'form-key'].sort())
  tidy(join(folder, 'nowhere'), new Set(), now)
})
