/** For tests only: a server on this machine plays the sites of the internet. */
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Network } from './network.ts'

/** Signed by itself, for no name that is asked for: what browsers refuse. It protects nothing. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg9y35T/aJGuAROHCE
P5Chxghb9B3N8i3831yY9/dTvNKhRANCAASzjQRDK2afmOidMEtHObUfFOTZRMnO
gbckjZZUlQW2yjDVY+i14jPr7K2Dzw0GqkdFpO9eH/LDnEexsDu0E0+G
-----END PRIVATE KEY-----`
const cert = `-----BEGIN CERTIFICATE-----
MIIBlTCCATugAwIBAgIUcxvFcl+in0WJcZbITtIBtMojU/swCgYIKoZIzj0EAwIw
HzEdMBsGA1UEAwwUd2F5bWFyay10ZXN0LmludmFsaWQwIBcNMjYxMTI3MDA0MDU0
WhgPMjEyNjExMDMwMDQwNTRaMB8xHTAbBgNVBAMMFHdheW1hcmstdGVzdC5pbnZh
bGlkMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEs40EQytmn5jonTBLRzm1HxTk
2UTJzoG3JI2WVJUFtsow1WPoteIz6+ytg88NBqpHRaTvXh/yw5xHsbA7tBNPhqNT
MFEwHQYDVR0OBBYEFHSWO75NwB4B4C+2XljBmI08jUfpMB8GA1UdIwQYMBaAFHSW
O75NwB4B4C+2XljBmI08jUfpMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwID
SAAwRQIhAIoKPh8/k85Rp+huEbBX/6Cyq1tPX25C/BqR0d/UR62lAiAA7xW563E1
IeuNGavGv4ayrPLMKBAQi0ZAg48IWctXRA==
-----END CERTIFICATE-----`

/** What a page says: a status, headers, a body; or nothing, ever; or a connection that breaks. */
export type Play = { status?: number; headers?: Record<string, string>; body?: string; head?: number } | 'hangs' | 'breaks'

export type Sites = {
  network: Network
  /** Requests in the order of their coming: `HEAD https://a.example/b`. */
  asked: string[]
  /** The most requests that were open at once, of one host and in all. */
  busiest: { host: number; all: number }
  /** What was waited for, in milliseconds. */
  slept: number[]
  userAgents: Set<string>
  close: () => Promise<void>
}

/** Plays `pages`, by address; of several plays of one page each is given once, the last one for good. What is not named is 404; `*.invalid` has no address, `selfsigned.example` a bad certificate. */
export const playSites = async (
  pages: Record<string, Play | Play[]>,
  now = Temporal.Instant.from('2026-12-20T12:00:00Z'),
): Promise<Sites> => {
  const left = new Map(Object.entries(pages).map(([url, plays]) => [url, Array.isArray(plays) ? [...plays] : [plays]]))
  const asked: string[] = []
  const slept: number[] = []
  const userAgents = new Set<string>()
  const busiest = { host: 0, all: 0 }
  const open = new Map<string, number>()
  const answer: RequestListener = (request, response) => {
    const url = `https:/${request.url}`
    const { host } = new URL(url)
    asked.push(`${request.method} ${url}`)
    userAgents.add(request.headers['user-agent'] ?? '')
    open.set(host, (open.get(host) ?? 0) + 1)
    busiest.host = Math.max(busiest.host, open.get(host) ?? 0)
    busiest.all = Math.max(
      busiest.all,
      [...open.values()].reduce((a, b) => a + b, 0),
    )
    response.on('close', () => open.set(host, (open.get(host) ?? 0) - 1))
    const plays = left.get(url) ?? [{ status: 404 }]
    const play = (plays.length > 1 ? plays.shift() : plays[0]) ?? 'hangs'
    if (play === 'hangs') return
    if (play === 'breaks') return void request.socket.destroy()
    const { status = 200, headers = {}, body = '', head = status } = play
    // Long enough for requests that are not kept apart to meet.
    setTimeout(() => {
      response.writeHead(request.method === 'HEAD' ? head : status, { date: new Date(now.epochMilliseconds).toUTCString(), ...headers })
      response.end(request.method === 'HEAD' ? undefined : body)
    }, 5)
  }
  const server = createServer(answer)
  const secure = createSecureServer({ key, cert }, answer)
  await Promise.all([server, secure].map((s) => new Promise<void>((resolve) => s.listen(0, '127.0.0.1', resolve))))
  const port = (s: typeof server | typeof secure) => (s.address() as AddressInfo).port
  const network: Network = {
    fetch: (to, init) => {
      const url = new URL(to)
      if (url.hostname.endsWith('.invalid'))
        return Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ENOTFOUND' } }))
      const bad = url.hostname === 'selfsigned.example'
      return fetch(
        `${bad ? `https://127.0.0.1:${port(secure)}` : `http://127.0.0.1:${port(server)}`}/${url.host}${url.pathname}${url.search}`,
        init,
      )
    },
    sleep: async (ms) => void slept.push(ms),
    now: () => now,
    timeout: 10_000,
    pause: 7,
  }
  const close = async () => {
    for (const s of [server, secure]) {
      s.closeAllConnections()
      await new Promise((resolve) => s.close(resolve))
    }
  }
  return { network, asked, busiest, slept, userAgents, close }
}
