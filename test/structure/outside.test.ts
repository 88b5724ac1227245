import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { importsOf } from './imports.ts'
import { child, children, filesUnder, lineOf, literal, nameOf, parse, read } from './source.ts'

/** A folder of the machine, as the beginning of a text in quotes. Addresses of pages begin with a slash too, but not with these. */
const machine = /(["'`])(?:\/(?:work|home|root|usr|tmp|var|etc|opt|srv|mnt|Users|private)(?:\/|\1)|[A-Za-z]:\\\\|~\/)/
/** What lay beside the clone when it was made. A room may have a folder of that name. */
const beside = /(?:\.\.\/)+(?:shared|seed|main)\b/g
const isBeside = (path: string, line: string): boolean =>
  [...line.matchAll(beside)].some(([to]) => !posix.join(posix.dirname(path), to).startsWith('src/'))

const textFaults = (path: string, text: string): string[] =>
  text
    .split('\n')
    .flatMap((line, i) => (machine.test(line) || isBeside(path, line) ? [`${path}:${i + 1} ${line.trim().slice(0, 100)}`] : []))

/** To parse every file takes seconds: those alone in which something goes up by more folders than the file lies deep, or begins at the root. */
const mayClimb = (path: string, code: string): boolean =>
  [...code.matchAll(/(?:\.\.\/?)+/g)].some(([up]) => up.split('..').length > path.split('/').length) || /['"`]\//.test(code)

/** `new URL(path, import.meta.url)` and imports that climb out of the clone. */
const climbFaults = (path: string, code: string): string[] => {
  if (!mayClimb(path, code)) return []
  const urls = parse(path, code).flatMap((node) => {
    if (node.type !== 'NewExpression' || nameOf(child(node, 'callee')) !== 'URL') return []
    const [to, from] = children(node, 'arguments')
    const target = literal(to)
    if (target === null || child(from, 'object')?.type !== 'MetaProperty') return []
    return posix.join(posix.dirname(path), target).startsWith('..') ? [`${path}:${lineOf(code, node)} ${target}`] : []
  })
  return [
    ...urls,
    ...importsOf(path, code).flatMap(({ kind, to }) => (kind === 'own' && /^(\.\.|\/)/.test(to) ? [`${path} imports ${to}`] : [])),
  ]
}

const isCode = (path: string): boolean => /\.tsx?$/.test(path)
const own = ['src', 'tools', 'bin', 'test', 'content', '.ci'].flatMap(filesUnder)
/** Tests that write such paths to show that they are refused; and where a machine may have its own Chromium. */
const exempt = /^(?:test\/(?:(?:http\/fuzz-wire|structure\/outside)\.test|drills\/upgrade)|tools\/chromium)\.ts$/

/** Names of the machine that are looked at on purpose, and why. */
const named: Readonly<Record<string, string>> = {
  'src/store/embedded/place.ts': 'Started by root, PostgreSQL runs as another user, in a folder that this user may enter.',
}

test('nothing outside the clone is read', () => {
  const texts = [...own, 'package.json', 'biome.json', 'tsconfig.json', 'vitest.config.ts'].filter((path) => !exempt.test(path))
  expect(texts.length).toBeGreaterThan(150)
  expect(texts.filter((path) => named[path] === undefined).flatMap((path) => textFaults(path, read(path)))).toEqual([])
  expect(Object.keys(named).filter((path) => !textFaults(path, read(path)).length)).toEqual([])
  expect(own.filter(isCode).flatMap((path) => climbFaults(path, read(path)))).toEqual([])
})

test.each([
  "readFileSync('/work/main/content/a.yaml')",
  'const a = "/home/me"',
  'cp ../shared/seed/a.md content/',
  'const a = `/tmp/x`',
  'const a = "C:\\\\Users"',
  "cd '~/x'",
])('a path outside is seen: %s', (text) => {
  expect(textFaults('src/a.ts', text)).toHaveLength(1)
})

test.each([["new URL('../../content', import.meta.url)"], ["import a from '../../../b.ts'"]])('a climb is seen: %s', (code) => {
  expect(climbFaults('src/a.ts', code)).toHaveLength(1)
})

test('addresses of pages are not paths', () => {
  expect(textFaults('src/press/kinds/a.ts', "import { b } from '../shared/b.ts'")).toEqual([])
  expect(textFaults('src/a.ts', "'/signs' '/report' `/news/feed.xml` '/' '/assets/' '/usual'")).toEqual([])
  expect(climbFaults('src/web/a.ts', "new URL('../../content/', import.meta.url)")).toEqual([])
})
