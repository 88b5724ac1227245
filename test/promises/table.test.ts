import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const doc = readFileSync(new URL('docs/promises.md', root), 'utf8')

/** Rows of the table: a promise, and the tests that hold it, each as `file`: "title". */
const rowsOf = (text: string): { promise: string; tests: { file: string; title: string }[] }[] =>
  text
    .split('\n')
    .filter((line) => /^\| (?!What|---)/.test(line))
    .map((line) => {
      const [, promise = '', tests = ''] = line.split(/\s*\|\s*/)
      return { promise, tests: [...tests.matchAll(/`([\w./-]+)`: “([^”]+)”/g)].map(([, file = '', title = '']) => ({ file, title })) }
    })

const faultsOf = (text: string): string[] =>
  rowsOf(text).flatMap(({ promise, tests }) => {
    if (!tests.length) return [`"${promise}" has no test`]
    return tests.flatMap(({ file, title }) => {
      const path = new URL(file, root)
      if (!existsSync(path)) return [`${file} is not there`]
      return readFileSync(path, 'utf8').includes(`'${title}'`) ? [] : [`${file} has no test '${title}'`]
    })
  })

test('every promise has a test that is there', () => {
  expect(rowsOf(doc).length).toBeGreaterThan(10)
  expect(faultsOf(doc)).toEqual([])
  const promises = rowsOf(doc).map(({ promise }) => promise)
  expect(promises.filter((promise, at) => promises.indexOf(promise) !== at)).toEqual([])
})

test('a promise without its test would be seen', () => {
  expect(faultsOf('| We never lie | |')).toEqual(['"We never lie" has no test'])
  expect(faultsOf('| A | `test/nowhere.test.ts`: “x” |')).toEqual(['test/nowhere.test.ts is not there'])
  expect(faultsOf('| A | `test/promises/table.test.ts`: “no such title” |')).toHaveLength(1)
})
