import type { IncomingMessage, ServerResponse } from 'node:http'
import { since } from '../../../domain/time/validity.ts'
import type { CatalogueEntry } from '../../../press/catalogue/press.ts'
import { mediaTypes, resourceAddress } from '../../context/resources.ts'
import { timedCache } from '../../context/timed-cache.ts'
import type { Locale } from '../../context/types.ts'
import type { Download } from '../../http/dispatch.ts'
import type { ErrorPages } from '../../http/error-pages.ts'
import { flat, safetyHeaders } from '../../http/headers.ts'
import { names } from '../../http/page-cache.ts'
import { sendPage } from '../../http/respond.ts'

const files = /^\/resources\/([a-z0-9.-]+\.(?:pdf|pptx|docx|zip))$/

/** How long a reader's connection may stay quiet while a file is made, in ms: all of them have been made long before. */
const patience = 180_000
/** A file that could not be made is not tried again for so long, in ms. */
const pause = 60_000

/** Hands out files: what the press has made, or makes now. A file that cannot be made is a 503 that gives the numbers. */
export const downloads = (locale: Locale, errors: ErrorPages): Download => {
  const broken = timedCache<true>()
  const send = async (offer: CatalogueEntry, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const headers = headersOf(offer)
    const known = request.headers['if-none-match']
    if (known !== undefined && names(known, etagOf(offer))) {
      response.writeHead(304, flat(headers)).end()
      return
    }
    const quiet = request.socket.timeout ?? 0
    request.socket.setTimeout(patience)
    const bytes = await made(offer)
    request.socket.setTimeout(quiet)
    if (response.destroyed) return
    if (!bytes) return unmade(request, response)
    response.writeHead(200, flat({ ...headers, 'content-length': String(bytes.length) }))
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }
  const made = async (offer: CatalogueEntry): Promise<Uint8Array | null> => {
    if (broken.get(offer.id, locale.site.clock().epochMilliseconds)) return null
    try {
      return await locale.site.resources.read(offer)
    } catch (error) {
      // Of many who asked for it at once the first one has it written down.
      const now = locale.site.clock()
      if (!broken.get(offer.id, now.epochMilliseconds))
        console.error(`${offer.file} could not be made: ${error instanceof Error ? error.message : error}`)
      broken.put(offer.id, true, since(now, now.add({ milliseconds: pause })))
      return null
    }
  }
  const unmade = (request: IncomingMessage, response: ServerResponse): void => {
    response.setHeader('retry-after', String(pause / 1000))
    sendPage(request, response, { status: 503, page: errors.file('not-made') })
  }
  const answer = async (file: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const now = locale.site.clock()
    // Where it cannot be found out beside the pages it is found out here: a reader waits for it.
    const offers = await locale.site.resources.learn(now).catch(() => locale.site.resources.at(now))
    const offer = offers.find((one) => one.file === file)
    const newer = offers.find((one) => yearless(one.file) === yearless(file))
    if (offer && request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      sendPage(request, response, { status: 405, page: errors.refused('error.method') })
    } else if (offer) await send(offer, request, response)
    else if (newer)
      response.writeHead(302, flat({ ...safetyHeaders, 'cache-control': 'no-cache', location: resourceAddress(newer.file) })).end()
    else sendPage(request, response, { status: 404, page: errors.file('no-file') })
  }
  return (path, request, response) => {
    const file = files.exec(path)?.[1]
    if (file === undefined) return false
    answer(file, request, response).catch(() => response.destroy())
    return true
  }
}

/** What is made anew each year keeps its name but for the year: who comes with last year's is led to this year's. */
const yearless = (file: string): string => file.replace(/-\d{4}(?=\.[a-z]+$)/, '')

/** To save, not to show: browsers show a PDF only under a looser policy than ours. */
const headersOf = (offer: CatalogueEntry): Record<string, string> => ({
  'content-type': mediaTypes[offer.format],
  'content-disposition': `attachment; filename="${offer.file}"`,
  'cache-control': 'public, max-age=60',
  // The largest has less than 3 MB: to begin again costs little.
  'accept-ranges': 'none',
  etag: etagOf(offer),
  ...safetyHeaders,
})

/** Known before the file is made: the same key, the same bytes. */
const etagOf = ({ key }: CatalogueEntry): string => `"${key}"`
