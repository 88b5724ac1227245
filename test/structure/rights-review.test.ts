import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { testPack } from '../../src/content/fixtures.ts'
import { loadPack } from '../../src/content/load.ts'
import { rightsDocument } from '../../src/content/rights-document.ts'

test('docs/review/rights.md lists what the files say today', () => {
  const loaded = loadPack(fileURLToPath(new URL('../../content', import.meta.url)), 'hertfordshire')
  if (!loaded.pack) throw new Error(`the pack has faults: ${JSON.stringify(loaded.findings.slice(0, 3))}`)
  const kept = readFileSync(new URL('../../docs/review/rights.md', import.meta.url), 'utf8')
  // Compared as lines: what differs is then told, and not the whole.
  expect(kept.split('\n'), 'run: npx waymark rights --out docs/review/rights.md').toEqual(rightsDocument(loaded).split('\n'))
})

test('a sentence that is changed, or added, makes it old', () => {
  const pack = testPack()
  const file = 'national/pages/your-rights.md'
  const text = pack.read(file).replace('You can say no.', 'You can refuse.')
  const [before, after] = [pack.load(), pack.load([{ file, text }])].map((loaded) =>
    loaded.pack ? rightsDocument(loaded).split('\n') : [],
  )
  pack.remove()
  const added = after?.filter((line) => !before?.includes(line)) ?? []
  expect(added).toEqual([expect.stringMatching(/^\| [0-9a-f]{6} \| You can refuse\. \| consent \| \| \|$/)])
})
