import type { Context } from 'hono'
import { safetyHeaders } from '../front/headers.ts'
import type { Holed } from '../front/holed.ts'

const html = 'text/html; charset=utf-8'
/** Pages of a flow with closed answers: Back must work, and with `no-store` it would show an error in Chromium. */
const flowCache = 'private, no-cache'

/** A page made on the spot. */
export const htmlAnswer = (body: string, status: number): Response =>
  new Response(body, { status, headers: { ...safetyHeaders, 'content-type': html, 'cache-control': flowCache } })

/** A page made beforehand, with its hole filled; compressed where the reader takes gzip. */
export const flowAnswer = (c: Context, filled: ReturnType<Holed['fill']>, status: number): Response => {
  const gzip = (c.req.header('accept-encoding') ?? '').includes('gzip')
  const bytes = gzip ? filled.gzip() : filled.plain()
  return new Response(new Uint8Array(bytes), {
    status,
    headers: {
      ...safetyHeaders,
      'content-type': html,
      'cache-control': flowCache,
      vary: 'accept-encoding',
      'content-length': String(bytes.length),
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
    },
  })
}
