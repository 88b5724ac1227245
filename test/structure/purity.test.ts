import { expect, test } from 'vitest'
import { child, children, filesUnder, isForTests, lineOf, literal, type Node, nameOf, parse, read } from './source.ts'

/** Clock, chance, machine and network: nothing of it in domain, where `now` is an argument. */
const members = new Set(['Date.now', 'Math.random', 'Temporal.Now'])
const globals = new Set([
  'process',
  'globalThis',
  'fetch',
  'crypto',
  'performance',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'require',
  'navigator',
  'Intl',
])

const faultIn = (node: Node): string | null => {
  if (node.type === 'MemberExpression') {
    const [object, property] = [nameOf(child(node, 'object')), child(node, 'property')]
    const name = `${object}.${nameOf(property) || (literal(property) ?? '')}`
    if (members.has(name)) return name
    if (globals.has(object)) return object
  }
  const callee = nameOf(child(node, 'callee'))
  if (node.type === 'NewExpression' && callee === 'Date' && children(node, 'arguments').length === 0) return 'new Date()'
  if (node.type === 'CallExpression' && (callee === 'Date' || globals.has(callee))) return callee
  if (node.type === 'MetaProperty') return 'import.meta'
  return null
}

const impurities = (path: string, code: string): string[] =>
  parse(path, code).flatMap((node) => {
    const fault = faultIn(node)
    return fault ? [`${path}:${lineOf(code, node)} ${fault}`] : []
  })

test('domain asks neither clock nor chance nor machine', () => {
  const files = filesUnder('src/domain').filter((path) => path.endsWith('.ts') && !isForTests(path))
  expect(files.length).toBeGreaterThan(15)
  expect(files.flatMap((path) => impurities(path, read(path)))).toEqual([])
})

test.each([
  'const a = Date.now()',
  "const a = Date['now']()",
  'const a = new Date()',
  'const a = Date()',
  'const a = Math.random()',
  'const a = Temporal.Now.instant()',
  'const { instant } = Temporal.Now',
  "const a = process.env['X']",
  'const a = performance.now()',
  'fetch("https://example.org")',
  'setTimeout(() => {}, 1)',
  'const a = globalThis.process',
  'const a = new URL(import.meta.url)',
])('an impurity is seen: %s', (code) => {
  expect(impurities('src/domain/a.ts', code).length).toBeGreaterThan(0)
})

test('dates that are given are no impurity', () => {
  expect(
    impurities(
      'src/domain/a.ts',
      'const a = Date.UTC(2019, 6, 30); const b = new Date(a); const c = Temporal.PlainDate.from(x); const d = { process: 1 }.process',
    ),
  ).toEqual([])
})
