import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { getRequestListener, RequestError } from '@hono/node-server'
import type { Hono } from 'hono'
import { type AppEnv, readerOf } from './context.ts'
import { dispatch, pathOf } from './dispatch.ts'
import type { ErrorPages } from './error-pages.ts'
import { newRequestId, requestHeader } from './failure.ts'
import { type Gate, type GateOptions, openGate } from './gate.ts'
import { flat, flowHeaders } from './headers.ts'
import { type Log, silent } from './log.ts'
import { answerMalformed } from './malformed-request.ts'
import type { PageCache } from './page-cache.ts'
import { passOn as openPassOn, type PassOnParts } from './pass-on.ts'
import { discardRest } from './read-form.ts'
import { respond, zipped } from './respond.ts'

/** How much and how long a server listens to one sender. */
const limits = {
  maxHeaderSize: 16 * 1024,
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  connectionsCheckingInterval: 5000,
  // Without it Node itself would answer a request without Host, with neither words nor headers.
  requireHostHeader: false,
}

export type HttpServerParts = {
  pages: PageCache
  router: Hono<AppEnv>
  errors: ErrorPages
  log?: Log
  /** Further headers of every answer; finished pages bring theirs along. */
  always?: Readonly<Record<string, string>>
  /** Addresses that another process of this host answers. */
  passOn?: Omit<PassOnParts, 'down' | 'hops' | 'refuse'>
  /** How much may come from one network; without it no limit holds. */
  gate?: GateOptions & { uploads: ReadonlySet<string> }
}

/** A server that is not listening yet. */
export const createHttpServer = ({ pages, router, errors, log = silent, always = {}, passOn, gate }: HttpServerParts): Server => {
  const listener = listenerOf(router, errors, log)
  const enter: Gate = gate
    ? openGate({ ...gate, log, refuse: (...asked) => refuseBusy(errors, ...asked) })
    : (_request, _response, pass) => pass()
  const added = new Headers(always)
  const server = createServer(
    limits,
    dispatch({
      pages,
      ...(passOn && {
        passOn: openPassOn({
          ...passOn,
          hops: gate?.hops ?? 0,
          refuse: (request, response) => {
            response.setHeaders(added)
            // What is left of it is nobody's: the connection ends.
            response.once('finish', () => request.destroy())
            sendPage(request, response, { status: 400, page: errors.refused('error.bad-address'), headers: { connection: 'close' } })
          },
          down: (request, response, lost) => {
            response.setHeaders(added)
            response.once('finish', () => {
              if (!request.complete) discardRest(request)
            })
            sendPage(request, response, {
              status: 503,
              page: errors.refused(lost ? 'error.desk-lost' : 'error.desk-down'),
              headers: { 'cache-control': 'no-store', 'retry-after': '5' },
            })
          },
        }),
      }),
      router: (request, response) => {
        response.setHeaders(added)
        enter(request, response, () => listener(request, response))
      },
      hostless: (request, response) => {
        response.setHeaders(added)
        sendPage(request, response, { status: 400, page: errors.refused('error.bad-address') })
      },
      broken: (request, response, err) => {
        const id = newRequestId()
        // Only the address of a finished page comes here: it is one of the site's own.
        const route = pathOf(request.url ?? '')
        log.error({ request: id, method: request.method ?? '', route, status: 500, err }, 'A page could not be made.')
        response.setHeaders(added)
        sendPage(request, response, { status: 500, page: errors.broken('server-error'), headers: { [requestHeader]: id } })
      },
    }),
  )
  // Whoever does not read, or asks without end on one connection, is let go: what is made for them would fill the memory.
  server.timeout = 15_000
  server.maxRequestsPerSocket = 1000
  answerMalformed(server, errors.refused, always)
  return server
}

const listenerOf = (router: Hono<AppEnv>, errors: ErrorPages, log: Log): RequestListener => {
  const listen = getRequestListener(router.fetch as Parameters<typeof getRequestListener>[0], {
    // For HTTP/1.0, which needs no Host. No page is made from it.
    hostname: 'localhost',
    // It would cut a connection half a second after an early answer: whoever writes first and reads then would never see it.
    autoCleanupIncoming: false,
    errorHandler: (err) => {
      // An address or a header that is no address at all never reaches the router.
      if (err instanceof RequestError) return respond(readerOf(undefined), { status: 400, body: errors.refused('error.bad-address') })
      log.error({ request: newRequestId(), status: 500, err }, 'A request could not be answered.')
      return respond(readerOf(undefined), { status: 500, body: errors.broken('server-error') })
    },
  })
  return (request, response) => {
    response.once('finish', () => {
      if (!request.complete) discardRest(request)
    })
    void listen(request, response)
  }
}

const refuseBusy = (errors: ErrorPages, request: IncomingMessage, response: ServerResponse, status: number, seconds: number): void => {
  response.once('finish', () => {
    if (!request.complete) discardRest(request)
  })
  sendPage(request, response, { status, page: errors.busy(), headers: { 'cache-control': 'no-store', 'retry-after': String(seconds) } })
}

/** A page of an error for a request that never reaches the router. */
const sendPage = (
  request: IncomingMessage,
  response: ServerResponse,
  { status, page, headers }: { status: number; page: string; headers?: Readonly<Record<string, string>> },
): void => {
  const { gzip } = readerOf(request.headers['accept-encoding']).accepts
  const bytes = gzip ? zipped(page) : Buffer.from(page)
  const encoding = gzip ? { 'content-encoding': 'gzip' } : {}
  response.writeHead(
    status,
    flat({ ...flowHeaders, vary: 'accept-encoding', ...headers, ...encoding, 'content-length': String(bytes.length) }),
  )
  response.end(request.method === 'HEAD' ? undefined : bytes)
}
