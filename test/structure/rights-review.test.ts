import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shippedPack, testPack } from '../../src/content/fixtures.ts'
import type { Loaded } from '../../src/content/load.ts'
import { rightsDocument } from '../../src/content/rights-document.ts'

const made = new Map<Loaded, string[]>()
const linesOf = (loaded: Loaded): string[] => {
  if (!loaded.pack) throw new Error(`the pack has faults: ${JSON.stringify(loaded.findings.slice(0, 3))}`)
  const lines = made.get(loaded) ?? rightsDocument(loaded).split('\n')
  made.set(loaded, lines)
  return lines
}

test('docs/review/rights.md lists what the files say today', () => {
  const kept = readFileSync(new URL('../../docs/review/rights.md', import.meta.url), 'utf8')
  // Compared as lines: what differs is then told, and not the whole.
  expect(kept.split('\n'), 'run: npx waymark rights --out docs/review/rights.md').toEqual(linesOf(shippedPack('hertfordshire')))
})

test('a sentence that is changed, or added, makes it old', () => {
  const pack = testPack()
  const file = 'national/pages/your-rights.md'
  const text = pack.read(file).replace('You can say no.', 'You can refuse.')
  const after = pack.load([{ file, text }])
  pack.remove()
  const before = linesOf(shippedPack('hertfordshire'))
  const added = linesOf(after).filter((line) => !before.includes(line))
  expect(added).toEqual([expect.stringMatching(/^\| [0-9a-f]{6} \| You can refuse\. \| consent \| \| \|$/)])
})
