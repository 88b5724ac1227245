import { AuthorizationResponseError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client'

export type WorkAccountFault =
  /** Nobody answers, or the provider says that it is out of order. */
  | 'provider-down'
  /** It took the request and did not answer in time. */
  | 'provider-slow'
  /** It does not know this site as it is set up here: issuer, client id, secret or the address to come back to. */
  | 'misconfigured'
  /** The person said no, or the provider did not let the person in. */
  | 'refused'
  /** An answer to another question than ours: state, nonce, verifier, issuer, signature or times, or a code that was used before. */
  | 'mismatch'
  /** It does not say an e-mail address of the person. */
  | 'no-email'

/** `detail` is for the log: a code of the library or of OAuth, never anything about a person. */
export type WorkAccountRefusal = { fault: WorkAccountFault; detail: string }

/** Codes of OAuth and OpenID Connect (RFC 6749, 4.1.2.1 and 5.2; OpenID Connect Core 1.0, 3.1.2.6) that are not about the person. */
const said: Readonly<Record<string, WorkAccountFault>> = {
  server_error: 'provider-down',
  temporarily_unavailable: 'provider-down',
  invalid_request: 'misconfigured',
  invalid_client: 'misconfigured',
  unauthorized_client: 'misconfigured',
  unsupported_response_type: 'misconfigured',
  unsupported_grant_type: 'misconfigured',
  invalid_scope: 'misconfigured',
  invalid_grant: 'mismatch',
}

/** Codes of the library for a provider that is not as its address promises. */
const unfit = new Set([
  'OAUTH_HTTP_REQUEST_FORBIDDEN',
  'OAUTH_REQUEST_PROTOCOL_FORBIDDEN',
  'OAUTH_MISSING_SERVER_METADATA',
  'OAUTH_INVALID_SERVER_METADATA',
  'OAUTH_UNSUPPORTED_OPERATION',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
])

/** What an error of the library means. `otherwise`: what one means that says no more of itself. */
export const refusalOf = (error: unknown, otherwise: 'misconfigured' | 'mismatch'): WorkAccountRefusal => {
  const chain = causesOf(error)
  const fault = networkFault(chain) ?? saidFault(error) ?? (chain.some((one) => unfit.has(codeOf(one))) ? 'misconfigured' : otherwise)
  return { fault, detail: detailOf(error, chain) }
}

/** The error and what it says it was caused by. */
const causesOf = (error: unknown): unknown[] => {
  const chain: unknown[] = []
  for (let one = error; one && chain.length < 6; one = one instanceof Error ? one.cause : null) chain.push(one)
  return chain
}

const networkFault = (chain: readonly unknown[]): WorkAccountFault | null => {
  if (chain.some((one) => one instanceof DOMException && one.name === 'TimeoutError')) return 'provider-slow'
  // What `fetch` throws where there is no connection, and where one ends in the middle.
  if (chain.some((one) => one instanceof TypeError && /^(?:fetch failed|terminated)$/.test(one.message))) return 'provider-down'
  return chain.some((one) => statusOf(one) >= 500 || statusOf(one) === 429) ? 'provider-down' : null
}

const statusOf = (one: unknown): number => (one instanceof Response || one instanceof ResponseBodyError ? one.status : 0)

const saidFault = (error: unknown): WorkAccountFault | null => {
  if (error instanceof AuthorizationResponseError) return said[error.error] ?? 'refused'
  if (error instanceof ResponseBodyError) return said[error.error] ?? 'misconfigured'
  return error instanceof WWWAuthenticateChallengeError ? 'misconfigured' : null
}

const codeOf = (one: unknown): string => (one instanceof Error && 'code' in one && typeof one.code === 'string' ? one.code : '')

const detailOf = (error: unknown, chain: readonly unknown[]): string => {
  const own = error instanceof AuthorizationResponseError || error instanceof ResponseBodyError ? error.error : ''
  // The innermost says most: ECONNREFUSED rather than "fetch failed".
  const code = own || chain.map(codeOf).findLast(Boolean) || ''
  return /^\w{1,60}$/.test(code) ? code : 'unknown'
}
