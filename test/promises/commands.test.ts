import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildFirst, startCommand } from './process.ts'

/* Each command once as it is built, in a process of its own: what it prints where, and its exit code. All else: src/cli. serve: start.test.ts; build: test/static; press: test/press. */

beforeAll(buildFirst, 60_000)

const folder = mkdtempSync(join(tmpdir(), 'waymark-commands-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [answers, article, sheet] = [join(folder, 'answers.yaml'), join(folder, 'article.md'), join(folder, 'ar.xlsx')]
writeFileSync(answers, '{danger: "yes"}')
writeFileSync(article, '---\ntitle: A day in May\n---\nWords.\n')

/** What reads and prints the whole pack takes longest; in `npm test` the others prove that a command runs as it is built. */
const long = ['rights', 'words']
const commands: [string[], number, RegExp][] = [
  [['check', 'nowhere'], 2, /^There is no pack "nowhere"\. You can choose from: fallowshire, hertfordshire, national\.\n$/],
  [['route', 'pathway', '--answers', answers], 0, /^pack {5}hertfordshire\nroute {4}danger\n.*\noutcome {2}\S+\n/],
  [['rights'], 0, /^# .+\n/],
  [['words', '--audience', 'victim'], 0, /\n# .+\n\n(?:national|hertfordshire)\/\S+:\d+ {2}.+\n/],
  [['import', 'news', article], 1, /article\.md:\d+ {2}error \(\S+\) {2}.+\n {4}.+\n/],
  [['translate', 'export', 'ar', '--out', sheet], 0, /^\S+ar\.xlsx: \d+ texts in Arabic\. .+\n$/],
]
test.each(commands.filter(([[name = '']]) => process.env.WAYMARK_ALL || !long.includes(name)))(
  'waymark %j ends with %i',
  async (args, code, says) => {
    const { ended, output } = startCommand({ args })
    expect([await ended, output()]).toEqual([code, expect.stringMatching(says)])
  },
)

test('the spreadsheet that was written is one', () => {
  expect(readFileSync(sheet).subarray(0, 2).toString()).toBe('PK')
})
