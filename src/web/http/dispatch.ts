import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { PageCache } from './page-cache.ts'
import type { PassOn } from './pass-on.ts'

export type Dispatched = {
  /** Finished pages: they leave as ready bytes, before the router is asked. */
  pages: PageCache
  /** What another process of this host answers. */
  passOn?: PassOn
  /** All other requests. */
  router: RequestListener
  /** A request without the Host that HTTP/1.1 asks for. */
  hostless: RequestListener
  /** A finished page that could not be made. */
  broken: (request: IncomingMessage, response: ServerResponse, error: unknown) => void
}

/** Sends what is finished from the page cache, and everything else through the router. */
export const dispatch = ({ pages, passOn, router, hostless, broken }: Dispatched): RequestListener => {
  return (request, response) => {
    const { method, url = '/' } = request
    if (request.headers.host === undefined && request.httpVersion === '1.1') return hostless(request, response)
    if (passOn?.has(pathOf(url))) return passOn.pass(request, response)
    if (method === 'GET' || method === 'HEAD') {
      try {
        if (pages(pathOf(url), request, response)) return
      } catch (error) {
        return broken(request, response, error)
      }
    }
    router(request, response)
  }
}

/** The path of a request's target, which may be a whole address (RFC 9112 3.2.2). */
export const pathOf = (target: string): string => {
  const local = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?#]*/i, '') || '/'
  const question = local.indexOf('?')
  return question < 0 ? local : local.slice(0, question)
}
