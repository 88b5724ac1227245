import { openHeaders, safetyHeaders } from './headers.ts'

/** An answer to another system. It is asked for anew each time, for a state may change at any minute. */
export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...safetyHeaders, ...openHeaders, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache' },
  })
