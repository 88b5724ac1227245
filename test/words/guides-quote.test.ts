import { afterAll, expect, test } from 'vitest'
import { phoneFindings } from '../../src/content/check/phones.ts'
import { styleFindings } from '../../src/content/check/style.ts'
import type { Finding } from '../../src/content/finding.ts'
import { testPack } from '../../src/content/fixtures.ts'
import type { Whole } from '../../src/content/load.ts'
import { printFindings } from '../../src/processes/print.ts'
import { read } from '../structure/source.ts'

/* What the guides show of `waymark check` is what it prints. (The message about another county's number: src/content/check/copied.test.ts.) */

const pack = testPack()
afterAll(() => pack.remove())

test.each<[string, string, string, (whole: Whole) => Finding[]]>([
  ['docs/guide/content.md', 'national/pages/report.md', 'Ask a lawyer about leave to stay in the UK.', (whole) => styleFindings(whole)],
  ['docs/reference/check.md', 'national/pages/your-safety.md', 'Call 0800 121 700.', (whole) => phoneFindings(whole)],
])('%s', (guide, file, sentence, check) => {
  const loaded = pack.load([{ file, text: `${pack.read(file).trimEnd()}\n\n${sentence}\n` }])
  if (!loaded.pack) throw new Error(JSON.stringify(loaded.findings.slice(0, 3)))
  const printed: string[] = []
  printFindings(
    check(loaded).filter((finding) => finding.file === file),
    (line) => printed.push(withoutLine(line)),
  )
  expect(printed).toHaveLength(1)
  expect(withoutLine(read(guide))).toContain(printed[0])
})

const withoutLine = (text: string): string => text.replaceAll(/(\.(?:md|yaml)):\d+/g, '$1')
