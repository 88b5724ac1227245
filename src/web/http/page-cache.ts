import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Validity } from '../../domain/time/validity.ts'
import { timedCache } from '../context/timed-cache.ts'
import { compressedNow, type Encoding, textual } from './compress.ts'
import { acceptedBy } from './encoding.ts'
import { flat, openHeaders, safetyHeaders } from './headers.ts'

/** What a finished address gives at one time, and for how long that is so: at any other time it is made anew. */
export type Fresh = {
  body: Buffer | string
  valid: Validity
  /** No browser keeps it: it is a page of somebody who is about to write. */
  unkept?: true
}

/** A page, feed or file that needs nothing of the reader: the same bytes for everybody. */
export type FinishedPage = {
  type: string
  make: (now: Temporal.Instant) => Fresh
  /** Named by its content: may be kept for ever. */
  immutable?: boolean
  /** Seldom asked for, and read from the disk: not kept in memory. */
  seldom?: boolean
  /** For other systems: pages of any site may read it. */
  open?: boolean
  /** Another page in its place for readers of a language, by what their browser asks for (`Accept-Language`). It is kept under its own name. */
  forReader?: (acceptLanguage: string | undefined) => { name: string; page: FinishedPage } | null
}

type Variant = { bytes: Buffer; headers: string[] }
/** `seconds`: for how long the headers say that the page may be kept. `forms`: its bytes compressed, each once somebody takes it so. */
type Ready = {
  page: FinishedPage
  bytes: Buffer
  etag: string
  valid: Validity
  unkept: boolean
  seconds: number
  headers: string[]
  forms: Partial<Record<Encoding, Buffer>>
  variants: Partial<Record<Encoding | 'plain', Variant>>
}

/** Sends finished answers as ready bytes with ready headers: that is what makes them as cheap as node:http itself. */
export type PageCache = (path: string, request: IncomingMessage, response: ServerResponse) => boolean

/** `always`: further headers of every answer. The sender answers false, and sends nothing, for an address that is not finished. It throws when a page cannot be made. */
export const pageCache = (
  pages: ReadonlyMap<string, FinishedPage>,
  clock: () => Temporal.Instant,
  always: Readonly<Record<string, string>> = {},
): PageCache => {
  const made = timedCache<Ready>()
  return (path, request, response) => {
    const common = pages.get(path)
    if (!common) return false
    const own = common.forReader?.(request.headers['accept-language']) ?? null
    const page = own ? own.page : common
    // No address of a request holds a space.
    const name = own ? `${path} ${own.name}` : path
    const now = clock()
    const ms = now.epochMilliseconds
    let ready = made.get(name, ms)
    if (!ready) {
      ready = prepare(page, now, always)
      if (!page.seldom) made.put(name, ready, ready.valid)
    } else if (ready.seconds !== secondsLeft(ready.valid, ms)) {
      dress(ready, secondsLeft(ready.valid, ms), always)
    }
    send(request, response, ready)
    return true
  }
}

const send = (request: IncomingMessage, response: ServerResponse, ready: Ready): void => {
  const { headers } = request
  if (headers['if-none-match'] !== undefined && names(headers['if-none-match'], ready.etag)) {
    response.writeHead(304, ready.headers)
    response.end()
    return
  }
  const accepted = acceptedBy(headers['accept-encoding'])
  const variant = variantOf(ready, accepted.br ? 'br' : accepted.gzip ? 'gzip' : 'plain')
  response.writeHead(200, variant.headers)
  response.end(request.method === 'HEAD' ? undefined : variant.bytes)
}

const variantOf = (ready: Ready, wanted: Encoding | 'plain'): Variant => {
  const known = ready.variants[wanted]
  if (known) return known
  const encoding = wanted !== 'plain' && textual.test(ready.page.type) ? wanted : null
  const bytes = encoding ? compressedForm(ready, encoding) : ready.bytes
  const own = ['content-length', String(bytes.length), ...(encoding ? ['content-encoding', encoding] : [])]
  const variant = { bytes, headers: [...ready.headers, ...own] }
  ready.variants[wanted] = variant
  return variant
}

const compressedForm = ({ page, bytes, forms }: Ready, encoding: Encoding): Buffer => {
  const form = forms[encoding] ?? compressedNow(bytes, encoding, page.immutable ?? false)
  forms[encoding] = form
  return form
}

/** Does `If-None-Match` name this page? A proxy that compressed it may have made its tag a weak one. */
export const names = (header: string, etag: string): boolean =>
  header === etag || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')

/** A page may be kept for a minute at most, and never beyond the next change of what it says. */
const secondsLeft = ({ until }: Validity, now: number): number => Math.min(60, Math.max(0, Math.floor((until - now) / 1000)))

const prepare = (page: FinishedPage, now: Temporal.Instant, always: Readonly<Record<string, string>>): Ready => {
  const { body, valid, unkept = false } = page.make(now)
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 16)}"`
  const ready: Ready = { page, bytes, etag, valid, unkept, seconds: 0, headers: [], forms: {}, variants: {} }
  dress(ready, secondsLeft(valid, now.epochMilliseconds), always)
  return ready
}

/** Writes the headers anew: a page that grows old says each second for how long it still holds. */
const dress = (ready: Ready, seconds: number, always: Readonly<Record<string, string>>): void => {
  const { page, etag, unkept } = ready
  const age = page.immutable ? 'public, max-age=31536000, immutable' : `public, max-age=${seconds}`
  ready.headers = flat({
    'content-type': page.type,
    'cache-control': unkept ? 'no-store' : age,
    etag,
    vary: page.forReader ? 'accept-encoding, accept-language' : 'accept-encoding',
    ...safetyHeaders,
    ...always,
    ...(page.open ? openHeaders : {}),
  })
  ready.seconds = seconds
  ready.variants = {}
}
