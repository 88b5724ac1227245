import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadPack } from '../content/load.ts'
import { printFindings } from '../processes/print.ts'
import { importNews } from './import-news.ts'
import { main } from './main.ts'
import { trainingProviderIn } from './press-training-provider.ts'
import { route } from './route.ts'

/* Whatever it is given, a command ends with a known exit code and says why, and shows nobody a stack. */

const folder = mkdtempSync(join(tmpdir(), 'waymark-any-use-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let said = ''
beforeEach(() => {
  // A pack that is not there: whatever gets as far as that ends there, and nothing of this clone is written to.
  vi.stubEnv('WAYMARK_PACK', 'nowhere')
  const keep = (text: unknown): boolean => {
    said += `${text}\n`
    return true
  }
  for (const name of ['log', 'error'] as const) vi.spyOn(console, name).mockImplementation(keep)
  for (const out of [process.stdout, process.stderr]) vi.spyOn(out, 'write').mockImplementation(keep)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

/** Ends in a known way, and with words: a fault is a sentence, and no error of JavaScript. */
const endsWell = async (act: () => number | Promise<number>): Promise<number> => {
  said = ''
  const code = await act()
  expect([0, 1, 2]).toContain(code)
  expect(said.trim()).not.toBe('')
  expect(said).not.toMatch(/^\s+at .*:\d+|\b(?:Type|Range|Syntax|Reference)Error\b|\[object Object\]|node:internal/m)
  return code
}

const hostileFiles = (): string[] => {
  const file = (name: string, bytes: string | Buffer): string => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }
  const fifo = join(folder, 'fifo')
  execFileSync('mkfifo', [fifo])
  const [circle, deep] = [join(folder, 'circle'), join(folder, 'a folder')]
  symlinkSync(circle, circle)
  mkdirSync(deep)
  return [
    ...[
      '/dev/zero',
      '/dev/null',
      '/proc/self/mem',
      '/',
      fifo,
      circle,
      deep,
      join(folder, 'none'),
      `${file('text', 'x')}/in-a-file`,
      `${circle}/x`,
    ],
    file('empty', ''),
    file('bytes', Buffer.from([0xff, 0xfe, 0, 0x80])),
    file('zip', Buffer.from('PK\u0003\u0004'.repeat(50))),
    file('deep.yaml', '['.repeat(5000)),
    file('aliases.yaml', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n'),
    file('head.md', '---\ntitle: [\n---\n'),
    file('long', 'x'.repeat(1_100_000)),
  ]
}
const files = hostileFiles()

const word = fc.oneof(
  fc.constantFrom(...files),
  fc.constantFrom(
    '',
    '-',
    '--',
    '..',
    '../..',
    '__proto__',
    'constructor',
    'nowhere',
    'pathway',
    'news',
    'ar',
    'x'.repeat(5000),
    '\u001b[2J',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const flag = fc.constantFrom(
  ...['--out', '--only', '--for', '--json', '--pack', '--answers', '--at', '--replace', '--area-differs', '--by', '--date', '--dry-run'],
  ...['--audience', '--language', '--help', '--demo', '--reset', '--no-such'],
)
const verb = fc.constantFrom(
  ...[['serve'], ['check'], ['build'], ['press'], ['route'], ['rights'], ['words'], ['import'], ['import', 'news'], ['translate'], []],
  ...[
    ['translate', 'export'],
    ['translate', 'import'],
    ['route', 'pathway', '--answers'],
    ['build', '--out'],
    ['press', '--out'],
  ],
)

const { pack } = loadPack(fileURLToPath(new URL('../../content', import.meta.url)), 'hertfordshire')
/** Texts that are near to what a verb reads: its names, each with a value that is right or with any. */
const near = (right: Readonly<Record<string, readonly string[]>>) => {
  const value = fc.oneof(fc.json({ maxDepth: 2 }), fc.constantFrom('1', '~', '2026-02-30', '!!js x', '&a *a', '- x', "'", ''))
  const lines = Object.entries(right).map(([name, values]) => {
    const line = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...values) }, value)
    return fc.oneof({ weight: 8, arbitrary: line.map((given) => `${name}: ${given}\n`) }, fc.constant(''))
  })
  const strange = fc.tuple(fc.constantFrom('__proto__', 'toString', 'x'), value).map(([name, given]) => `${name}: ${given}\n`)
  return fc.tuple(...lines, fc.oneof({ weight: 4, arbitrary: fc.constant('') }, strange)).map((parts) => parts.join(''))
}
const fileOf = (text: string): string => {
  writeFileSync(join(folder, 'given'), text)
  return join(folder, 'given')
}
/** Every fault that was put in to try them was found in fewer. */
const runs = { numRuns: process.env.WAYMARK_ALL ? 2000 : 80 }

/** A file of a training provider is read, or what is to be mended in it is told. */
const providerEndsWell = async (file: string): Promise<void> => {
  if (!pack) throw new Error('the shipped pack does not load')
  const read = await trainingProviderIn(file, pack, async () => ({ fault: 'type' }))
  if ('provider' in read) return
  expect(read.findings.length).toBeGreaterThan(0)
  await endsWell(() => {
    printFindings(read.findings, console.error)
    return 1
  })
}

test('any words behind any verb', async () => {
  const words = fc.tuple(verb, fc.array(fc.oneof(word, word, flag), { maxLength: 5 }), fc.string({ maxLength: 6 }))
  await fc.assert(
    fc.asyncProperty(words, async ([verbs, rest, port]) => {
      vi.stubEnv('PORT', port)
      await endsWell(() => main([...verbs, ...rest]))
    }),
    { numRuns: process.env.WAYMARK_ALL ? 2000 : 60 },
  )
})

test('any file, for each verb that reads one', async () => {
  for (const file of files) {
    await endsWell(() => main(['route', 'pathway', '--answers', file]))
    await endsWell(() => main(['import', 'news', file, '--pack', 'hertfordshire']))
    await endsWell(() => main(['translate', 'import', 'ar', file]))
    for (const verb of ['press', 'build', 'rights']) await endsWell(() => main([verb, '--out', file]))
    await providerEndsWell(file)
  }
})

test('any answers', async () => {
  const answers = near({
    danger: ['"yes"', '"no"'],
    organisation: ['gp', 'school', '"council-district"'],
    'under-18': ['"yes"', '"no"', 'not-sure'],
    contact: ['refuses'],
    situation: ['[no-safe-place]', '[]'],
    flow: ['pathway'],
    version: ['1', '2', '{toString: 1}'],
  })
  await fc.assert(
    fc.asyncProperty(answers, fc.boolean(), fc.boolean(), (text, json, inside) => {
      const given = fileOf(inside ? `answers:\n  ${text.replaceAll('\n', '\n  ')}` : text)
      return endsWell(() =>
        route('pathway', { answers: given, json, at: '2026-11-28T21:10:00+00:00' }, { WAYMARK_PACK: '' }, () => pack),
      ).then(() => {})
    }),
    runs,
  )
})

test('any article, which is taken byte for byte or not at all', async () => {
  const content = join(folder, 'content')
  const news = join(content, 'kent/news')
  mkdirSync(news, { recursive: true })
  writeFileSync(join(content, 'kent/partnership.yaml'), 'area: Kent\n')
  const head = near({
    title: ['A day in May', '"../../x"', '"А"'],
    area: ['Kent'],
    url: ['https://example.org/a'],
    publish: ['{date: 30 Jul 2019}'],
    og: ['{description: What it says.}'],
  })
  let taken = 0
  await fc.assert(
    fc.asyncProperty(head, fc.string(), async (yaml, body) => {
      const text = `---\n${yaml}---\n${body}\n`
      const code = await endsWell(() => importNews(fileOf(text), { pack: 'kent', replace: true, areaDiffers: true, content }))
      const there = readdirSync(news).map((name) => readFileSync(join(news, name), 'utf8'))
      for (const name of readdirSync(news)) rmSync(join(news, name))
      expect(there).toEqual(code === 0 ? [text] : [])
      taken += code === 0 ? 1 : 0
    }),
    runs,
  )
  expect(taken).toBeGreaterThan(0)
  expect(readdirSync(content, { recursive: true }).sort()).toEqual(['kent', 'kent/news', 'kent/partnership.yaml'])
})

test('any file of a training provider', async () => {
  const provider = near({
    name: ['"Kind Training"'],
    lead: ['"Sam Lee"'],
    number: ['"01632 960001"', '01632'],
    logo: ['a.png', '/dev/zero', '..'],
  })
  await fc.assert(
    fc.asyncProperty(provider, (text) => providerEndsWell(fileOf(text))),
    runs,
  )
})
