import { since } from '../../../../domain/time/validity.ts'
import type { CatalogueEntry } from '../../../../press/catalogue/catalogue.ts'
import { mediaTypes, resourceAddress } from '../../../context/resources.ts'
import { timedCache } from '../../../context/timed-cache.ts'
import type { Locale } from '../../../context/types.ts'
import type { AppContext } from '../../../http/context.ts'
import type { ErrorPages } from '../../../http/error-pages.ts'
import { logFailure } from '../../../http/failure.ts'
import { safetyHeaders } from '../../../http/headers.ts'
import { messageOf } from '../../../http/log.ts'
import { names } from '../../../http/page-cache.ts'
import { bodyOf, respond } from '../../../http/respond.ts'
import type { Route } from '../../../http/router.ts'

/** How long a reader's connection may stay quiet while a file is made, in ms: all of them have been made long before. */
const patience = 180_000
/** A file that could not be made is not tried again for so long, in ms. */
const pause = 60_000

/** Hands out files: what the press has made, or makes now. A file that cannot be made is a 503 that gives the numbers. */
export const downloadRoute = ({ site }: Locale, errors: ErrorPages): Route => {
  const broken = timedCache<true>()
  const send = async (c: AppContext, entry: CatalogueEntry): Promise<Response> => {
    const headers = headersOf(entry)
    const known = c.req.header('if-none-match')
    if (known !== undefined && names(known, etagOf(entry))) return new Response(null, { status: 304, headers })
    const { socket } = c.env.incoming
    const quiet = socket.timeout ?? 0
    socket.setTimeout(patience)
    const bytes = await made(c, entry)
    socket.setTimeout(quiet)
    if (bytes) return new Response(bodyOf(bytes), { headers: { ...headers, 'content-length': String(bytes.length) } })
    const unmade = { 'retry-after': String(pause / 1000) }
    return respond(c.var.reader, { status: 503, body: errors.file('not-made'), headers: unmade })
  }
  const made = async (c: AppContext, entry: CatalogueEntry): Promise<Uint8Array | null> => {
    if (broken.get(entry.id, site.clock().epochMilliseconds)) return null
    try {
      return await site.resources.read(entry)
    } catch (err) {
      // Of many who asked for it at once the first one has it written down.
      const now = site.clock()
      if (!broken.get(entry.id, now.epochMilliseconds))
        logFailure(c, 'A file to hand out could not be made.', {
          status: 503,
          job: 'downloads',
          file: entry.file,
          why: messageOf(err),
          err,
        })
      broken.put(entry.id, true, since(now, now.add({ milliseconds: pause })))
      return null
    }
  }
  return {
    path: '/resources/:file{[a-z0-9.-]+\\.(?:pdf|pptx|docx|zip)}',
    all: async (c) => {
      const file = c.req.param('file') ?? ''
      const now = site.clock()
      // Where it cannot be found out beside the pages it is found out here: a reader waits for it.
      const entries = await site.resources.learn(now).catch((err: unknown) => {
        c.var.log.warn({ job: 'downloads', route: c.var.route, err }, 'The list of files to hand out could not be made beside the pages.')
        return site.resources.at(now)
      })
      const entry = entries.find((one) => one.file === file)
      const newer = entries.find((one) => yearless(one.file) === yearless(file))
      if (entry && c.req.method !== 'GET' && c.req.method !== 'HEAD')
        return respond(c.var.reader, { status: 405, body: errors.refused('error.method'), headers: { allow: 'GET, HEAD' } })
      if (entry) return send(c, entry)
      if (!newer) return respond(c.var.reader, { status: 404, body: errors.file('no-file') })
      const headers = { ...safetyHeaders, 'cache-control': 'no-cache', location: resourceAddress(newer.file) }
      return new Response(null, { status: 302, headers })
    },
  }
}

/** What is made anew each year keeps its name but for the year: who comes with last year's is led to this year's. */
const yearless = (file: string): string => file.replace(/-\d{4}(?=\.[a-z]+$)/, '')

/** To save, not to show: browsers show a PDF only under a looser policy than ours. */
const headersOf = (entry: CatalogueEntry): Record<string, string> => ({
  'content-type': mediaTypes[entry.format],
  'content-disposition': `attachment; filename="${entry.file}"`,
  'cache-control': 'public, max-age=60',
  // The largest has less than 3 MB: to begin again costs little.
  'accept-ranges': 'none',
  etag: etagOf(entry),
  ...safetyHeaders,
})

/** Known before the file is made: the same key, the same bytes. */
const etagOf = ({ key }: CatalogueEntry): string => `"${key}"`
