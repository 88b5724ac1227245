import { expect, test } from 'vitest'
import { tellObjective } from './objective.ts'

const told = (children: string, ids: readonly string[]): string[] => {
  const set: string[] = []
  tellObjective(
    'basic-everyone-0123456789ab',
    [
      ['status', 'passed'],
      ['score.raw', '90'],
    ],
    (name) =>
      name.endsWith('_children') ? children : name.endsWith('_count') ? String(ids.length) : (ids[Number(name.split('.')[2])] ?? ''),
    (name, value) => set.push(`${name.replace('cmi.objectives.', '')}=${value}`),
  )
  return set
}

test('what was learnt is told once, beside objectives of the system, and only what it keeps', () => {
  expect(told('id,score,status', ['check'])).toEqual(['1.id=basic-everyone-0123456789ab', '1.status=passed', '1.score.raw=90'])
  expect(told('id,status', ['check', 'basic-everyone-0123456789ab'])).toEqual(['1.status=passed'])
  expect(told('', [])).toEqual([])
})
