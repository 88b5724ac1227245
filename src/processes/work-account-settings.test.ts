import { expect, test } from 'vitest'
import { readEnvironment } from './environment.ts'
import { workAccountSettings } from './work-account-settings.ts'

const whole = { OIDC_ISSUER: 'https://id.example.org/county', OIDC_CLIENT_ID: 'waymark', OIDC_CLIENT_SECRET: 'of-nobody' }
const read = (env: Record<string, string>) => {
  const said = readEnvironment(env)
  return 'faults' in said ? said.faults : workAccountSettings(said.settings)
}

test('a whole provider, with and without a name for its button', () => {
  const settings = { issuer: new URL('https://id.example.org/county'), clientId: 'waymark', clientSecret: 'of-nobody' }
  expect(read(whole)).toEqual({ ...settings, name: null })
  expect(read({ ...whole, OIDC_NAME: ' County Council ' })).toEqual({ ...settings, name: 'County Council' })
  expect(read({})).toBeNull()
})

test.each([
  'http://localhost:8080',
  'http://127.0.0.1:8080/',
  'https://login.microsoftonline.com/7f1b3c1e-0000-4000-8000-000000000000/v2.0',
])('%s may be one', (OIDC_ISSUER) => {
  expect(read({ ...whole, OIDC_ISSUER })).toMatchObject({ issuer: new URL(OIDC_ISSUER) })
})

test.each([
  'id.example.org',
  'http://id.example.org',
  'http://localhost.example.org',
  'https://id.example.org/?a=b',
  'https://sam@id.example.org',
  'https://login.microsoftonline.com/common/v2.0',
  'https://login.microsoftonline.com/organizations',
])('%s is refused by name', (OIDC_ISSUER) => {
  expect(read({ ...whole, OIDC_ISSUER })).toEqual([expect.stringMatching(/^OIDC_ISSUER=.+: write .+\.$/)])
})

test.each(Object.keys(whole))('what is missing is named, and no secret is said: %s', (name) => {
  expect(read({ ...whole, [name]: '' })).toEqual([expect.stringMatching(`^${name}=: write (?!.*of-nobody).+\\.$`)])
})

test('a name alone is not enough', () => {
  expect(read({ OIDC_NAME: 'County Council' })).toHaveLength(3)
})
