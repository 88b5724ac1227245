/**
 * The one cookie of the desk. It holds a token and nothing else, for this host and the desk's own addresses; `Lax`, so that a link in a
 * mail and the way back from a work account find who is signed in (RFC 6265bis, 4.1.2.7). Over http, on localhost, browsers keep no
 * `__Secure-` cookie.
 */
const nameAt = (origin: string): string => (origin.startsWith('https:') ? '__Secure-waymark-desk' : 'waymark-desk')

export const tokenIn = (cookies: string | undefined, origin: string): string | undefined => cookieIn(cookies, nameAt(origin))

/** Every token of this name: another host under ours can plant a cookie beside the desk's own, which must not keep anybody out. */
export const tokensIn = (cookies: string | undefined, origin: string): string[] => cookiesIn(cookies, nameAt(origin)).slice(0, 4)

export const cookieIn = (cookies: string | undefined, named: string): string | undefined => cookiesIn(cookies, named)[0]

const cookiesIn = (cookies: string | undefined, named: string): string[] =>
  (cookies ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${named}=`))
    .map((part) => part.slice(named.length + 1))

const attributesAt = (origin: string): string => `Path=/desk; HttpOnly; SameSite=Lax${origin.startsWith('https:') ? '; Secure' : ''}`

/** Ends with the browser; how long the sign-in lasts is the desk's to know. */
export const keepToken = (token: string, origin: string): Record<string, string> => ({
  'set-cookie': `${nameAt(origin)}=${token}; ${attributesAt(origin)}`,
})

export const forgetToken = (origin: string): Record<string, string> => ({
  'set-cookie': `${nameAt(origin)}=; Max-Age=0; ${attributesAt(origin)}`,
  // Pages that the browser has kept of the desk are forgotten too (Clear Site Data, 3.1).
  'clear-site-data': '"cache"',
})
