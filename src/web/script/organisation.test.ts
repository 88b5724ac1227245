import { expect, test } from 'vitest'
import { shippedPack } from '../../content/fixtures.ts'
import { fits } from './fits.ts'

const { pack } = shippedPack('hertfordshire')
const words = pack?.flows.get('pathway')?.words.entries.get('organisation')
const found = (typed: string): string[] =>
  Object.entries(words?.options ?? {}).flatMap(([id, label]) => (fits(typed, `${label} ${words?.also?.[id]?.join(' ') ?? ''}`) ? [id] : []))

/** What people call themselves or where they work, and the kinds that must be offered to them. */
test.each([
  ['receptionist', ['gp', 'hospital', 'business']],
  ['hotel receptionist', ['business']],
  ['night manager', ['business']],
  ['night porter', ['business']],
  ['front desk', ['business']],
  ['car wash', ['business']],
  ['farm', ['business']],
  ['taxi driver', ['business']],
  ['ambulance', ['nhs']],
  ['paramedic', ['nhs']],
  ['midwife', ['hospital', 'nhs']],
  ['health visitor', ['nhs']],
  ['mental health nurse', ['nhs']],
  ['nurse', ['hospital', 'gp', 'nhs']],
  ['social worker', ['council-county', 'council']],
  ['housing officer', ['council-district', 'council', 'housing-association']],
  ['prison officer', ['prison-probation']],
  ['probation officer', ['prison-probation']],
  ['custody sergeant', ['police-force']],
  ['detective', ['police-force']],
  ['PCSO', ['police-force']],
  ['teacher', ['school']],
  ['tutor', ['school']],
  ['head', ['school']],
  ['volunteer', ['charity']],
  ['foodbank', ['charity']],
  ['food bank', ['charity']],
  ['vicar', ['charity']],
  ['neighbour', ['no-organisation']],
  ['friend', ['no-organisation']],
])('“%s” is offered %j, and not most of the list', (typed, wanted) => {
  expect(found(typed)).toEqual(expect.arrayContaining(wanted))
  expect(found(typed).length).toBeLessThanOrEqual(5)
})
