import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { PageCache } from './page-cache.ts'

/** Answers an address of a file; false where it is none. */
export type Download = (path: string, request: IncomingMessage, response: ServerResponse) => boolean

export type Sorted = {
  finished: PageCache
  /** Files that are made when they are asked for. */
  download: Download
  /** What answers a form, by the address it is posted to. */
  posted: ReadonlyMap<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>>
  /** All other requests. */
  app: RequestListener
  /** A request without the Host that HTTP/1.1 asks for. */
  hostless: RequestListener
  /** A finished page that could not be made. */
  broken: RequestListener
}

/** Sorts requests: finished pages and forms leave from here, before the application is asked. */
export const front = (to: Sorted): RequestListener => {
  return (request, response) => {
    const { method, url = '/' } = request
    if (request.headers.host === undefined && request.httpVersion === '1.1') return to.hostless(request, response)
    const path = pathOf(url)
    if (method === 'GET' || method === 'HEAD') {
      try {
        if (to.finished(path, request, response)) return
      } catch {
        return to.broken(request, response)
      }
    }
    const form = method === 'POST' ? to.posted.get(path) : undefined
    if (form) void form(request, response)
    else if (!to.download(path, request, response)) to.app(request, response)
  }
}

/** The path of a request's target, which may be a whole address (RFC 9112 3.2.2). */
const pathOf = (target: string): string => {
  const local = target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?#]*/i, '') || '/'
  const question = local.indexOf('?')
  return question < 0 ? local : local.slice(0, question)
}
