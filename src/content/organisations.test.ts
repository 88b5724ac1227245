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

test('whether a council or a combined authority may refer follows from its own entry, not from its kind', () => {
  const kinds = [
    'council-unitary',
    'council-metropolitan',
    'council-london-borough',
    'council-county',
    'council-district',
    'combined-authority',
  ] as const
  for (const kind of kinds)
    for (const fro of [true, false])
      expect(organisationsOf([partner(kind, fro)], []).sets.get('may-refer'), kind).toEqual(fro ? [kind] : [])
})
