import { createServer, type RequestListener, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { CobrandedPress } from '../press/training-provider/own-press.ts'
import type { Locale } from '../web/context/types.ts'
import type { Sealer } from '../web/forms/seal.ts'
import { front } from '../web/http/dispatch.ts'
import type { ErrorPages } from '../web/http/error-pages.ts'
import { preflightHeaders, safetyHeaders } from '../web/http/headers.ts'
import { answerMalformed } from '../web/http/malformed-request.ts'
import { type FinishedPage, pageCache } from '../web/http/page-cache.ts'
import { type FileStep, htmlAnswer, posted, postedFile, type Step, sendPage } from '../web/http/respond.ts'
import { machineRoutes } from '../web/public/api/api.ts'
import { datesStep } from '../web/public/dates/form.tsx'
import { errorPages } from '../web/public/errors/error-pages.tsx'
import { finishedOf } from '../web/public/finished-pages.ts'
import { pathwayStep } from '../web/public/pathway/form.tsx'
import { downloads } from '../web/public/resources/download.ts'
import { searchStep } from '../web/public/search/form.tsx'
import { checkStep } from '../web/public/signs-check/form.tsx'
import { trainingSteps } from '../web/public/training/form.ts'
import { yourPackStep } from '../web/public/your-pack/form.ts'
import { yourPackAddress } from '../web/public/your-pack/pages.tsx'

/** Forms, by the address that they are posted to. */
export const stepsOf = (locale: Locale, sealer: Sealer): Map<string, Step> =>
  new Map([
    ['/signs/check', checkStep(locale, sealer)],
    ['/pathway/dates', datesStep(locale, sealer)],
    ['/pathway', pathwayStep(locale, sealer)],
    ['/search', searchStep(locale)],
    ...trainingSteps(locale),
  ])

/** Forms that are sent with a file. */
const fileStepsOf = (locale: Locale, press: CobrandedPress | null): Map<string, FileStep> =>
  new Map([[yourPackAddress, yourPackStep(locale, press)]])

/** The application behind finished pages and forms: machine addresses, other writings of an address, and what cannot be found. */
export const createApp = (
  locale: Locale,
  errors: ErrorPages,
  finished: ReadonlyMap<string, FinishedPage>,
  posts: ReadonlySet<string>,
): Hono => {
  const app = new Hono()
  const accepts = (c: Context): string | undefined => c.req.header('accept-encoding')
  const refuseMethod = (c: Context, allow: string): Response => htmlAnswer(errors.refused('error.method'), 405, accepts(c), { allow })
  const preflight = (): Response => new Response(null, { status: 204, headers: preflightHeaders })
  for (const [path, answer] of machineRoutes(locale)) {
    app.get(path, answer)
    app.options(path, preflight)
    app.all(path, (c) => refuseMethod(c, 'GET, HEAD, OPTIONS'))
  }
  app.all('*', (c) => {
    const { path, method } = c.req
    if (method === 'OPTIONS' && finished.get(path)?.open) return preflight()
    const plain = withoutSlashes(path)
    if (!finished.has(plain)) return htmlAnswer(errors.broken('not-found'), 404, accepts(c))
    if (method !== 'GET' && method !== 'HEAD') return refuseMethod(c, posts.has(plain) ? 'GET, HEAD, POST' : 'GET, HEAD')
    return new Response(null, { status: 308, headers: { ...safetyHeaders, location: plain } })
  })
  app.onError((_, c) => htmlAnswer(errors.broken('server-error'), 500, accepts(c)))
  return app
}

/** `/signs//` is `/signs`. A loop: a pattern would take time that grows with the square of a long address. */
const withoutSlashes = (path: string): string => {
  let end = path.length
  while (end > 1 && path[end - 1] === '/') end -= 1
  return path.slice(0, end)
}

/** A server that is not listening yet. */
export const createWaymark = (locale: Locale, sealer: Sealer, press: CobrandedPress | null = null): Server => {
  const finished = finishedOf(locale)
  const steps = stepsOf(locale, sealer)
  const fileSteps = fileStepsOf(locale, press)
  const errors = errorPages(locale)
  const app = getRequestListener(createApp(locale, errors, finished, new Set([...steps.keys(), ...fileSteps.keys()])).fetch, {
    // For HTTP/1.0, which needs no Host. No page is made from it.
    hostname: 'localhost',
    // An address or a header that is no address at all never reaches the application.
    errorHandler: () => htmlAnswer(errors.refused('error.bad-address'), 400, undefined),
  })
  const send =
    (status: number, page: () => string): RequestListener =>
    (request, response) =>
      sendPage(request, response, { status, page: page() })
  const server = createServer(
    // Without `requireHostHeader: false` Node itself would answer, with neither words nor headers.
    {
      maxHeaderSize: 16 * 1024,
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      connectionsCheckingInterval: 5000,
      requireHostHeader: false,
    },
    front({
      finished: pageCache(finished, locale.site.clock),
      download: downloads(locale, errors),
      posted: new Map([
        ...[...steps].map(([path, step]) => [path, posted(errors, step)] as const),
        ...[...fileSteps].map(([path, step]) => [path, postedFile(errors, step)] as const),
      ]),
      app: (request, response) => void app(request, response),
      hostless: send(400, () => errors.refused('error.bad-address')),
      broken: send(500, () => errors.broken('server-error')),
    }),
  )
  // Whoever does not read, or asks without end on one connection, is let go: what is made for them would fill the memory.
  server.timeout = 15_000
  server.maxRequestsPerSocket = 1000
  answerMalformed(server, errors.refused)
  return server
}
