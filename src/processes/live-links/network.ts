import pLimit, { type LimitFunction } from 'p-limit'

/** What a live check needs of the world; tests give their own. */
export type Network = {
  fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Resolves after so many milliseconds. */
  sleep: (ms: number) => Promise<void>
  now: () => Temporal.Instant
  /** How long one request may take, in milliseconds. */
  timeout: number
  /** Rest between two requests to one host, in milliseconds. */
  pause: number
}

export const realNetwork: Network = {
  fetch,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: () => Temporal.Now.instant(),
  timeout: 20_000,
  pause: 500,
}

/** Says who asks, so that whoever runs a site can tell. */
const headers = {
  'user-agent': 'Waymark link check (an open platform for anti-slavery partnerships; one request at a time)',
  accept: 'text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8',
  'accept-language': 'en-GB,en',
}

/** How many sites are asked at once. */
const sites = 4
/** The longest wait that a site may ask for, in seconds. */
const longest = 60
/** As much of a page as is read to find its date, in bytes. */
const most = 2_000_000

/** What came back: the body only of a GET that was asked for its text. */
export type Reply = { status: number; headers: Headers; body: string | null }
/** One request, redirects not followed. Throws what fetch throws. */
export type Ask = (url: string, method: 'HEAD' | 'GET', wants?: 'body') => Promise<Reply>

/** Asks politely: one request at a time of a host, a rest between two, few hosts at once, and waits once as long as a busy host asks. */
export const politely = ({ fetch, sleep, now, timeout, pause }: Network): Ask => {
  const all = pLimit(sites)
  const hosts = new Map<string, LimitFunction>()
  const once = async (url: string, method: 'HEAD' | 'GET', wants?: 'body'): Promise<Reply> => {
    const response = await fetch(url, { method, headers, redirect: 'manual', signal: AbortSignal.timeout(timeout) })
    const body = wants && response.ok ? await readSome(response) : null
    if (body === null) await response.body?.cancel()
    return { status: response.status, headers: response.headers, body }
  }
  return (url, method, wants) => {
    const { host } = new URL(url)
    const turn = hosts.get(host) ?? pLimit(1)
    const first = !hosts.has(host)
    hosts.set(host, turn)
    return turn(async () => {
      if (!first) await sleep(pause)
      const reply = await all(() => once(url, method, wants))
      const wait = [429, 503].includes(reply.status) ? waitOf(reply.headers, now()) : null
      if (wait === null || wait > longest) return reply
      await sleep(wait * 1000)
      return all(() => once(url, method, wants))
    })
  }
}

/** Seconds that Retry-After asks for, as a number or a date (RFC 9110, 10.2.3); null where it does not. */
const waitOf = (headers: Headers, now: Temporal.Instant): number | null => {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+$/.test(value)) return Number(value)
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.epochMilliseconds) / 1000))
}

const readSome = async (response: Response): Promise<string> => {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    bytes += chunk.length
    if (bytes > most) break
  }
  return text
}
