import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type WorkAccounts, type WorkAccountVisit, workAccounts } from '../../src/commands/sign-in/methods/work-account.ts'
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts'

const people = [
  { login: 'sam', subject: 'a1', email: 'sam@example.org', emailVerified: true, name: 'Sam Example' },
  { login: 'kim', subject: 'b2', email: 'kim@example.org' },
  { login: 'nomail', subject: 'c3', name: 'No Mail' },
]
const redirect = new URL('http://localhost:4999/desk/sign-in/work-account/done')

let provider: IdentityProvider
beforeAll(async () => {
  provider = await startIdentityProvider(people)
})
afterAll(() => provider.close())
afterEach(() => provider.mend())

const settingsOf = ({ issuer, clientId, clientSecret }: IdentityProvider) => ({
  issuer: new URL(issuer),
  clientId,
  clientSecret,
  name: null,
})
/** Patient: a machine may be busy with other tests. */
const accountsAt = (at: IdentityProvider = provider, seconds = 10): WorkAccounts => workAccounts(settingsOf(at), { seconds })

const begun = async (accounts: WorkAccounts): Promise<{ to: URL; visit: WorkAccountVisit }> => {
  const begin = await accounts.begin(redirect)
  if ('fault' in begin) throw new Error(begin.fault)
  return begin
}

/** What a browser does at the provider: to its page, in, and back with what stands in the address. */
const visitProvider = async (to: URL, sent: Record<string, string>): Promise<string> => {
  const cookies = new Map<string, string>()
  const go = async (url: URL, init: RequestInit = {}): Promise<URL> => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } })
    for (const [, name = '', value = ''] of answer.headers.getSetCookie().map((set) => /^([^=]+)=([^;]*)/.exec(set) ?? []))
      cookies.set(name, value)
    const next = new URL(answer.headers.get('location') ?? '', url)
    return next.pathname === redirect.pathname || next.pathname.startsWith('/sign-in/') ? next : go(next)
  }
  const page = await go(to)
  return (await go(page, { method: 'POST', body: new URLSearchParams(sent) })).search
}

const signedIn = async (login: string, at = provider) => {
  const accounts = accountsAt(at)
  const { to, visit } = await begun(accounts)
  return accounts.finish(await visitProvider(to, { account: login }), visit)
}

test('a person comes back with issuer, subject, address and name', async () => {
  expect(await signedIn('sam')).toEqual({
    issuer: provider.issuer,
    subject: 'a1',
    email: 'sam@example.org',
    emailVerified: true,
    name: 'Sam Example',
  })
  expect(await signedIn('kim')).toMatchObject({ subject: 'b2', emailVerified: false, name: null })
  expect(await signedIn('nomail')).toEqual({ fault: 'no-email', detail: 'no_email' })
})

test('an address that is not in the token is asked for', async () => {
  const other = await startIdentityProvider(people, { emailInToken: false })
  expect(await signedIn('sam', other)).toMatchObject({ subject: 'a1', email: 'sam@example.org', emailVerified: true, name: 'Sam Example' })
  expect(await signedIn('nomail', other)).toMatchObject({ fault: 'no-email' })
  await other.close()
})

test('nothing that the provider is asked follows it elsewhere', async () => {
  const asked: string[] = []
  const accounts = workAccounts(settingsOf(provider), {
    fetch: async (url, init) => {
      asked.push(String((init as RequestInit).redirect))
      return fetch(url, init as RequestInit)
    },
  })
  const { to, visit } = await begun(accounts)
  await accounts.finish(await visitProvider(to, { account: 'sam' }), visit)
  expect(asked.length).toBeGreaterThan(2)
  expect(new Set(asked)).toEqual(new Set(['manual']))
})

test('the question goes out with a code challenge, a state and a nonce of its own each time', async () => {
  const accounts = accountsAt()
  const [one, other] = [await begun(accounts), await begun(accounts)]
  const asked = Object.fromEntries(one.to.searchParams)
  expect(asked).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    scope: 'openid email profile',
    redirect_uri: redirect.href,
  })
  expect(asked).toMatchObject({ state: one.visit.state, nonce: one.visit.nonce })
  expect(one.to.href).not.toContain(one.visit.verifier)
  for (const name of ['state', 'nonce', 'verifier'] as const) expect(one.visit[name]).not.toBe(other.visit[name])
})

describe('an answer to another question is refused:', () => {
  test.each<[string, Partial<WorkAccountVisit>]>([
    ['another state', { state: 'another' }],
    ['another nonce', { nonce: 'another' }],
    ['another verifier', { verifier: 'A'.repeat(43) }],
    ['another address to come back to', { redirect: 'http://localhost:4999/elsewhere' }],
  ])('%s', async (_, changed) => {
    const accounts = accountsAt()
    const { to, visit } = await begun(accounts)
    const search = await visitProvider(to, { account: 'sam' })
    expect(await accounts.finish(search, { ...visit, ...changed })).toMatchObject({ fault: 'mismatch' })
  })

  test('a nonce that the provider changed', async () => {
    await provider.trouble('wrong-nonce')
    expect(await signedIn('sam')).toEqual({ fault: 'mismatch', detail: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED' })
  })

  /** Signs in, with the provider's token changed on its way. */
  const withToken = async (changed: (token: string) => string) => {
    const accounts = workAccounts(settingsOf(provider), {
      fetch: async (url, init) => {
        const answer = await fetch(url, init as RequestInit)
        if (!url.endsWith('/token')) return answer
        const tokens = await answer.json()
        return Response.json({ ...tokens, id_token: changed(tokens.id_token) })
      },
    })
    const { to, visit } = await begun(accounts)
    return accounts.finish(await visitProvider(to, { account: 'sam' }), visit)
  }

  test('a token that somebody on the way changed', async () => {
    const changed = (token: string): string => {
      const [head, body = '', signature] = token.split('.')
      const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
      const other = Buffer.from(JSON.stringify({ ...claims, sub: 'b2' })).toString('base64url')
      return [head, other, signature].join('.')
    }
    expect(await withToken(changed)).toMatchObject({ fault: 'mismatch' })
  })

  const hourAgo = Math.floor(Date.now() / 1000) - 3600
  test.each<[string, Record<string, unknown>]>([
    ['is meant for another client', { aud: 'another' }],
    ['names another issuer', { iss: 'https://another.example.org' }],
    ['is over', { iat: hourAgo - 600, exp: hourAgo }],
    ['is not valid yet', { nbf: hourAgo + 7200 }],
  ])('a token of the provider that %s', async (_, claims) => {
    expect(await withToken((token) => provider.resigned(token, {}))).toMatchObject({ subject: 'a1' })
    expect(await withToken((token) => provider.resigned(token, claims))).toMatchObject({ fault: 'mismatch' })
  })

  test('a code used twice', async () => {
    const accounts = accountsAt()
    const { to, visit } = await begun(accounts)
    const search = await visitProvider(to, { account: 'sam' })
    expect(await accounts.finish(search, visit)).toMatchObject({ subject: 'a1' })
    expect(await accounts.finish(search, visit)).toEqual({ fault: 'mismatch', detail: 'invalid_grant' })
  })

  test('whatever stands in the address', async () => {
    const accounts = accountsAt()
    const { visit } = await begun(accounts)
    const pairs = fc.array(fc.tuple(fc.constantFrom('code', 'error', 'iss', 'id_token', 'response'), fc.string()))
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          pairs.map((all) => new URLSearchParams(all).toString()),
        ),
        async (search) => {
          expect(await accounts.finish(search, visit)).toMatchObject({ fault: 'mismatch', detail: expect.stringMatching(/^\w+$/) })
        },
      ),
    )
  })

  test('another issuer, no code, two codes, nothing', async () => {
    const accounts = accountsAt()
    const { to, visit } = await begun(accounts)
    const search = await visitProvider(to, { account: 'sam' })
    for (const changed of [
      search.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example'),
      search.replace(/code=[^&]+/, ''),
      `${search}&code=another`,
      '?',
      '',
      '?%',
      `?state=${visit.state}`,
    ])
      expect([changed, await accounts.finish(changed, visit)]).toEqual([changed, expect.objectContaining({ fault: 'mismatch' })])
  })
})

test('a person who says no is told apart from one who was never asked', async () => {
  const accounts = accountsAt()
  const { to, visit } = await begun(accounts)
  const search = await visitProvider(to, { cancel: '' })
  expect(await accounts.finish(search, visit)).toEqual({ fault: 'refused', detail: 'access_denied' })
  expect(await accounts.finish(search.replace(visit.state, 'another'), visit)).toMatchObject({ fault: 'mismatch' })
})

describe('a provider in trouble', () => {
  test('that is down is asked anew after a pause, and not before', async () => {
    let now = 0
    const accounts = workAccounts(settingsOf(provider), { now: () => now, pause: 1000 })
    await provider.trouble('down')
    expect(await accounts.begin(redirect)).toEqual({ fault: 'provider-down', detail: 'ECONNREFUSED' })
    await provider.mend()
    now = 999
    expect(await accounts.begin(redirect)).toMatchObject({ fault: 'provider-down' })
    now = 1000
    const { to, visit } = await begun(accounts)
    // What it offers is known: only the way back needs it again.
    await provider.trouble('down')
    await begun(accounts)
    expect(await accounts.finish(`?code=1&state=${visit.state}&iss=${encodeURIComponent(provider.issuer)}`, visit)).toMatchObject({
      fault: 'provider-down',
    })
    await provider.mend()
    expect(await accounts.finish(await visitProvider(to, { account: 'sam' }), visit)).toMatchObject({ subject: 'a1' })
  })

  test('that does not answer is given up, at the start and on the way back', async () => {
    const accounts = accountsAt(provider, 0.8)
    const { visit } = await begun(accounts)
    await provider.trouble('hanging')
    const back = accounts.finish(`?code=1&state=${visit.state}&iss=${encodeURIComponent(provider.issuer)}`, visit)
    expect(await accountsAt(provider, 0.8).begin(redirect)).toEqual({ fault: 'provider-slow', detail: expect.any(String) })
    expect(await back).toMatchObject({ fault: 'provider-slow' })
  })

  test('that is out of order counts as down', async () => {
    await provider.trouble('broken')
    expect(await accountsAt().begin(redirect)).toMatchObject({ fault: 'provider-down' })
  })
})

describe('a site that is set up wrongly', () => {
  test('with another secret', async () => {
    const accounts = workAccounts({ ...settingsOf(provider), clientSecret: 'another' })
    const { to, visit } = await begun(accounts)
    expect(await accounts.finish(await visitProvider(to, { account: 'sam' }), visit)).toEqual({
      fault: 'misconfigured',
      detail: 'invalid_client',
    })
  })

  test('with an issuer that is none', async () => {
    const issuer = new URL(`${provider.issuer}/nowhere`)
    expect(await workAccounts({ ...settingsOf(provider), issuer }).begin(redirect)).toMatchObject({ fault: 'misconfigured' })
  })
})

describe('nothing goes over plain http but to this machine', () => {
  const issuer = 'https://id.example.org'
  const asked: string[] = []
  const saying = (metadata: Record<string, string>) =>
    workAccounts(
      { issuer: new URL(issuer), clientId: 'waymark', clientSecret: 'secret', name: null },
      {
        fetch: async (url) => {
          asked.push(url)
          if (!url.includes('/.well-known/')) throw new Error('asked')
          return metadata.location ? Response.redirect(metadata.location) : Response.json({ issuer, ...metadata })
        },
      },
    )

  test.each([
    ['a page of sign-in', { authorization_endpoint: 'http://id.example.org/auth' }],
    ['metadata elsewhere', { location: 'http://id.example.org/metadata' }],
  ])('%s', async (_, metadata) => {
    expect(await saying(metadata as Record<string, string>).begin(redirect)).toMatchObject({ fault: 'misconfigured' })
    expect(asked.every((url) => url.startsWith('https:'))).toBe(true)
  })

  test('a place for codes', async () => {
    const accounts = saying({ authorization_endpoint: `${issuer}/auth`, token_endpoint: 'http://id.example.org/token' })
    const { visit } = await begun(accounts)
    expect(await accounts.finish(`?code=1&state=${visit.state}`, visit)).toEqual({
      fault: 'misconfigured',
      detail: 'OAUTH_HTTP_REQUEST_FORBIDDEN',
    })
    expect(asked.every((url) => url.startsWith('https:'))).toBe(true)
  })

  test('an issuer of another machine', async () => {
    const plain = { issuer: new URL('http://id.example.org'), clientId: 'waymark', clientSecret: 'secret', name: null }
    expect(await workAccounts(plain).begin(redirect)).toEqual({ fault: 'misconfigured', detail: 'OAUTH_HTTP_REQUEST_FORBIDDEN' })
  })
})
