import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { WordId } from '../../content/word-ids.ts'
import { acceptedBy } from './encoding.ts'
import type { ErrorPages } from './error-pages.ts'
import { type CacheControl, flat, flowHeaders } from './headers.ts'
import type { PageTemplate } from './page-template.ts'
import { discardRest, readForm } from './read-form.ts'
import { type FileField, readMultipart } from './read-multipart.ts'

/** A page for one reader: made on the spot, or made beforehand with its hole filled. */
export type FlowPage = {
  status: number
  page: string | ReturnType<PageTemplate['fill']>
  /** Not a page but a file to save, under this name. */
  file?: { type: string; name: string }
  /** Seconds after which the same may be asked for again. */
  retryAfter?: number
}

/** One step of a flow: what a posted form is answered with, and what the browser may keep of that, refusals included. */
export type Step = { keeping: CacheControl; answer: (form: URLSearchParams) => FlowPage | Promise<FlowPage> }

/** A form that is sent with a file, and may be answered with one: bytes, packed already. Such an answer may be in the making for `patience` ms. */
export type FileStep = {
  keeping: CacheControl
  file: FileField
  /** Forms that are taken in at one time: each holds memory for its file. More are told `busy`, and may come again after `later` seconds. */
  most: number
  busy: WordId
  later: number
  patience: number
  /** `signal`: whoever sent it has gone, so that no answer is wanted. */
  answer: (
    form: URLSearchParams,
    file: Uint8Array | null,
    signal: AbortSignal,
  ) => Promise<FlowPage | { bytes: Uint8Array; type: string; name: string }>
}

export type Answering = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const headersOf = (keeping: CacheControl, file?: FlowPage['file']): string[] =>
  flat({
    ...flowHeaders,
    'cache-control': keeping,
    vary: 'accept-encoding',
    ...(file ? { 'content-type': file.type, 'content-disposition': `attachment; filename="${file.name}"` } : {}),
  })
const ready: Record<CacheControl, string[]> = { 'private, no-cache': headersOf('private, no-cache'), 'no-store': headersOf('no-store') }

/** Sends a page that is this reader's alone, compressed where gzip is taken. */
export const sendPage = (
  request: IncomingMessage,
  response: ServerResponse,
  { status, page, file, retryAfter }: FlowPage,
  keeping: CacheControl = 'private, no-cache',
): void => {
  const { gzip } = acceptedBy(request.headers['accept-encoding'])
  const bytes = typeof page === 'string' ? (gzip ? gzipSync(page) : Buffer.from(page)) : gzip ? page.gzip() : page.plain()
  const encoding = gzip ? ['content-encoding', 'gzip'] : []
  const headers = file ? headersOf(keeping, file) : ready[keeping]
  const later = retryAfter === undefined ? [] : ['retry-after', String(retryAfter)]
  response.writeHead(status, [...headers, ...encoding, ...later, 'content-length', String(bytes.length)])
  response.end(bytes)
}

/** Answers a posted form: read at the edge, taken one step on, sent. It never throws. */
export const posted =
  (errors: ErrorPages, step: Step): Answering =>
  async (request, response) => {
    const read = await readForm(request)
    if (read === null) return
    if ('status' in read) {
      discardRest(request)
      sendPage(request, response, { status: read.status, page: errors.refused(read.sentence) }, step.keeping)
      return
    }
    let answer: FlowPage
    try {
      answer = await step.answer(read.form)
    } catch {
      answer = { status: 500, page: errors.broken('server-error') }
    }
    sendPage(request, response, answer, step.keeping)
  }

/** The same for a form with a file. A connection that is silent while the answer is in the making is no dead one. */
export const postedFile = (errors: ErrorPages, { file, keeping, most, busy, later, patience, answer }: FileStep): Answering => {
  let taking = 0
  return async (request, response) => {
    if (taking >= most) {
      discardRest(request)
      sendPage(request, response, { status: 503, page: errors.refused(busy), retryAfter: later }, keeping)
      return
    }
    taking += 1
    const read = await readMultipart(request, file)
    taking -= 1
    if (read === null) return
    if ('status' in read) {
      discardRest(request)
      sendPage(request, response, { status: read.status, page: errors.refused(read.sentence) }, keeping)
      return
    }
    const { socket } = request
    const quiet = socket.timeout ?? 0
    socket.setTimeout(patience)
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    try {
      const made = await answer(read.form, read.file, gone.signal)
      if (gone.signal.aborted) return
      socket.setTimeout(quiet)
      if ('page' in made) return sendPage(request, response, made, keeping)
      response.writeHead(200, [...headersOf(keeping, made), 'content-length', String(made.bytes.length)])
      response.end(made.bytes)
    } catch {
      sendPage(request, response, { status: 500, page: errors.broken('server-error') }, keeping)
    }
  }
}

/** The same for the application behind, which speaks in Responses. `accepts` is the request's Accept-Encoding. */
export const htmlAnswer = (
  body: string,
  status: number,
  accepts: string | undefined,
  headers: Readonly<Record<string, string>> = {},
): Response => {
  const { gzip } = acceptedBy(accepts)
  const bytes = gzip ? zipped(body) : Buffer.from(body)
  const encoding = gzip ? { 'content-encoding': 'gzip' } : {}
  const own = { vary: 'accept-encoding', 'content-length': String(bytes.length) }
  return new Response(new Uint8Array(bytes), { status, headers: { ...flowHeaders, ...own, ...encoding, ...headers } })
}

/** Pages of errors are the same for everybody within a minute: whoever asks for many pays no work of compressing. */
const kept = new Map<string, Buffer>()
const zipped = (body: string): Buffer => {
  const bytes = kept.get(body) ?? gzipSync(body)
  if (kept.size > 20) kept.clear()
  kept.set(body, bytes)
  return bytes
}
