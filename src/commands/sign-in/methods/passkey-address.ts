import { isIP } from 'node:net'

/** For whom a passkey is made. `id` is the name that it is bound to for good: at another name the same passkey does not work. */
export type RelyingParty = { id: string; origin: string }

/**
 * Why no browser makes or uses a passkey at an address, and the address of the same site where it does, if there is one. Browsers take
 * a name, never an IP address, and only over https, or on the machine itself at `localhost` (Web Authentication Level 3, 5.1.3 step 8
 * "effective domain"; Secure Contexts, 3.1).
 */
export type NoPasskeys = { fault: 'ip-address' | 'not-secure'; openInstead: string | null }

/** The relying party of an origin such as `https://desk.example.org`, or why there can be none. */
export const passkeysAt = (origin: string): RelyingParty | NoPasskeys => {
  const url = new URL(origin)
  const name = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(name)) {
    const isThisMachine = /^(?:127\.|0\.0\.0\.0$|::1?$)/.test(name)
    return { fault: 'ip-address', openInstead: isThisMachine ? `${url.protocol}//localhost${url.port && `:${url.port}`}` : null }
  }
  const isLocal = name === 'localhost' || name.endsWith('.localhost')
  if (url.protocol !== 'https:' && !isLocal) return { fault: 'not-secure', openInstead: null }
  return { id: name, origin: url.origin }
}
