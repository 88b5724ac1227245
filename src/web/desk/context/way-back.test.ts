import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOf, signInFor } from './way-back.ts'

test.each(['/desk', '/desk/people', '/desk/people/0b9c8a52?view=all&page=2', '/desk/account', '/desk?x=%2F%2Fexample.org'])(
  'leads back to %s',
  (place) => {
    expect(placeOf(place)).toBe(place)
    expect(new URL(signInFor(place, 'again'), 'http://a.test').searchParams.get('to')).toBe(place === '/desk' ? null : place)
  },
)

test.each([
  'https://example.org/desk',
  '//example.org/desk',
  '/\\example.org',
  '/desk\\..\\x',
  '/desk/../pathway',
  '/desk/%2e%2e/pathway',
  '/desk//example.org',
  '/desktop',
  '/desk#x',
  '/desk/people\n',
  '/desk/\tpeople',
  '/desk/sign-in',
  '/desk/sign-out',
  '/desk/first/x',
  '/desk/invited/x',
  'javascript:alert(1)',
  'desk',
  '',
])('leads nowhere by %j', (place) => {
  expect(placeOf(place)).toBe(null)
})

test('whatever is given, a browser stays at the desk', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string(),
        fc.string().map((text) => `/desk${text}`),
        fc.string({ unit: fc.constantFrom(...'/\\.%2fdesk:@?#\n\t ') }),
      ),
      (text) => {
        const place = placeOf(text)
        if (place === null) return
        const url = new URL(place, 'https://desk.test/desk/sign-in')
        expect(url.origin).toBe('https://desk.test')
        expect(url.pathname).toMatch(/^\/desk(?:\/|$)/)
      },
    ),
  ))
