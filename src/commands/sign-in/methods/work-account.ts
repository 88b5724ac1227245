import * as oidc from 'openid-client'
import { refusalOf, type WorkAccountRefusal } from './work-account-fault.ts'
import { personOf, type WorkPerson } from './work-account-person.ts'
import { mayBePlain, type WorkAccountSettings } from './work-account-provider.ts'

/**
 * What a sign-in that has begun needs when the person comes back. It goes into a sealed cookie of a few minutes, with `SameSite=Lax`:
 * the provider leads back here from its own site, and `Strict` would hold the cookie back. Taken away as soon as it was used.
 */
export type WorkAccountVisit = { state: string; nonce: string; verifier: string; redirect: string }

export type WorkAccounts = {
  /**
   * Where to send the browser. It must come there by a link or a redirect after one: a form may lead to our own site only
   * (`form-action` of web/http/headers.ts), and Chromium holds redirects after it to that too. `redirect` is our own address to come
   * back to, the same that is registered at the provider. `again`: the person is to sign in there anew, though the provider knows them.
   */
  begin(redirect: URL, again?: boolean): Promise<{ to: URL; visit: WorkAccountVisit } | WorkAccountRefusal>
  /** Who came back. `search` is the query of the address that the provider led to; nothing of it needs to be checked before. */
  finish(search: string, visit: WorkAccountVisit): Promise<WorkPerson | WorkAccountRefusal>
}

type Options = {
  /** How long one request to the provider may take. */
  seconds?: number
  /** After how many ms a provider that could not be reached is asked again. */
  pause?: number
  /** Milliseconds that only go forward. */
  now?: () => number
  fetch?: oidc.CustomFetch
}

/**
 * Sign-in at the organisation's own provider: authorization code with PKCE, state and nonce (RFC 9700, 2.1). It is asked for what it
 * offers when somebody first needs it, and that is kept until the next start; its keys are read anew as they change. Who may come in is
 * not decided here.
 */
export const workAccounts = (
  settings: WorkAccountSettings,
  { seconds = 4, pause = 10_000, now = () => performance.now(), fetch }: Options = {},
): WorkAccounts => {
  const discover = async (): Promise<oidc.Configuration | WorkAccountRefusal> => {
    const isPlain = settings.issuer.protocol === 'http:' && mayBePlain(settings.issuer)
    try {
      return await oidc.discovery(settings.issuer, settings.clientId, undefined, clientSecret(settings.clientSecret), {
        timeout: seconds,
        // The signature too, though the token comes straight from the provider: a council's network may stand in between.
        execute: [oidc.enableNonRepudiationChecks, ...(isPlain ? [oidc.allowInsecureRequests] : [])],
        ...(fetch && { [oidc.customFetch]: fetch }),
      })
    } catch (error) {
      return refusalOf(error, 'misconfigured')
    }
  }

  let attempt: ReturnType<typeof discover> | null = null
  let askAgain = Number.POSITIVE_INFINITY
  /** One attempt for all who come meanwhile; a failed one stands for a while, so that nobody waits for the same again. */
  const provider = (): ReturnType<typeof discover> => {
    if (attempt && now() < askAgain) return attempt
    askAgain = Number.POSITIVE_INFINITY
    attempt = discover().then((found) => {
      if ('fault' in found) askAgain = now() + pause
      return found
    })
    return attempt
  }

  return {
    begin: async (redirect, again = false) => {
      const found = await provider()
      if ('fault' in found) return found
      const visit = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        redirect: redirect.href,
      }
      try {
        const to = oidc.buildAuthorizationUrl(found, {
          scope: 'openid email profile',
          redirect_uri: visit.redirect,
          state: visit.state,
          nonce: visit.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(visit.verifier),
          code_challenge_method: 'S256',
          // OpenID Connect Core 1.0, 3.1.2.1.
          ...(again && { prompt: 'login' }),
        })
        return { to, visit }
      } catch (error) {
        return refusalOf(error, 'misconfigured')
      }
    },

    finish: async (search, visit) => {
      const found = await provider()
      if ('fault' in found) return found
      const url = new URL(visit.redirect)
      url.search = search
      try {
        const tokens = await oidc.authorizationCodeGrant(found, url, {
          pkceCodeVerifier: visit.verifier,
          expectedState: visit.state,
          expectedNonce: visit.nonce,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (!claims) return { fault: 'mismatch', detail: 'no_id_token' }
        // OpenID Connect Core 1.0, 5.4: what a scope asks for may stand in the ID token, or be had with the access token alone.
        const more =
          claims.email || !found.serverMetadata().userinfo_endpoint ? {} : await oidc.fetchUserInfo(found, tokens.access_token, claims.sub)
        return personOf({ ...more, ...claims }) ?? { fault: 'no-email', detail: 'no_email' }
      } catch (error) {
        return refusalOf(error, 'mismatch')
      }
    },
  }
}

/** In the body where the provider takes it, else in a header, as it must where it says nothing (OpenID Connect Discovery 1.0, 3). */
const clientSecret = (secret: string): oidc.ClientAuth => {
  const [inBody, inHeader] = [oidc.ClientSecretPost(secret), oidc.ClientSecretBasic(secret)]
  return (server, ...rest) =>
    (server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ? inBody : inHeader)(server, ...rest)
}
