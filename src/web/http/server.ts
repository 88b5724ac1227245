import { createServer, type RequestListener, type Server } from 'node:http'
import { gzipSync } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { type AppEnv, readerOf } from './context.ts'
import { dispatch } from './dispatch.ts'
import type { ErrorPages } from './error-pages.ts'
import { flat, flowHeaders } from './headers.ts'
import { answerMalformed } from './malformed-request.ts'
import type { PageCache } from './page-cache.ts'
import { discardRest } from './read-form.ts'
import { respond } from './respond.ts'

/** How much and how long a server listens to one sender. */
const limits = {
  maxHeaderSize: 16 * 1024,
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  connectionsCheckingInterval: 5000,
  // Without it Node itself would answer a request without Host, with neither words nor headers.
  requireHostHeader: false,
}

/** A server that is not listening yet. */
export const createHttpServer = ({ pages, router, errors }: { pages: PageCache; router: Hono<AppEnv>; errors: ErrorPages }): Server => {
  const server = createServer(
    limits,
    dispatch({
      pages,
      router: listenerOf(router, errors),
      hostless: sendError(400, () => errors.refused('error.bad-address')),
      broken: sendError(500, () => errors.broken('server-error')),
    }),
  )
  // Whoever does not read, or asks without end on one connection, is let go: what is made for them would fill the memory.
  server.timeout = 15_000
  server.maxRequestsPerSocket = 1000
  answerMalformed(server, errors.refused)
  return server
}

const listenerOf = (router: Hono<AppEnv>, errors: ErrorPages): RequestListener => {
  const listen = getRequestListener(router.fetch as Parameters<typeof getRequestListener>[0], {
    // For HTTP/1.0, which needs no Host. No page is made from it.
    hostname: 'localhost',
    // It would cut a connection half a second after an early answer: whoever writes first and reads then would never see it.
    autoCleanupIncoming: false,
    // An address or a header that is no address at all never reaches the router.
    errorHandler: () => respond(readerOf(undefined), { status: 400, body: errors.refused('error.bad-address') }),
  })
  return (request, response) => {
    response.once('finish', () => {
      if (!request.complete) discardRest(request)
    })
    void listen(request, response)
  }
}

/** A page of an error for a request that never reaches the router. */
const sendError =
  (status: number, page: () => string): RequestListener =>
  (request, response) => {
    const { gzip } = readerOf(request.headers['accept-encoding']).accepts
    const bytes = gzip ? gzipSync(page()) : Buffer.from(page())
    const encoding = gzip ? { 'content-encoding': 'gzip' } : {}
    response.writeHead(status, flat({ ...flowHeaders, vary: 'accept-encoding', ...encoding, 'content-length': String(bytes.length) }))
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }
