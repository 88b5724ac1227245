import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { dataProtectionSchema } from '../../../../domain/data-protection/data-protection.ts'
import { receivingNeeds } from '../../../../domain/data-protection/receiving-needs.ts'
import { toWrite } from './to-write.ts'

const today = Temporal.PlainDate.from('2027-03-01')
const ready = { holders: 'enough', receiving: 'same' } as const

test('what the page says to write is what the pack reads, and with its blanks filled in nothing is missing', () => {
  const needs = receivingNeeds(undefined, ready, today)
  const { data_protection } = parse(
    toWrite(needs).replaceAll('length: "…"', 'length: "6 years"').replace('at: "…"', 'at: "dpo@example.org"'),
  )
  const read = dataProtectionSchema.parse(data_protection)
  expect(receivingNeeds(read, ready, today)).toEqual([])
  // As it stands it decides nothing: a length, and where to write, are blank.
  expect(dataProtectionSchema.safeParse(parse(toWrite(needs)).data_protection).success).toBe(false)
})

test('only what is missing is to be written', () => {
  expect(toWrite(['arrangement', 'retention-audit'])).toBe(
    'data_protection:\n  controllers:\n    # as it is, and:\n    arrangement: 2027-01-31\n  retention:\n    # as it is, and:\n    audit: {length: "…", reason: "…"}',
  )
})
