import { hash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { pathOf } from './dispatch.ts'
import type { Log } from './log.ts'
import { networkOf } from './network.ts'
import { fairTurns } from './turns.ts'

/** How much may come, by the network that it comes from. Finished pages are never counted. How the numbers were chosen: docs/decisions/0039. */
export type GateLimits = {
  /** Forms of one network: so many in so many seconds. */
  forms: { most: number; seconds: number }
  /** Of these, forms with files. */
  uploads: { most: number; seconds: number }
  /** Forms that are being read or answered at one time: of one network, with files of one network, and of all. */
  atOnce: { forms: number; uploads: number; all: number }
  /** After so many ms whoever is refused is told so: a program that asks again at once is slowed down. */
  pause: number
}

export const usualLimits: GateLimits = {
  forms: { most: 1000, seconds: 10 },
  uploads: { most: 10, seconds: 60 },
  atOnce: { forms: 200, uploads: 3, all: 1000 },
  pause: 1000,
}

export type GateOptions = {
  /** How many proxies in front are ours. */
  hops: number
  limits?: GateLimits
}

type GateParts = GateOptions & {
  /** Addresses that take forms with files. */
  uploads: ReadonlySet<string>
  log: Log
  refuse: (request: IncomingMessage, response: ServerResponse, status: 429 | 503, seconds: number) => void
}

/** Lets a request through in its turn, or refuses it. */
export type Gate = (request: IncomingMessage, response: ServerResponse, pass: () => void) => void

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])
/** Networks are counted in so many places, by a hash that nobody can foresee: whatever comes, counting takes no more memory than this. */
const places = 2 ** 16
const unknown = -1

export const openGate = ({ hops, limits = usualLimits, uploads, log, refuse }: GateParts): Gate => {
  const salt = randomBytes(16).toString('hex')
  const placeOf = (network: string): number => hash('sha256', `${salt} ${network}`, 'buffer').readUInt32LE() % places
  const turns = fairTurns<number>()
  const forms = { rate: rateOf(limits.forms), open: counter() }
  const files = { rate: rateOf(limits.uploads), open: counter() }
  let open = 0
  let told = false
  const tellOnce = (): void => {
    if (told) return
    told = true
    log.warn(
      {},
      'A proxy on this machine sends X-Forwarded-For, but WAYMARK_TRUST_PROXY is not set, so Waymark cannot limit requests from each address.',
    )
  }
  return (request, response, pass) => {
    if (harmless.has(request.method ?? '')) return pass()
    const network = networkOf(request, hops)
    if (network === null) tellOnce()
    const place = network === null ? unknown : placeOf(network)
    const upload = uploads.has(pathOf(request.url ?? ''))
    const counted = place === unknown ? [] : upload ? [forms, files] : [forms]
    const later = (status: 429 | 503, seconds: number): void => {
      setTimeout(() => refuse(request, response, status, seconds), limits.pause).unref()
    }
    if (open >= limits.atOnce.all) return later(503, limits.forms.seconds)
    const most = (kind: typeof forms): number => (kind === files ? limits.atOnce.uploads : limits.atOnce.forms)
    if (counted.some((kind) => kind.open.of(place) >= most(kind))) return later(429, limits.forms.seconds)
    open += 1
    for (const kind of counted) kind.open.add(place, 1)
    response.once('close', () => {
      open -= 1
      for (const kind of counted) kind.open.add(place, -1)
    })
    turns.take(place, () => {
      void mayWait(counted, place).then((seconds) => {
        // Whoever has gone meanwhile costs nothing more.
        if (request.destroyed) return
        if (seconds) later(429, seconds)
        else pass()
      })
    })
  }
}

type Rate = { limiter: RateLimiterMemory; seconds: number }
const rateOf = ({ most, seconds }: { most: number; seconds: number }): Rate => ({
  limiter: new RateLimiterMemory({ points: most, duration: seconds }),
  seconds,
})

/** Seconds until it may be tried again; 0: now. */
const mayWait = async (kinds: readonly { rate: Rate }[], place: number): Promise<number> => {
  for (const { rate } of kinds) {
    try {
      await rate.limiter.consume(place)
    } catch (refused) {
      // Said by the library with what is no error. Should counting itself ever fail, nobody is refused for it.
      if (!(refused instanceof RateLimiterRes)) return 0
      return Math.min(rate.seconds, Math.max(1, Math.ceil(refused.msBeforeNext / 1000)))
    }
  }
  return 0
}

/** How many there are of each; of what there is none nothing is kept. */
const counter = (): { of(place: number): number; add(place: number, by: number): void } => {
  const counts = new Map<number, number>()
  const of = (place: number): number => counts.get(place) ?? 0
  return {
    of,
    add: (place, by) => {
      const count = of(place) + by
      if (count) counts.set(place, count)
      else counts.delete(place)
    },
  }
}
