import { tmpdir } from 'node:os'
import { beforeEach, expect, test, vi } from 'vitest'
import { main } from './main.ts'

let said = ''
beforeEach(() => {
  said = ''
  const keep = (text: unknown): boolean => {
    said += `${text}\n`
    return true
  }
  for (const name of ['log', 'error'] as const) vi.spyOn(console, name).mockImplementation(keep)
  for (const out of [process.stdout, process.stderr]) vi.spyOn(out, 'write').mockImplementation(keep)
})

test.each([
  [['nothing']],
  [['check', '../..']],
  [['check', 'a\0b']],
  [['route', 'pathway', '--answers', '/dev/zero']],
  [['route', '__proto__', '--answers', 'x']],
  [['rights', '--pack', '../..']],
  [['import', 'news', '/dev/zero']],
  [['import', 'news', tmpdir(), '--pack', '..']],
  [['import', 'x', 'y']],
  [['translate', 'import', 'ar', 'x', '--pack', '..']],
  [['press', '--out', '/']],
  [['build', '--out', '/']],
  [['build']],
])('wrong use ends with 2 and a sentence, never a stack: %j', async (args) => {
  expect(await main(args)).toBe(2)
  expect(said.trim()).not.toBe('')
  expect(said).not.toMatch(/^\s+at /m)
})
