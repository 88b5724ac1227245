import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { networkOf } from './network.ts'

/** Passes requests on to another process of this host, as they came, over a socket that only its user and ours may open. */
export type PassOn = {
  /** Is this address one that the other process answers? */
  has(path: string): boolean
  pass(request: IncomingMessage, response: ServerResponse): void
}

export type PassOnParts = {
  /** All addresses at and below this one. */
  at: string
  socket: string
  /** How many proxies in front of us are ours: the other process is told who asked (network.ts). */
  hops: number
  patience?: { page: number; form: number }
  /** The request is none that may be passed on. */
  refuse(request: IncomingMessage, response: ServerResponse): void
  /** Nobody answers there. `lost`: a form had been sent on, and nobody knows what came of it. */
  down(request: IncomingMessage, response: ServerResponse, lost: boolean): void
}

/** Headers that are between two neighbours only (RFC 9110, 7.6.1). */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/**
 * An answer takes so long at most, in ms: then whoever asked is told, and the other process has given up too. A page waits for the limit of the
 * database; what is sent may be a list of fifty thousand people, and the other process ends sooner what is to end sooner (Form.patience).
 */
const usualPatience = { page: 35_000, form: 125_000 }

export const passOn = ({ at, socket, hops, patience = usualPatience, refuse, down }: PassOnParts): PassOn => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64, maxFreeSockets: 16 })
  const pass = (request: IncomingMessage, response: ServerResponse, again = false): void => {
    if (namesWhatCounts(request)) return void refuse(request, response)
    const { method = 'GET', url = '/' } = request
    const bodyless =
      (method === 'GET' || method === 'HEAD') &&
      request.headers['content-length'] === undefined &&
      request.headers['transfer-encoding'] === undefined
    const timeout = bodyless ? patience.page : patience.form
    // Whoever waits for the answer is silent meanwhile, and no dead one (server.timeout): the other process knows how long it may take.
    const waiting = request.socket
    const quiet = waiting.timeout ?? 0
    waiting.setTimeout(timeout + 5_000)
    response.once('close', () => void waiting.setTimeout(quiet))
    const up = ask({ agent, socketPath: socket, method, path: url, headers: headersOf(request, hops), setHost: false, timeout })
    up.on('response', (answer) => {
      // From here on whoever does not read is let go as anywhere.
      waiting.setTimeout(quiet)
      response.writeHead(answer.statusCode ?? 502, kept(answer.rawHeaders))
      answer.pipe(response)
      // It ended in the middle: no page is possible any more, and a whole one must not seem to be there.
      answer.on('aborted', () => response.destroy())
    })
    up.on('timeout', () => up.destroy())
    up.on('error', (error: NodeJS.ErrnoException) => {
      if (response.headersSent) return void response.destroy()
      // The other end closed a connection that had lain open, in the moment that this was sent on it: nothing of it was read.
      if (bodyless && up.reusedSocket && error.code === 'ECONNRESET' && !again) return pass(request, response, true)
      const sent = error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'
      down(request, response, sent && !bodyless)
    })
    response.on('close', () => up.destroy())
    // Always, also of a GET: with a body left unread the two ends are out of step, and the next one on this connection gets its rest as a request.
    request.pipe(up)
  }
  return { has: (path) => path === at || path.startsWith(`${at}/`), pass }
}

/**
 * What `Connection` may never take away: how long a body is, whom it is for, who sends it and from where. Without its length a body would
 * be read as the next request on the connection, which is somebody else's (request smuggling).
 */
const counts = new Set(['content-length', 'content-type', 'host', 'cookie', 'origin', 'authorization', 'x-forwarded-for', 'sec-fetch-site'])
const namedBy = ({ headers }: IncomingMessage): string[] => (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase())
const namesWhatCounts = (request: IncomingMessage): boolean => namedBy(request).some((name) => counts.has(name))

/** What whoever asked sent, without what is between neighbours, and without what only we may say. */
const headersOf = (request: IncomingMessage, hops: number): string[] => {
  const named = namedBy(request)
  const rows = pairs(request.rawHeaders).filter(([name]) => {
    const lower = name.toLowerCase()
    return (
      !hopByHop.has(lower) &&
      !named.includes(lower) &&
      lower !== 'forwarded' &&
      !lower.startsWith('x-forwarded-') &&
      !lower.startsWith('x-waymark-')
    )
  })
  const network = networkOf(request, hops)
  const length = request.headers['transfer-encoding'] === undefined ? [] : [['transfer-encoding', 'chunked']]
  return [...rows, ...length, ...(network === null ? [] : [['x-forwarded-for', network.replace(/::\/64$/, '::')]])].flat()
}

const kept = (raw: readonly string[]): string[] =>
  pairs(raw)
    .filter(([name]) => !hopByHop.has(name.toLowerCase()))
    .flat()

const pairs = (raw: readonly string[]): [string, string][] =>
  Array.from({ length: raw.length / 2 }, (_, at) => [raw[2 * at] ?? '', raw[2 * at + 1] ?? ''])
