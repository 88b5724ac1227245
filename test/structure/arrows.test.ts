import { expect, test } from 'vitest'
import { importsOf } from './imports.ts'
import { filesUnder, isForTests, read } from './source.ts'

/** Which rooms a room may import, besides itself (ARCHITECTURE.md). */
const arrows: Record<string, readonly string[]> = {
  domain: [],
  content: ['domain'],
  press: ['domain', 'content'],
  store: ['domain'],
  actions: ['domain', 'content', 'store'],
  jobs: ['domain', 'content', 'press', 'store', 'actions'],
  web: ['domain', 'content', 'press', 'store', 'actions', 'jobs'],
  cli: ['domain', 'content', 'press', 'store', 'actions', 'jobs', 'web'],
}

const roomOf = (path: string): string => (path === 'src/cli.ts' ? 'cli' : (/^src\/([^/]+)\//.exec(path)?.[1] ?? ''))

const arrowFaults = (path: string, code: string): string[] => {
  const room = roomOf(path)
  const may = arrows[room]
  if (!may) return [`${path} lies in no room`]
  return importsOf(path, code).flatMap(({ kind, to }) => {
    if (kind === 'library') return []
    const other = roomOf(to)
    return other === room || may.includes(other) ? [] : [`${path} (${room}) imports ${to}`]
  })
}

/** Files of the machine may be touched here only; the pack's own by `content/files.ts` alone. */
const readers = [/^src\/content\/files\.ts$/, /^src\/web\/assets\/(?:assets|cards)\.ts$/, /^src\/cli\//]
/** In domain, libraries without input or output. */
const pure = new Set(['zod'])

const libraryFaults = (path: string, code: string): string[] =>
  importsOf(path, code).flatMap(({ kind, to }) => {
    if (kind === 'own') return []
    if (roomOf(path) === 'domain' && !pure.has(to)) return [`${path} imports ${to}`]
    if (/^(node:)?(fs|child_process|worker_threads|cluster|module|vm)(\/|$)/.test(to) && !readers.some((r) => r.test(path)))
      return [`${path} imports ${to}`]
    return []
  })

const sources = filesUnder('src').filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))

test('the arrows between rooms are kept', () => {
  expect(sources.length).toBeGreaterThan(80)
  expect(sources.flatMap((path) => arrowFaults(path, read(path)))).toEqual([])
})

test('domain has no input or output, and content files are read in one place', () => {
  expect(sources.filter((path) => !isForTests(path)).flatMap((path) => libraryFaults(path, read(path)))).toEqual([])
})

test('what is for tests is used by tests only', () => {
  const used = sources.filter((path) => !isForTests(path)).flatMap((path) => importsOf(path, read(path)).map(({ to }) => ({ path, to })))
  expect(used.filter(({ to }) => isForTests(to))).toEqual([])
})

test.each([
  ['src/domain/a.ts', "import { b } from '../web/b.ts'"],
  ['src/domain/a.ts', "import type { B } from '../content/b.ts'"],
  ['src/domain/a.ts', "export * from '../cli/b.ts'"],
  ['src/domain/a.ts', "export { b } from '../cli/b.ts'"],
  ['src/content/a.ts', "type B = import('../web/b.ts').B"],
  ['src/content/a.ts', "const b = await import('../store/b.ts')"],
  ['src/content/a.ts', 'const b = await import(`../web/b.ts`)'],
  ['src/store/a.ts', "import { b } from '../content/b.ts'"],
  ['src/actions/a.ts', "import { b } from '../jobs/b.ts'"],
  ['src/jobs/a.ts', "import { b } from '../web/b.ts'"],
  ['src/web/a.tsx', "import { b } from '../cli/b.ts'\nexport const A = () => <p>{b}</p>"],
  ['src/web/a.ts', "import { b } from '../../tools/build.ts'"],
  ['src/web/a.ts', "import { b } from '../../test/support.ts'"],
  ['src/web/a.ts', "import { b } from '/somewhere/b.ts'"],
  ['src/web/a.ts', 'const b = await import(name)'],
  ['src/elsewhere/a.ts', 'export {}'],
])('an arrow the wrong way is seen: %s, %s', (path, code) => {
  expect(arrowFaults(path, code)).toHaveLength(1)
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
  ['src/cli/a.ts', "import { b } from '../web/b.ts'\nimport fs from 'node:fs'"],
  ['src/jobs/a.ts', "import type { B } from '../press/b.ts'"],
  [
    'src/domain/x/a.ts',
    "import { z } from 'zod'\nimport { b } from '../b.ts'\n// import { c } from '../../web/c.ts'\nconst d = \"import('../../web/d.ts')\"",
  ],
])('what is allowed is not called a fault: %s', (path, code) => {
  expect([...arrowFaults(path, code), ...libraryFaults(path, code)]).toEqual([])
})
