import { type Change, govUkChange, headerChange, pageChange } from './change.ts'
import type { Ask, Reply } from './network.ts'

/** Why a link is as it is. Dead: not-found, gone, no-site, untrusted, loop, inward. Not sure: refused, busy, fault, slow, silent. */
export type Reason =
  | 'answers'
  | 'not-found'
  | 'gone'
  | 'no-site'
  | 'untrusted'
  | 'loop'
  | 'inward'
  | 'refused'
  | 'busy'
  | 'fault'
  | 'slow'
  | 'silent'

export type Visit = {
  url: string
  state: 'answers' | 'dead' | 'unsure'
  reason: Reason
  /** HTTP status of the last answer, or the code of what went wrong; null where neither is known. */
  code: number | string | null
  /** The address that answered, after redirects. */
  leads: string
  /** Each redirect on the way was for good (301, 308). */
  moved: boolean
  change: Change | null
  /** Taken back by whoever published it. */
  withdrawn: boolean
}

const dead: readonly Reason[] = ['not-found', 'gone', 'no-site', 'untrusted', 'loop', 'inward']
/** Browsers follow twenty (Fetch standard, HTTP-redirect fetch). */
const most = 20

/** Asks for one address as a reader would meet it. `wants` when it last changed, which may take a request more. Never throws. */
export const visit = async (
  url: string,
  ask: Ask,
  { wants, timezone, now }: { wants: boolean; timezone: string; now: Temporal.Instant },
): Promise<Visit> => {
  const zone = { timezone, now }
  let at = url
  let moved = true
  const end = (reason: Reason, code: Visit['code'], rest: Partial<Visit> = {}): Visit => {
    const state = reason === 'answers' ? 'answers' : dead.includes(reason) ? 'dead' : 'unsure'
    return { url, state, reason, code, leads: at, moved: moved && at !== url, change: null, withdrawn: false, ...rest }
  }
  try {
    for (let hops = 0; hops <= most; hops += 1) {
      const { reply, read } = await head(at, ask)
      const to = reply.headers.get('location')
      if (reply.status >= 300 && reply.status < 400 && to && URL.canParse(to, at)) {
        const next = new URL(to, at)
        next.hash = ''
        moved &&= [301, 308].includes(reply.status)
        at = next.href
        if (!isPublic(next)) return end('inward', reply.status)
        continue
      }
      const reason = reasonOf(reply.status)
      if (reason !== 'answers' || !wants) return end(reason, reply.status)
      const told = await quietly(() => govUkChange(at, ask, zone))
      if (told) return end(reason, reply.status, told)
      const change = headerChange(reply.headers, zone) ?? (await quietly(() => readChange(at, ask, read ? reply : null, zone)))
      return end(reason, reply.status, { change })
    }
    return end('loop', null)
  } catch (error) {
    const code = codeOf(error)
    return end(faultOf(error, code), code)
  }
}

/** HEAD, and GET where a server does not answer HEAD as it answers GET: many do not. */
const head = async (url: string, ask: Ask): Promise<{ reply: Reply; read: boolean }> => {
  const first = await ask(url, 'HEAD').catch((error) =>
    isUntrusted(codeOf(error)) || codeOf(error) === 'ENOTFOUND' ? Promise.reject(error) : null,
  )
  if (first && first.status < 400) return { reply: first, read: false }
  if (first?.status === 429) return { reply: first, read: false }
  return { reply: await ask(url, 'GET', 'body'), read: true }
}

const readChange = async (url: string, ask: Ask, reply: Reply | null, zone: { timezone: string; now: Temporal.Instant }) => {
  const { body } = reply ?? (await ask(url, 'GET', 'body'))
  return body === null ? null : pageChange(body, zone)
}

/** When a page changed is a thing to know more: not knowing it makes no link dead. */
const quietly = async <T>(act: () => Promise<T>): Promise<T | null> => {
  try {
    return await act()
  } catch {
    return null
  }
}

/**
 * A redirect is followed to a named site only, never to a bare address or a name that says that it is of an inner network (RFC 6761, 6762,
 * 8375; `internal`: ICANN 2024). `localhost.` is `localhost`. Where a public name leads is not asked beforehand.
 */
const isPublic = ({ protocol, hostname }: URL): boolean => {
  const name = hostname.replace(/\.$/, '')
  return /^https?:$/.test(protocol) && name.includes('.') && !/^[\d.]+$|\.(?:localhost|local|internal|lan|home\.arpa)$/.test(name)
}

const reasonOf = (status: number): Reason => {
  if (status < 400) return 'answers'
  if (status === 404) return 'not-found'
  if (status === 410) return 'gone'
  if (status === 429) return 'busy'
  return status < 500 ? 'refused' : 'fault'
}

const codeOf = (error: unknown): string | null => {
  const { cause, name } = error instanceof Error ? error : { cause: null, name: null }
  const code = cause && typeof cause === 'object' ? Reflect.get(cause, 'code') : null
  return typeof code === 'string' ? code : name === 'TimeoutError' ? name : null
}

/** Certificates that a browser refuses as well. One whose chain is cut short a browser mends by itself: that is not sure. */
const isUntrusted = (code: string | null): boolean =>
  ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'CERT_REVOKED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID'].includes(
    code ?? '',
  )

const faultOf = (error: unknown, code: string | null): Reason => {
  if (code === 'ENOTFOUND') return 'no-site'
  if (isUntrusted(code)) return 'untrusted'
  return (error instanceof Error && error.name === 'TimeoutError') || /TIMEOUT|TIMEDOUT/.test(code ?? '') ? 'slow' : 'silent'
}
