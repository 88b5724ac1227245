import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { WordId } from '../content/word-ids.ts'
import type { Sealer } from './form/seal.ts'
import { type Finished, front } from './front/finished.ts'
import { safetyHeaders } from './front/headers.ts'
import { brokenPage, refusedPage } from './pages/errors.tsx'
import { finishedPages } from './pages/index.ts'
import { htmlAnswer } from './routes/answers.ts'
import { checkRoute } from './routes/check.tsx'
import { feeds } from './routes/feeds.ts'
import { servicesJson } from './routes/machine.ts'
import type { Site } from './site.ts'

/** All that answers without asking anything of the reader: pages, feeds, files. */
export const finishedOf = (site: Site): Map<string, Finished> => {
  const pages = finishedPages(site)
  return new Map<string, Finished>([
    ...pages,
    ...feeds(site, [...pages.keys()]),
    ...site.assets.all.map((asset): [string, Finished] => [
      asset.path,
      { type: asset.type, immutable: true, make: () => ({ body: asset.bytes, until: null }) },
    ]),
    ['/favicon.ico', { type: 'image/svg+xml', make: () => ({ body: site.assets.favicon, until: null }) }],
  ])
}

/** The application behind the finished pages: forms, machine addresses, and what cannot be found. */
export const createApp = (site: Site, sealer: Sealer, finished: ReadonlyMap<string, Finished>): Hono => {
  const app = new Hono()
  app.get('/healthz', () => plain('ok', 200))
  app.get('/readyz', () => plain('ok', 200))
  app.get('/services.json', servicesJson(site))
  app.post('/signs/check', checkRoute(site, sealer))
  app.all('*', (c) => {
    const { path } = c.req
    const trimmed = path.replace(/\/+$/, '')
    const reading = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (finished.has(path))
      return reading
        ? broken(site)
        : refuse(site, 405, 'error.method', { allow: path === '/signs/check' ? 'GET, HEAD, POST' : 'GET, HEAD' })
    if (reading && trimmed !== path && finished.has(trimmed))
      return new Response(null, { status: 308, headers: { ...safetyHeaders, location: trimmed } })
    return htmlAnswer(brokenPage(site, 'not-found'), 404)
  })
  app.onError(() => broken(site))
  return app
}

const plain = (text: string, status: number): Response =>
  new Response(text, { status, headers: { ...safetyHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })

/** A page could not be made: say so, and still give the numbers. */
const broken = (site: Site): Response => htmlAnswer(brokenPage(site, 'server-error'), 500)

const refuse = (site: Site, status: number, sentence: WordId, headers: Record<string, string>): Response => {
  const answer = htmlAnswer(refusedPage(site, sentence), status)
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value)
  return answer
}

/** A server that is not listening yet. */
export const createWaymark = (site: Site, sealer: Sealer): Server => {
  const finished = finishedOf(site)
  const app = createApp(site, sealer, finished)
  const listener = getRequestListener(app.fetch, {
    // An address or a header that is no address at all never reaches the application.
    errorHandler: () => refuse(site, 400, 'error.bad-address', {}),
  })
  const server = createServer(
    { maxHeaderSize: 16 * 1024, requestTimeout: 30_000, headersTimeout: 10_000 },
    front(finished, site.clock, listener),
  )
  server.on('clientError', (_error, socket) => {
    if (!socket.writable) return
    const page = refusedPage(site, 'error.bad-address')
    const headers = {
      ...safetyHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-length': Buffer.byteLength(page),
      connection: 'close',
    }
    socket.end(
      `HTTP/1.1 400 Bad Request\r\n${Object.entries(headers)
        .map(([n, v]) => `${n}: ${v}\r\n`)
        .join('')}\r\n${page}`,
    )
  })
  return server
}
