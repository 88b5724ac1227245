import { expect, test } from 'vitest'
import { arrowsOf, circlesOf, linksOf, pairsOf } from './graph.ts'
import { formMechanisms, routes } from './mechanisms.ts'
import { holdsOnlyTypes, median, mostImported } from './modules.ts'

/** A made-up tree: what each file imports, by path from its root. */
const tree = (files: Record<string, readonly string[]>) =>
  Object.entries(files).map(([path, imports]) => ({
    path,
    code: imports.map((to, n) => `import { x as x${n} } from '${'../'.repeat(path.split('/').length - 1)}${to}'`).join('\n'),
  }))
const circlesIn = (files: Record<string, readonly string[]>) => circlesOf(arrowsOf(linksOf(tree(files))))

test('a tree whose arrows go one way has no circle', () => {
  expect(circlesIn({ 'src/a/1.ts': ['src/b/1.ts', 'src/a/2.ts'], 'src/a/2.ts': ['src/a/1.ts'], 'src/b/1.ts': [] })).toEqual([])
})

test('a circle is found though no file imports itself by any way, and is named by its imports', () => {
  const files = {
    'src/a/1.ts': ['src/b/1.ts'],
    'src/b/1.ts': [],
    'src/b/2.ts': ['src/c/1.ts'],
    'src/c/1.ts': [],
    'src/c/2.ts': ['src/a/2.ts'],
  }
  const [circle, ...others] = circlesIn({ ...files, 'src/a/2.ts': [], 'src/d/1.ts': ['src/a/1.ts'] })
  expect(others).toEqual([])
  expect(circle?.folders).toEqual(['src/a', 'src/b', 'src/c'])
  expect(circle?.example.flatMap(({ links }) => links)).toEqual([
    { from: 'src/a/1.ts', to: 'src/b/1.ts' },
    { from: 'src/b/2.ts', to: 'src/c/1.ts' },
    { from: 'src/c/2.ts', to: 'src/a/2.ts' },
  ])
})

test('two circles are two, and a folder and one inside it are two folders', () => {
  const two = circlesIn({
    'src/1.ts': ['src/a/1.ts'],
    'src/a/1.ts': ['src/1.ts', 'src/b/1.ts'],
    'src/b/1.ts': ['src/b/c/1.ts'],
    'src/b/c/1.ts': ['src/b/1.ts'],
  })
  expect(two.map(({ folders }) => folders)).toEqual([
    ['src', 'src/a'],
    ['src/b', 'src/b/c'],
  ])
})

test('importers are modules, each once, and folders that import each other are told', () => {
  const links = linksOf(
    tree({ 'src/a/1.ts': ['src/b/1.ts', 'src/b/1.ts'], 'src/a/2.ts': ['src/b/1.ts'], 'src/b/1.ts': ['src/a/2.ts', 'lost.ts'] }),
  )
  expect(mostImported(links)).toEqual([
    { path: 'src/b/1.ts', importers: 2 },
    { path: 'src/a/2.ts', importers: 1 },
  ])
  expect(pairsOf(arrowsOf(links))).toEqual(['src/a <-> src/b'])
})

test('imports of types and those that come late count', () => {
  const sources = ["import type { X } from '../b/1.ts'", "const b = await import('../b/1.ts')", "export * from '../b/1.ts'"].map(
    (code, n) => ({
      path: `src/a/${n}.ts`,
      code,
    }),
  )
  expect(linksOf([...sources, { path: 'src/b/1.ts', code: '' }])).toHaveLength(3)
})

test.each([
  ['export type A = string', true],
  ["export interface A { b: string }\nimport { c } from './c.ts'", true],
  ["export type { A } from './a.ts'", true],
  ["export { type A, type B } from './a.ts'", true],
  ["export type * from './a.ts'", true],
  ['export declare const a: string', true],
  ["export { type A, b } from './a.ts'", false],
  ["export * from './a.ts'", false],
  ['export type A = string\nexport const a = 1', false],
  ['export default function a() {}', false],
  ['const a = 1', false],
])('a module that holds only types: %s, %s', (code, only) => {
  expect(holdsOnlyTypes({ path: 'src/a.ts', code })).toBe(only)
})

test('modules that read forms are told, those of the shared folder as one', () => {
  const code = "const answer = (form: URLSearchParams) => form.get('q')"
  const others = [
    "const answer = (form) => form.getAll('q')",
    "const answer = (sent: FormData) => sent.has('q')",
    "const answer = (read) => read.form.get('q')",
    'const answer = async (c) => c.req.parseBody()',
  ].map((code, n) => ({ path: `src/web/public/${n}.ts`, code }))
  const apart = [
    "const answer = (reader) => reader.text('q')",
    "const page = pack.flows.get('nrm-form')",
    "form.set('a', b)",
    "const at = new URL(url).searchParams.get('at')",
    "const field = (form: Form) => forms.get('q')",
  ].map((code, n) => ({ path: `src/web/flow/${n}.ts`, code }))
  const shared = ['src/web/forms/read.ts', 'src/web/forms/dates.ts'].map((path) => ({ path, code }))
  expect(formMechanisms([...shared, ...apart])).toEqual(['src/web/forms/'])
  expect(formMechanisms([...shared, ...others, ...apart])).toEqual(['src/web/forms/', ...others.map(({ path }) => path)])
})

test.each([
  ['const app = new Hono()', true],
  ["const form = method === 'POST' ? posted.get(path) : undefined", true],
  ["const files = /^\\/resources\\/(.*)/; if (request.method !== 'GET') refuse(files.exec(path))", true],
  ["switch (request.method) { case 'POST': posts.get(pathname) }", true],
  ["if (['POST', 'PUT'].includes(request.method)) posts.get(path)", true],
  // The look-up of finished pages, the check of a form's origin, an answer without its body.
  ["if (method === 'GET' || method === 'HEAD') pages.get(path)", false],
  ["if (request.method === 'POST' && !fromHere(request)) refuse()", false],
  ["response.end(request.method === 'HEAD' ? undefined : bytes); pages.get(path)", false],
  ['const files = /^\\/resources\\/(.*)/', false],
])('a router: %s, %s', (code, router) => {
  expect(routes({ path: 'src/web/http/a.ts', code })).toBe(router)
})

test('the middle of lengths', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7])
})
