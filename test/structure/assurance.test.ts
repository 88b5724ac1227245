import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { missingTests, namedTests } from './named-tests.ts'

const documentOf = (name: string): string => readFileSync(new URL(`../../docs/reference/${name}.md`, import.meta.url), 'utf8')
const asvs = documentOf('asvs')

/** Requirements of level 1 and 2 of OWASP ASVS 5.0.0, chapter by chapter. */
const chapters = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]
/** What stands in place of a test. */
const kinds = ['not here', 'document', 'does not arise']

type Row = { number: string; level: string; how: string; proof: string }

const rowsOf = (text: string): Row[] =>
  text.split('\n').flatMap((line) => {
    const [, number = '', level = '', , how = '', proof = ''] = line.split(/\s*\|\s*/)
    return /^\d+\.\d+\.\d+$/.test(number) ? [{ number, level, how, proof }] : []
  })

const kindOf = ({ proof }: Pick<Row, 'proof'>): string | undefined => kinds.find((kind) => proof.startsWith(kind))

/** What is wrong with a row: a proof that is not there, a reason that is missing, a document that nobody names. */
const faultsOf = (row: Row): string[] => {
  const { number, level, how, proof } = row
  const kind = kindOf(row)
  const faults = [
    ...missingTests(proof),
    ...(level === '1' || level === '2' ? [] : ['no level']),
    ...(how ? [] : ['not said how']),
    ...(kind || namedTests(proof).length ? [] : ['no proof']),
    ...(kind === 'not here' && !/^not here[^:]*: ./.test(proof) ? ['no reason'] : []),
    ...(kind === 'document' && !/\]\(|`[\w./-]+`/.test(how) ? ['no document'] : []),
  ]
  return faults.map((fault) => `${number}: ${fault}`)
}

test('each requirement of level 1 and 2 has one row, in order', () => {
  const numbers = rowsOf(asvs).map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(chapters.map((_, at) => numbers.filter((number) => number.startsWith(`${at + 1}.`)).length)).toEqual(chapters)
  const places = numbers.map((number) => number.split('.').reduce((place, part) => place * 100 + Number(part), 0))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
})

test('each row is proved by a test that is there, or says why not', () => expect(rowsOf(asvs).flatMap(faultsOf)).toEqual([]))

test('what the head counts is what there is', () => {
  const rows = rowsOf(asvs)
  const counted = [undefined, 'document', 'not here', 'does not arise'].map((kind) => rows.filter((row) => kindOf(row) === kind).length)
  const said = [...asvs.slice(0, asvs.indexOf('\n## ')).matchAll(/^- \*\*.*?: (\d+)/gm)].map(([, count]) => Number(count))
  expect(said).toEqual(counted)
})

test('a row without its proof would be seen', () => {
  const row = { number: '1.1.1', level: '1', how: 'x' }
  expect(faultsOf({ ...row, proof: '`test/nowhere.test.ts`: “x”' })).toEqual(['1.1.1: test/nowhere.test.ts is not there'])
  expect(
    faultsOf({ ...row, proof: '`test/structure/assurance.test.ts`: “no such title”, “what the head counts is what there is”' }),
  ).toHaveLength(1)
  expect(faultsOf({ ...row, proof: '' })).toEqual(['1.1.1: no proof'])
  expect(faultsOf({ ...row, proof: 'not here' })).toEqual(['1.1.1: no reason'])
  expect(faultsOf({ ...row, proof: 'document' })).toEqual(['1.1.1: no document'])
})

test('each table is named in docs/reference/data-protection.md, where it says what is kept of whom', () => {
  const folder = new URL('../../src/store/migrations/', import.meta.url)
  const steps = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'))
  const tables = steps.flatMap((text) => [...text.matchAll(/^create table (\w+)/gm)].map(([, name = '']) => name))
  expect(tables.length).toBeGreaterThan(20)
  const protection = documentOf('data-protection')
  expect(tables.filter((name) => !protection.includes(`\`${name}\``))).toEqual([])
})

test.each(['threat-model', 'data-protection'])('each test that docs/reference/%s.md names is there', (name) => {
  expect(namedTests(documentOf(name)).length).toBeGreaterThan(3)
  expect(missingTests(documentOf(name))).toEqual([])
})
