import { expect, test } from 'vitest'
import { passkeysAt } from './passkey-address.ts'

test.each([
  ['https://desk.example.org', { id: 'desk.example.org', origin: 'https://desk.example.org' }],
  ['https://desk.example.org:8443/desk', { id: 'desk.example.org', origin: 'https://desk.example.org:8443' }],
  ['http://localhost:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
  ['http://county.localhost:3000', { id: 'county.localhost', origin: 'http://county.localhost:3000' }],
  ['http://127.0.0.1:3000', { fault: 'ip-address', openInstead: 'http://localhost:3000' }],
  ['http://[::1]:3000', { fault: 'ip-address', openInstead: 'http://localhost:3000' }],
  ['http://0.0.0.0', { fault: 'ip-address', openInstead: 'http://localhost' }],
  ['https://192.0.2.7', { fault: 'ip-address', openInstead: null }],
  ['https://[2001:db8::1]:3000', { fault: 'ip-address', openInstead: null }],
  ['http://desk.example.org', { fault: 'not-secure', openInstead: null }],
])('passkeys at %s', (origin, said) => {
  expect(passkeysAt(origin)).toEqual(said)
})
