import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Adapter, AdapterPayload, Provider } from 'oidc-provider'

/** Somebody who has an account there. */
export type Account = { login: string; subject: string; email?: string; emailVerified?: boolean; name?: string }

/** `down`: nobody listens. `hanging`: it takes a request and never answers. `broken`: 503. `wrong-nonce`: its tokens answer another question. */
export type Trouble = 'down' | 'hanging' | 'broken' | 'wrong-nonce'

export type IdentityProvider = {
  issuer: string
  clientId: string
  clientSecret: string
  /** From now on, until `mend`. */
  trouble(what: Trouble): Promise<void>
  mend(): Promise<void>
  /** A token of its own with other claims, signed by its own key. */
  resigned(token: string, claims: Readonly<Record<string, unknown>>): string
  close(): Promise<void>
}

/**
 * A real identity provider in the test's own process, on a free port. It lets any address of this machine be led back to. Its page of
 * sign-in has a field "Account", where the login is entered, and the buttons "Sign in" and "Cancel"; consent is taken as given, as an
 * organisation gives it for its people. `emailInToken: false` is how most providers do it: the address must be asked for.
 */
export const startIdentityProvider = async (accounts: readonly Account[], { emailInToken = true } = {}): Promise<IdentityProvider> => {
  const [clientId, clientSecret] = ['waymark', randomBytes(24).toString('hex')]
  let trouble: Trouble | null = null
  const server = createServer((request, response) => {
    // A connection that is kept may end just as it is used again.
    response.setHeader('connection', 'close')
    if (trouble === 'hanging') return
    if (trouble === 'broken') return void response.writeHead(503).end()
    if (trouble === 'wrong-nonce') request.url = request.url?.replace(/\bnonce=[^&]+/, 'nonce=another')
    void answer(request, response)
  })
  const listen = (port: number): Promise<void> => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  await listen(0)
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = await makeProvider(issuer, { clientId, clientSecret, accounts, emailInToken, privateKey })
  const protocol = provider.callback()
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!request.url?.startsWith('/sign-in/')) return protocol(request, response)
    if (request.method !== 'POST') return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(signInPage)
    const sent = new URLSearchParams(await text(request))
    const account = accounts.find(({ login }) => login === sent.get('account'))
    if (sent.has('cancel')) await provider.interactionFinished(request, response, { error: 'access_denied' })
    else if (account) await provider.interactionFinished(request, response, { login: { accountId: account.subject } })
    else response.writeHead(403).end('No such account')
  }

  return {
    issuer,
    clientId,
    clientSecret,
    trouble: async (what) => {
      trouble = what
      if (what === 'down') await close()
    },
    mend: async () => {
      if (trouble === 'down') await listen(port)
      if (trouble === 'hanging') server.closeAllConnections()
      trouble = null
    },
    resigned: (token, claims) => {
      const [head = '', body = ''] = token.split('.')
      const said = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), ...claims }
      const text = `${head}.${Buffer.from(JSON.stringify(said)).toString('base64url')}`
      return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`
    },
    close,
  }
}

const signInPage = `<!DOCTYPE html><html lang="en"><title>Sign in to your organisation</title><form method="post">
<label>Account <input name="account"></label><button name="go">Sign in</button><button name="cancel">Cancel</button></form>`

type Setup = { clientId: string; clientSecret: string; accounts: readonly Account[]; emailInToken: boolean; privateKey: KeyObject }

const makeProvider = async (issuer: string, { clientId, clientSecret, accounts, emailInToken, privateKey }: Setup): Promise<Provider> => {
  const { Provider } = await load()
  const provider: Provider = new Provider(issuer, {
    adapter: memory(),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: ['http://localhost/'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: !emailInToken,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/sign-in/${uid}` },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    findAccount: (_, subject) => {
      const account = accounts.find((one) => one.subject === subject)
      if (!account) return undefined
      const { email, emailVerified, name } = account
      return { accountId: subject, claims: () => ({ sub: subject, email, email_verified: emailVerified, name }) }
    },
    loadExistingGrant: async ({ oidc: { client, session } }) => {
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  // The port of whoever signs in here is not known when this starts.
  provider.Client.prototype.redirectUriAllowed = (url: string) => /^http:\/\/(?:localhost|127\.0\.0\.1):/.test(url)
  return provider
}

/** It knows the names of Node's long-term versions and says that it does not know others. Whatever else it says is said. */
const load = async (): Promise<typeof import('oidc-provider')> => {
  const { warn } = console
  console.warn = (...words: unknown[]) => {
    if (!/oidc-provider WARNING: Unsupported runtime\./.test(String(words[0]))) warn(...words)
  }
  try {
    return await import('oidc-provider')
  } finally {
    console.warn = warn
  }
}

/** What it keeps while it runs, each provider for itself: the one that it brings is shared by all of a process. */
const memory = (): ((kind: string) => Adapter) => {
  const kept = new Map<string, AdapterPayload>()
  const found = (is: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => [...kept.values()].find(is)
  return (kind) => ({
    upsert: async (id, payload) => void kept.set(`${kind} ${id}`, payload),
    find: async (id) => kept.get(`${kind} ${id}`),
    findByUid: async (uid) => found((payload) => payload.kind === kind && payload.uid === uid),
    findByUserCode: async (code) => found((payload) => payload.kind === kind && payload.userCode === code),
    consume: async (id) => {
      const payload = kept.get(`${kind} ${id}`)
      if (payload) payload.consumed = Math.floor(Date.now() / 1000)
    },
    destroy: async (id) => void kept.delete(`${kind} ${id}`),
    revokeByGrantId: async (grant) => {
      for (const [key, payload] of kept) if (payload.grantId === grant) kept.delete(key)
    },
  })
}
