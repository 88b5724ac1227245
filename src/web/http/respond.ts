import { gzipSync } from 'node:zlib'
import { briefly, type Encoding } from './compress.ts'
import type { Reader } from './context.ts'
import type { Accepted } from './encoding.ts'
import { type CacheControl, flowHeaders, safetyHeaders } from './headers.ts'
import type { FilledTemplate } from './page-template.ts'

/** An answer made for one reader. */
export type Answer = {
  status: number
  body: string | FilledTemplate
  cacheControl?: CacheControl
  /** Further headers. */
  headers?: Readonly<Record<string, string>>
  /** The same for everybody within a minute, as pages of errors: whoever asks for many pays no work of compressing. */
  shared?: boolean
}

/** A page, or a text to save, compressed where that is taken. */
export const respond = ({ accepts }: Reader, { status, body, cacheControl = 'private, no-cache', headers, shared }: Answer): Response => {
  const { bytes, encoding } = sentAs(body, shared ?? false, accepts)
  return new Response(bodyOf(bytes), {
    status,
    headers: {
      ...flowHeaders,
      'cache-control': cacheControl,
      vary: 'accept-encoding',
      ...headers,
      ...(encoding ? { 'content-encoding': encoding } : {}),
      'content-length': String(bytes.length),
    },
  })
}

/** Bytes to save that are packed already. */
export const respondBytes = (content: Uint8Array, cacheControl: CacheControl, headers: Readonly<Record<string, string>>): Response =>
  new Response(bodyOf(content), {
    headers: {
      ...flowHeaders,
      'cache-control': cacheControl,
      vary: 'accept-encoding',
      ...headers,
      'content-length': String(content.length),
    },
  })

/** What was sent is done: the page at this address of ours shows it (RFC 9110, 15.4.4). */
export const seeOther = (to: string, cacheControl: CacheControl, headers: GoOnHeaders = {}): Response => {
  const all = new Headers({ ...safetyHeaders, 'cache-control': cacheControl, location: to })
  for (const [name, values] of Object.entries(headers)) for (const value of [values].flat()) all.append(name, value)
  return new Response(null, { status: 303, headers: all })
}

/** Several of one name for cookies: each has a header of its own (RFC 9110, 5.3). */
export type GoOnHeaders = Readonly<Record<string, string | readonly string[]>>

/** A file to save, under this name. */
export const toSave = ({ type, name }: { type: string; name: string }): Record<string, string> => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
})

const kept = new Map<string, Buffer>()
/** What is made for one reader takes the form that is smaller, in the same time; what is made beforehand there is in one form only. */
const sentAs = (body: string | FilledTemplate, shared: boolean, accepts: Accepted): { bytes: Buffer; encoding?: Encoding } => {
  if (typeof body !== 'string') return accepts.gzip ? { bytes: body.gzip(), encoding: 'gzip' } : { bytes: body.plain() }
  if (accepts.br && !shared) return { bytes: briefly(body), encoding: 'br' }
  if (accepts.gzip) return { bytes: shared ? zipped(body) : gzipSync(body), encoding: 'gzip' }
  return { bytes: Buffer.from(body) }
}

/** A page that is the same for everybody within a minute: compressed once. */
export const zipped = (body: string): Buffer => {
  const bytes = kept.get(body) ?? gzipSync(body)
  if (kept.size > 20) kept.clear()
  kept.set(body, bytes)
  return bytes
}

/** The same bytes, as the type of a Response's body asks for them. */
export const bodyOf = ({ buffer, byteOffset, length }: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, length)
