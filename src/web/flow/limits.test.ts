import { describe, expect, test } from 'vitest'
import { harbour, harbourWithFiles } from '../../domain/flow/every-kind-fixtures.ts'
import type { Entry, Flow } from '../../domain/flow/flow.ts'
import { mostSealed } from '../forms/seal.ts'
import { fieldOf } from './field-names.ts'
import { limitsOf } from './limits.ts'

const files = { bytes: 2 ** 20, atOnce: 1, busy: 'your-pack.busy', later: 1, patience: 1 } as const
const withEntry = (entry: Entry): Flow => ({ ...harbour, questions: [{ id: 'only', entries: [entry], go: [{ to: 'done' }] }] })
const record = { data: ['none' as const], dtn: 'not-asked' as const }
const stored = {}

test('the largest page fits, whatever its letters', () => {
  const { largest, upload } = limitsOf(harbourWithFiles, stored, files)
  // 1,020 letters of four bytes, each three letters as a percent-escape.
  expect(largest).toBeGreaterThan(1020 * 12)
  expect(upload?.fileFields).toEqual([{ name: 'papers', most: 4, bytes: 2 ** 20 }])
  expect(upload?.bytes).toBe(files.bytes + largest)
})

describe('a flow that cannot be a form is refused at the start', () => {
  test.each<[string, Flow, string]>([
    ['answers too long to travel in a page', withEntry({ id: 'a', kind: 'text' }), 'its answers may take'],
    ['files that nothing keeps', harbourWithFiles, 'asks for files, and nothing keeps them'],
    [
      'a kind of file that is not known by its bytes',
      withEntry({ id: 'a', kind: 'text', record: { ...record, as: 'file', file_types: ['exe'] } }),
      '"exe"',
    ],
    ['an entry with the name of a button', withEntry({ id: 'back', kind: 'date' }), 'the entry "back" has the name of a button'],
    [
      'rows that hang on an answer',
      withEntry({ id: 'a', kind: 'group', entries: [{ id: 'b', kind: 'date', ask_if: { has: 'a' } }] }),
      'hangs on an answer',
    ],
    [
      'rows in rows',
      withEntry({ id: 'a', kind: 'group', entries: [{ id: 'b', kind: 'group', entries: [{ id: 'c', kind: 'date' }] }] }),
      'no files and no rows',
    ],
  ])('%s', (_name, flow, found) => expect(() => limitsOf(flow, { most: mostSealed }, undefined)).toThrow(found))

  test('and names of fields that are those of another', () => {
    const [page] = harbour.questions
    const also = (id: string): Flow => ({
      ...harbour,
      questions: [...harbour.questions, { id: 'more', entries: [{ id, kind: 'date' }], go: page?.go ?? [] }],
    })
    for (const id of ['arrives-day', 'ships-1-name', 'so-far', 'shown']) expect(() => limitsOf(also(id), {}, undefined)).toThrow(`"${id}"`)
    expect(() => limitsOf(also('ships-of-war'), {}, undefined)).not.toThrow()
  })
})

test('a fault leads to its field: the wrong part of a date, the first field of rows as a whole', () => {
  const entries = harbour.questions.flatMap((question) => question.entries)
  const year = { code: 'date', fault: { code: 'year', parts: ['year'] } } as const
  expect(fieldOf({ at: ['arrives'], ...year }, entries)).toBe('arrives-year')
  expect(fieldOf({ at: ['arrives'], code: 'missing' }, entries)).toBe('arrives-day')
  expect(fieldOf({ at: ['ships'], code: 'too-many', most: 3 }, entries)).toBe('ships-0-name')
  expect(fieldOf({ at: ['ships', 2, 'built'], ...year }, entries)).toBe('ships-2-built-year')
})
