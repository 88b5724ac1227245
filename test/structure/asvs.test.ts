import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const document = readFileSync(new URL('docs/reference/asvs.md', root), 'utf8')

/** Requirements of level 1 and 2 of OWASP ASVS 5.0.0, chapter by chapter. */
const chapters = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]
const kinds = ['not here', 'document', 'does not arise']

type Row = { number: string; level: string; how: string; proof: string }

const rowsOf = (text: string): Row[] =>
  text.split('\n').flatMap((line) => {
    const [, number = '', level = '', , how = '', proof = ''] = line.split(/\s*\|\s*/)
    return /^\d+\.\d+\.\d+$/.test(number) ? [{ number, level, how, proof }] : []
  })

/** What is wrong with the proof of a row: a test that is not there, a reason that is missing, a document that nobody names. */
const faultsOf = ({ number, level, how, proof }: Row): string[] => {
  const tests = [...proof.matchAll(/`([\w./-]+)`: “([^”]+)”/g)].map(([, file = '', title = '']) => ({ file, title }))
  const missing = tests.flatMap(({ file, title }) => {
    const path = new URL(file, root)
    return existsSync(path) && readFileSync(path, 'utf8').includes(`'${title}'`) ? [] : [`${number}: ${file} has no test '${title}'`]
  })
  const kind = kinds.find((kind) => proof.startsWith(kind))
  const unsaid = [
    ...(level === '1' || level === '2' ? [] : ['has no level']),
    ...(how ? [] : ['does not say how']),
    ...(tests.length || kind ? [] : ['has no proof']),
    ...(kind === 'not here' && !/^not here.*: ./.test(proof) ? ['gives no reason'] : []),
    ...(kind === 'document' && !/\]\(|`[\w./-]+`/.test(how) ? ['names no document'] : []),
    ...(/#[a-z]/.test(proof) ? ['has a reference that leads nowhere'] : []),
  ]
  return [...missing, ...unsaid.map((fault) => `${number} ${fault}`)]
}

test('each requirement of level 1 and 2 has one row, in order', () => {
  const numbers = rowsOf(document).map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(chapters.map((_, at) => numbers.filter((number) => number.startsWith(`${at + 1}.`)).length)).toEqual(chapters)
  const order = numbers.map((number) => number.split('.').reduce((sum, part) => sum * 100 + Number(part), 0))
  expect(order).toEqual(order.toSorted((one, other) => one - other))
})

test('each row is proved by a test that is there, or says why not', () => expect(rowsOf(document).flatMap(faultsOf)).toEqual([]))

test('what the head counts is what there is', () => {
  const rows = rowsOf(document)
  const counted = [undefined, 'document', 'not here', 'does not arise'].map(
    (wanted) => rows.filter(({ proof }) => kinds.find((kind) => proof.startsWith(kind)) === wanted).length,
  )
  const head = document.slice(0, document.indexOf('\n## '))
  const said = [...head.matchAll(/: (\d+)\.? ?/g)].map(([, count]) => Number(count))
  expect([said, rows.length]).toEqual([counted, chapters.reduce((sum, count) => sum + count, 0)])
})

test('a row without its proof would be seen', () => {
  const row = { number: '1.1.1', level: '1', how: 'x' }
  expect(faultsOf({ ...row, proof: '`test/nowhere.test.ts`: “x”' })).toEqual(["1.1.1: test/nowhere.test.ts has no test 'x'"])
  expect(faultsOf({ ...row, proof: '' })).toEqual(['1.1.1 has no proof'])
  expect(faultsOf({ ...row, proof: 'not here' })).toEqual(['1.1.1 gives no reason'])
  expect(faultsOf({ ...row, proof: 'document' })).toEqual(['1.1.1 names no document'])
})
