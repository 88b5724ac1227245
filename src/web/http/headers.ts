/** Headers of every answer. No inline script or style anywhere, so the policy needs no `unsafe-*`. */
export const safetyHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  // Nothing to other hosts. Not `no-referrer`: with it a browser sends `Origin: null` with our own forms, and they would be refused
  // (Fetch, "append a request Origin header").
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
}

/** Where the site's own address is https: browsers ask in no other way for a year (RFC 6797). Not for other hosts under it, which are not ours. */
export const strictTransport: Readonly<Record<string, string>> = { 'strict-transport-security': 'max-age=31536000' }

/** May be read by pages of any other site: what it says is public, the same for everybody, and asked for without a cookie. */
export const openHeaders: Readonly<Record<string, string>> = { 'access-control-allow-origin': '*' }

/** What a browser asks before it lets a page of another site read (Fetch, "CORS-preflight fetch"): any header that a reader may send. */
export const preflightHeaders: Readonly<Record<string, string>> = {
  ...safetyHeaders,
  ...openHeaders,
  allow: 'GET, HEAD, OPTIONS',
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400',
}

/** Names and values one after the other: the form that `writeHead` takes without looking at it again. */
export const flat = (headers: Readonly<Record<string, string>>): string[] => Object.entries(headers).flat()

/**
 * What a browser may keep of a page made for one reader. Of closed answers it keeps the page: Back must work, and with `no-store` it would
 * show an error in Chromium. Of free text and identity it keeps nothing (docs/reference/addresses.md).
 */
export type CacheControl = 'private, no-cache' | 'no-store'

/** Pages of a flow with closed answers, and pages of errors. */
export const flowHeaders: Readonly<Record<string, string>> = {
  ...safetyHeaders,
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'private, no-cache',
}
