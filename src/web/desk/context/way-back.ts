/** Where somebody signs in. */
export const signInPath = '/desk/sign-in'

/** Pages that nobody comes back to once they have signed in. */
const never = /^\/desk\/(?:sign-in|sign-out|first|invited)(?:\/|$)/

/**
 * Where they were going, as an address may say it: one of the desk, and no other. It is read as a browser reads it, so that `//host`, a
 * backslash, a control character or `/desk/../x` leads nowhere; null for anything that is not written as it is read.
 */
export const placeOf = (text: string | null): string | null => {
  if (!text || text.length > 500 || !/^\/desk(?:[/?]|$)/.test(text)) return null
  const base = 'http://desk.invalid'
  if (!URL.canParse(text, base)) return null
  const { origin, pathname, search } = new URL(text, base)
  const place = `${pathname}${search}`
  // Written in one way only: an encoded letter could hide one of those that nobody comes back to.
  return origin === base && place === text && !pathname.includes('%') && !pathname.includes('//') && !never.test(pathname) ? place : null
}

/** `why`: what the page says first. */
export const signInFor = (place: string, why?: 'again' | 'signed-out'): string => {
  const query = new URLSearchParams({ ...(place === '/desk' || !placeOf(place) ? {} : { to: place }), ...(why ? { why } : {}) })
  return query.size ? `${signInPath}?${query}` : signInPath
}
