import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTypedNames } from './typed-names.ts'

const read = (text: string) => readTypedNames(text, 'Chalkhill Housing', 'E')

test('a name a line, with or without where they work, and what stands on the sheet', () => {
  const { names, faults } = read(
    'Abi Lychgate\n\n Ben  Packhorse , Ridgeway District Council\nCass Ford,,b\nDee Stile; Smith and Jones; A; dee@example.org,\n',
  )
  expect(faults).toEqual([])
  expect(names).toEqual([
    { line: 1, name: 'Abi Lychgate', organisation: 'Chalkhill Housing', letter: null, email: null },
    { line: 3, name: 'Ben Packhorse', organisation: 'Ridgeway District Council', letter: null, email: null },
    { line: 4, name: 'Cass Ford', organisation: 'Chalkhill Housing', letter: 'B', email: null },
    { line: 5, name: 'Dee Stile', organisation: 'Smith and Jones', letter: 'A', email: 'dee@example.org' },
  ])
})

test('where nobody is at home by the list itself, each line says where they work, or is asked', () => {
  const { names, faults } = readTypedNames('Abi Lychgate, Watford Museum\nBen Packhorse\nCass Ford,,b, cass@example.org', null, 'E')
  expect(names.map(({ name }) => name)).toEqual(['Abi Lychgate'])
  expect(faults).toEqual([
    { line: 2, fault: 'where', name: 'Ben Packhorse' },
    { line: 3, fault: 'where', name: 'Cass Ford' },
  ])
})

test('a line that cannot stand is named by its number, and none is lost', () => {
  expect(read(`, Watford\n${'x'.repeat(121)}\nAbi, ${'y'.repeat(121)}\nBen, ---\nCass`).faults).toEqual([
    { line: 1, fault: 'name' },
    { line: 2, fault: 'long' },
    { line: 3, fault: 'organisation' },
    { line: 4, fault: 'organisation' },
  ])
  expect(
    read(
      'Abi, Watford Museum, A, abi@example\nBen, Watford Museum, F\nCass, Smith, Jones and Co\nDee, dee@example.org, A\nEve, Watford Museum, f, eve@example.org',
    ).faults,
  ).toEqual([
    { line: 1, fault: 'email' },
    { line: 2, fault: 'letter' },
    { line: 3, fault: 'commas' },
    { line: 4, fault: 'email' },
    { line: 5, fault: 'letter' },
  ])
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { names, faults } = read(text)
      const lines = text.split('\n').filter((line) => line.replace(/[,;\t]/g, '').trim() !== '')
      expect(names.length + faults.length).toBe(lines.length)
    }),
  )
})
