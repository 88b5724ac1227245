import { Hono, type MiddlewareHandler } from 'hono'
import type { Locale } from '../context/types.ts'
import { type AppContext, type AppEnv, type Handler, readerOf } from './context.ts'
import { pathOf } from './dispatch.ts'
import type { ErrorPages } from './error-pages.ts'
import { logFailure, requestHeader } from './failure.ts'
import { preflightHeaders, safetyHeaders } from './headers.ts'
import { type Log, silent } from './log.ts'
import { respond } from './respond.ts'

/** An address that is not a finished page alone: what answers it, by method. */
export type Route = {
  /** As Hono reads it: `/openreferral/services/:id`. */
  path: string
  /** For other systems: pages of any site may read it. */
  open?: Handler
  /** A page made for one reader. */
  page?: Handler
  /** Takes a posted form; its page is a finished one, or made for one reader. */
  form?: Handler
  /** Answers whatever method is used. */
  all?: Handler
}

export type RouterParts = {
  locale: Locale
  errors: ErrorPages
  log?: Log
  /** The site's own, where it has been said. */
  origin?: string | undefined
  routes: readonly Route[]
  /** Finished pages, by address: they are answered before (dispatch.ts), but not at another writing of their address, nor by another method. */
  finished: ReadonlyMap<string, { open?: boolean }>
}

/** The one router: everything but a finished page asked for by its own address comes through here. */
export const createRouter = ({ locale, errors, log = silent, origin, routes, finished }: RouterParts): Hono<AppEnv> => {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('locale', locale)
    c.set('reader', readerOf(c.req.header('accept-encoding')))
    c.set('log', log)
    c.set('origin', origin)
    c.set('route', '*')
    await next()
    if (c.var.request) c.res.headers.set(requestHeader, c.var.request)
  })
  const refuseMethod = (c: AppContext, allow: string): Response =>
    respond(c.var.reader, { status: 405, body: errors.refused('error.method'), shared: true, headers: { allow } })
  const posts = new Set<string>()
  for (const { path, open, page, form, all } of routes) {
    app.use(path, (c, next) => {
      c.set('route', path)
      return next()
    })
    if (open) {
      app.get(path, open)
      app.options(path, preflight)
      app.all(path, (c) => refuseMethod(c, 'GET, HEAD, OPTIONS'))
    }
    if (page) app.get(path, asWritten(page))
    if (form) {
      posts.add(path)
      app.post(path, asWritten(form))
    }
    // At another writing of its address there is nothing, by whatever method.
    if (page)
      app.all(path, (c, next) =>
        pathOf(c.env.incoming.url ?? '') === c.req.path ? refuseMethod(c, form ? 'GET, HEAD, POST' : 'GET, HEAD') : next(),
      )
    if (all) app.all(path, asWritten(all))
  }
  app.all('*', (c) => {
    const { path, method } = c.req
    if (method === 'OPTIONS' && finished.get(path)?.open) return preflight()
    const plain = withoutSlashes(path)
    if (!finished.has(plain)) return respond(c.var.reader, { status: 404, body: errors.broken('not-found'), shared: true })
    if (method !== 'GET' && method !== 'HEAD') return refuseMethod(c, posts.has(plain) ? 'GET, HEAD, POST' : 'GET, HEAD')
    return new Response(null, { status: 308, headers: { ...safetyHeaders, location: plain } })
  })
  app.onError((err, c) => {
    logFailure(c, 'A request could not be answered.', { status: 500, err })
    return respond(c.var.reader, { status: 500, body: errors.broken('server-error'), shared: true })
  })
  return app
}

/**
 * A form and a file are answered at their address as it is written and at no other writing of it (`%70athway`, `/x/../pathway`): what a
 * proxy decides by address it decides of this one.
 */
const asWritten =
  (handler: Handler): MiddlewareHandler<AppEnv> =>
  async (c, next) =>
    pathOf(c.env.incoming.url ?? '') === c.req.path ? handler(c) : next()

const preflight = (): Response => new Response(null, { status: 204, headers: preflightHeaders })

/** `/signs//` is `/signs`. A loop: a pattern would take time that grows with the square of a long address. */
const withoutSlashes = (path: string): string => {
  let end = path.length
  while (end > 1 && path[end - 1] === '/') end -= 1
  return path.slice(0, end)
}
