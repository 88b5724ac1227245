import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { arrowFaults, inside, outOfReach, reachFaults, roomOf, rooms } from './arrows.ts'
import { importsOf } from './imports.ts'
import { arrowsOf, circlesOf, linksOf } from './measures/graph.ts'
import { filesUnder, isForTests, read } from './source.ts'

/** Files of the machine may be touched here only; the pack's own by `content/files.ts` alone. */
const readers = [
  /^src\/content\/(?:files|read-bounded)\.ts$/,
  /^src\/web\/assets\/(?:assets|share-images)\.ts$/,
  /^src\/(?:press\/run|store|processes|cli)\//,
]
/** Sets a limit of time to patterns that an editor wrote, and touches nothing of the machine (docs/decisions/0040-style-list.md). */
const stopwatch = 'src/content/check/look-through.ts'
/** In domain, libraries without input or output. */
const pure = new Set(['zod', 'any-ascii'])

const libraryFaults = (path: string, code: string): string[] =>
  importsOf(path, code).flatMap(({ kind, to }) => {
    if (kind === 'own') return []
    if (roomOf(path) === 'domain' && !pure.has(to)) return [`${path} imports ${to}`]
    if (path === stopwatch && to === 'node:vm') return []
    if (/^(node:)?(fs|child_process|worker_threads|cluster|module|vm)(\/|$)/.test(to) && !readers.some((r) => r.test(path)))
      return [`${path} imports ${to}`]
    return []
  })

const sources = filesUnder('src').filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))

const code = sources.map((path) => ({ path, code: read(path) }))

test('the arrows between rooms, and between the folders of a room, are kept', () => {
  expect(sources.length).toBeGreaterThan(80)
  expect(code.flatMap((file) => arrowFaults(file.path, file.code))).toEqual([])
})

test('no way leads to what is out of reach', () => {
  expect(reachFaults(code)).toEqual([])
})

test('there is no circle between folders', () => {
  const own = code.filter(({ path }) => !isForTests(path))
  const circles = circlesOf(arrowsOf(linksOf(own))).map(({ folders, example }) => [
    `${folders.length} folders: ${folders.join(', ')}`,
    ...example.map(({ links }) => `${links[0]?.from} imports ${links[0]?.to}`),
  ])
  expect(circles, 'npm run structure tells more').toEqual([])
})

test('domain has no input or output, and content files are read in one place', () => {
  expect(sources.filter((path) => !isForTests(path)).flatMap((path) => libraryFaults(path, read(path)))).toEqual([])
})

test('what is for tests is used by tests only', () => {
  const used = sources.filter((path) => !isForTests(path)).flatMap((path) => importsOf(path, read(path)).map(({ to }) => ({ path, to })))
  expect(used.filter(({ to }) => isForTests(to))).toEqual([])
})

const every = [
  ...Object.entries(rooms).map(([name, rule]) => ({ at: 'src', name, rule, all: Object.keys(rooms) })),
  ...Object.entries(inside).flatMap(([room, rules]) =>
    Object.entries(rules).map(([name, rule]) => ({ at: `src/${room}`, name, rule, all: Object.keys(rules) })),
  ),
]

/** A file of a folder, deep enough that rooms with folders of their own have one for it. */
const fileIn = (at: string, name: string): string => {
  const folder = at === 'src' ? Object.keys(inside[name] ?? {}).find(Boolean) : undefined
  return posix.join(at, name, folder ?? (at === 'src' ? 'x' : ''), 'a.ts')
}

test.each(every)('$at/$name may import what its rule says and nothing else', ({ at, name, rule, all }) => {
  const from = fileIn(at, name)
  const faults = (to: string) => {
    const way = posix.relative(posix.dirname(from), fileIn(at, to))
    return arrowFaults(from, `import type { B } from '${way.startsWith('.') ? way : `./${way}`}'`)
  }
  expect(all.filter((to) => faults(to).length === 0).toSorted()).toEqual([name, ...rule.may].toSorted())
  expect(rule.may.filter((to) => !all.includes(to))).toEqual([])
  expect(rule.why).toMatch(/\.$/)
})

test.each([
  ['src/domain/a.ts', "import { b } from '../format/b.ts'"],
  ['src/domain/a.ts', "import type { B } from '../content/b.ts'"],
  ['src/domain/a.ts', "export * from '../cli/b.ts'"],
  ['src/domain/a.ts', "export { b } from '../cli/b.ts'"],
  ['src/content/a.ts', "type B = import('../format/b.ts').B"],
  ['src/content/a.ts', "const b = await import('../store/b.ts')"],
  ['src/content/a.ts', 'const b = await import(`../format/b.ts`)'],
  ['src/web/components/a.tsx', "import { b } from '../../cli/b.ts'\nexport const A = () => <p>{b}</p>"],
  ['src/web/components/a.tsx', "import { b } from '../../store/queries/b.ts'"],
  ['src/web/http/a.ts', "import { b } from '../../../tools/build.ts'"],
  ['src/web/http/a.ts', "import { b } from '../../../test/support.ts'"],
  ['src/web/http/a.ts', "import { b } from '/somewhere/b.ts'"],
  ['src/web/http/a.ts', 'const b = await import(name)'],
  ['src/web/public/pages/a.ts', "import type { B } from '../../desk/b.ts'"],
  ['src/press/kinds/poster/a.ts', "import { b } from '../../run/b.ts'"],
  ['src/elsewhere/a.ts', 'export {}'],
  ['src/web/elsewhere/a.ts', 'export {}'],
  ['src/web/a.ts', 'export {}'],
])('an arrow the wrong way is seen: %s, %s', (path, code) => {
  expect(arrowFaults(path, code)).toHaveLength(1)
})

test('a way to the keys is seen, however long, and the store without them is not one', () => {
  const files = [
    { path: 'src/web/intake/report.ts', code: "import { raise } from '../../commands/raise-concern.ts'" },
    { path: 'src/commands/raise-concern.ts', code: "import type { Seal } from '../store/seal/seal.ts'" },
    { path: 'src/store/seal/seal.ts', code: '' },
    { path: 'src/store/keys/open.ts', code: '' },
    { path: 'src/commands/reply.ts', code: "import { open } from '../store/keys/open.ts'" },
  ]
  expect(reachFaults(files)).toEqual([])
  const [, ...others] = files
  const worse = {
    path: 'src/web/intake/report.ts',
    code: "import { raise } from '../../commands/raise-concern.ts'\nimport '../../commands/reply.ts'",
  }
  expect(reachFaults([worse, ...others])).toEqual([
    `src/web/intake/report.ts -> src/commands/reply.ts -> src/store/keys/open.ts: ${outOfReach[0]?.why}`,
  ])
  const sealing = { path: 'src/store/seal/seal.ts', code: "import { open } from '../keys/open.ts'" }
  expect(reachFaults([sealing, ...files.slice(3)])).toEqual([`src/store/seal/seal.ts -> src/store/keys/open.ts: ${outOfReach[0]?.why}`])
})

test.each([
  ['src/domain/a.ts', "import { readFileSync } from 'node:fs'"],
  ['src/domain/a.ts', "import { randomBytes } from 'crypto'"],
  ['src/domain/a.ts', "import yaml from 'yaml'"],
  ['src/content/words.ts', "import { readFileSync } from 'node:fs'"],
  ['src/web/public/pages/a.ts', "import { readFile } from 'fs/promises'"],
  ['src/web/public/pages/a.ts', "const fs = require('node:fs')"],
])('input or output in the wrong place is seen: %s, %s', (path, code) => {
  expect(libraryFaults(path, code)).toHaveLength(1)
})

test.each([
  ['src/cli/a.ts', "import { b } from '../web/public/b.ts'\nimport fs from 'node:fs'"],
  ['src/jobs/a.ts', "import type { B } from '../press/run/b.ts'"],
  [
    'src/domain/x/a.ts',
    "import { z } from 'zod'\nimport { b } from '../b.ts'\n// import { c } from '../../web/c.ts'\nconst d = \"import('../../web/d.ts')\"",
  ],
])('what is allowed is not called a fault: %s', (path, code) => {
  expect([...arrowFaults(path, code), ...libraryFaults(path, code)]).toEqual([])
})
