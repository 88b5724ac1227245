import { expect, test } from 'vitest'
import { type Partner, partnerSchema } from '../domain/people/partnership.ts'
import { organisationsOf } from './organisations.ts'

const partner = (kind: Partner['kind'], fro: boolean): Partner =>
  partnerSchema.parse({
    id: kind,
    name: kind,
    kind,
    membership: 'listed',
    fro,
    duty_to_notify: fro,
    source: 'made up for a test',
    source_date: '2026',
    checked: '2026-11-24',
    review: '2027-11-24',
    owner: 'partnership-coordinator',
    sure: 'C',
  })

const kinds = ['council-unitary', 'council-metropolitan', 'council-london-borough', 'council-county', 'council-district'] as const
const setsOf = (kind: Partner['kind'], fro: boolean): string[] =>
  [...organisationsOf([partner(kind, fro)], [], 'england').sets].flatMap(([set, members]) => (members.length ? [set] : []))

test('whether a council or a combined authority may refer follows from its own entry, not from its kind', () => {
  for (const kind of [...kinds, 'combined-authority'] as const) {
    expect(setsOf(kind, true), kind).toContain('may-refer-in-england')
    expect(setsOf(kind, false), kind).not.toContain('may-refer-in-england')
  }
})

test('a council that is county and district in one is told so; a combined authority is none', () => {
  for (const kind of kinds.slice(0, 3)) expect(setsOf(kind, true), kind).toContain('councils')
  for (const kind of ['council-county', 'council-district', 'combined-authority'] as const)
    expect(setsOf(kind, true), kind).not.toContain('councils')
})
