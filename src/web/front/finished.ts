import { createHash } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { safetyHeaders } from './headers.ts'

/** What a finished address gives at one time. `until`: the instant from which it must be made anew; null: never. */
export type Fresh = { body: Buffer | string; until: Temporal.Instant | null }

/** A page, feed or file that needs nothing of the reader: the same bytes for everybody. */
export type Finished = {
  type: string
  make: (now: Temporal.Instant) => Fresh
  /** Named by its content: may be kept for ever. */
  immutable?: boolean
}

type Variant = { bytes: Buffer; headers: string[] }
type Ready = { etag: string; until: number; br: Variant; gzip: Variant; plain: Variant; notModified: string[] }

const textual = /^(?:text\/|application\/(?:json|xml|atom\+xml)|image\/svg)/

/**
 * Finished answers leave here as ready bytes with ready headers, before the application is asked: that is what makes
 * them as cheap as node:http itself. Everything else goes to `app`.
 */
export const front = (pages: ReadonlyMap<string, Finished>, clock: () => Temporal.Instant, app: RequestListener): RequestListener => {
  const ready = new Map<string, Ready>()
  return (request, response) => {
    const { method, url = '/' } = request
    if (method !== 'GET' && method !== 'HEAD') return app(request, response)
    const question = url.indexOf('?')
    const path = question < 0 ? url : url.slice(0, question)
    const page = pages.get(path)
    if (!page) return app(request, response)
    let now = ready.get(path)
    if (!now || now.until <= Date.now()) {
      try {
        now = prepare(page, clock())
      } catch {
        return app(request, response)
      }
      ready.set(path, now)
    }
    send(request, response, now, method === 'HEAD')
  }
}

const send = (request: IncomingMessage, response: ServerResponse, page: Ready, head: boolean): void => {
  if (request.headers['if-none-match'] === page.etag) {
    response.writeHead(304, page.notModified)
    response.end()
    return
  }
  const accepts = request.headers['accept-encoding']
  const variant =
    typeof accepts !== 'string' ? page.plain : accepts.includes('br') ? page.br : accepts.includes('gzip') ? page.gzip : page.plain
  response.writeHead(200, variant.headers)
  if (head) response.end()
  else response.end(variant.bytes)
}

const prepare = (page: Finished, now: Temporal.Instant): Ready => {
  const { body, until } = page.make(now)
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 16)}"`
  const lifetime = until ? until.epochMilliseconds - now.epochMilliseconds : Number.POSITIVE_INFINITY
  const headers = headersOf(page, etag, lifetime)
  const squeeze = textual.test(page.type)
  const plain = variantOf(bytes, headers, null)
  return {
    etag,
    until: Date.now() + lifetime,
    plain,
    br: squeeze
      ? variantOf(
          brotliCompressSync(bytes, {
            params: { [constants.BROTLI_PARAM_QUALITY]: page.immutable ? 11 : 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
          }),
          headers,
          'br',
        )
      : plain,
    gzip: squeeze ? variantOf(gzipSync(bytes, { level: 9 }), headers, 'gzip') : plain,
    notModified: headers,
  }
}

const variantOf = (bytes: Buffer, headers: string[], encoding: string | null): Variant => ({
  bytes,
  headers: [...headers, 'content-length', String(bytes.length), ...(encoding ? ['content-encoding', encoding] : [])],
})

/** A page may be kept for a minute at most, and never beyond the next change of what it says. */
const headersOf = (page: Finished, etag: string, lifetime: number): string[] => {
  const seconds = Math.max(0, Math.min(60, Math.floor(lifetime / 1000)))
  const headers = {
    'content-type': page.type,
    'cache-control': page.immutable ? 'public, max-age=31536000, immutable' : `public, max-age=${seconds}`,
    etag,
    vary: 'accept-encoding',
    ...safetyHeaders,
  }
  return Object.entries(headers).flat()
}
