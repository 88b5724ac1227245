import type { IncomingMessage } from 'node:http'

/**
 * Is a form sent from a page of this site? Its Origin is the site's own, where that is known, else the request's own host; a browser that
 * names no origin must not say that another site sent it (Fetch Metadata, `Sec-Fetch-Site`; docs/reference/addresses.md).
 */
export const fromHere = ({ headers }: Pick<IncomingMessage, 'headers'>, own?: string): boolean => {
  const { origin, host } = headers
  if (origin === undefined) return headers['sec-fetch-site'] !== 'cross-site'
  if (own !== undefined) return origin === own
  const here = host?.toLowerCase()
  return here !== undefined && (origin === `https://${here}` || origin === `http://${here}`)
}
