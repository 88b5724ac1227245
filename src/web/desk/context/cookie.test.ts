import { expect, test } from 'vitest'
import { forgetToken, keepToken, tokenIn } from './cookie.ts'

test('over https the cookie is Secure, named so, for the desk alone, out of reach of scripts, and goes with the browser', () => {
  const origin = 'https://desk.example.org'
  expect(keepToken('abc', origin)).toEqual({ 'set-cookie': '__Secure-waymark-desk=abc; Path=/desk; HttpOnly; SameSite=Lax; Secure' })
  expect(tokenIn('other=1; __Secure-waymark-desk=abc', origin)).toBe('abc')
  // One that anybody on the way could have set over http is none.
  expect(tokenIn('waymark-desk=abc', origin)).toBeUndefined()
})

test('whoever signs out leaves no cookie and no kept page', () => {
  expect(forgetToken('https://desk.example.org')).toEqual({
    'set-cookie': '__Secure-waymark-desk=; Max-Age=0; Path=/desk; HttpOnly; SameSite=Lax; Secure',
    'clear-site-data': '"cache"',
  })
})
