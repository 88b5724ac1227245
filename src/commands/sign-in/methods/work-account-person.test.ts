import fc from 'fast-check'
import { expect, test } from 'vitest'
import { personOf } from './work-account-person.ts'

const claims = { iss: 'https://id.example.org', sub: 'a1', email: 'sam@example.org' }

test.each([
  [true, true],
  ['true', true],
  [false, false],
  ['false', false],
  ['yes, surely', false],
  [1, false],
  [undefined, false],
])('an address of which a provider says %j', (email_verified, emailVerified) => {
  expect(personOf({ ...claims, email_verified })).toMatchObject({ emailVerified })
})

test.each([
  ['  Sam\n\tExample ', 'Sam Example'],
  ['Sam\u202eExample', 'Sam Example'],
  ['', null],
  ['x'.repeat(121), null],
  [{ given: 'Sam' }, null],
  [undefined, null],
])('of the name %j', (name, said) => {
  expect(personOf({ ...claims, name })).toMatchObject({ name: said })
})

test.each([undefined, '', 'sam', 'sam@', 7, `${'x'.repeat(250)}@example.org`])('%j is no address', (email) => {
  expect(personOf({ ...claims, email })).toBeNull()
})

test('whatever a provider says is a person or none', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('iss', 'sub', 'email', 'email_verified', 'name'), fc.anything()), (said) => {
      const person = personOf(said)
      if (person) expect(person.email).toContain('@')
    }),
  )
})
