import { readCertificateKeys, readCertificateStatus } from '../../../commands/attend/check-certificate.ts'
import type { AttendParts } from '../../../commands/attend/parts.ts'
import { badgeAddresses, issuerProfile, keyAddress } from '../../../domain/register/badge.ts'
import type { Handler } from '../../http/context.ts'
import { openHeaders, safetyHeaders } from '../../http/headers.ts'
import type { Route } from '../../http/router.ts'

/*
 * What programs ask for that check a badge: the keys that badges are signed with, who signs, and the list of what was withdrawn. Each is the same for
 * everybody, and says nothing of anyone.
 */

/** In seconds. A key is never another one; what was withdrawn is known a few minutes later. */
const kept = { key: 86_400, keys: 300, issuer: 3600, status: 300 } as const

const send = (body: string, type: string, seconds: number): Response =>
  new Response(body, {
    headers: { ...safetyHeaders, ...openHeaders, 'content-type': type, 'cache-control': `public, max-age=${seconds}` },
  })
const none = (status: 404 | 503): Response =>
  new Response(null, {
    status,
    headers: { ...safetyHeaders, ...openHeaders, 'cache-control': 'no-store', ...(status === 503 ? { 'retry-after': '60' } : {}) },
  })

/** `origin`: of the site, where whoever runs it has said it: without it nothing is signed, and there is nothing to check. */
export const badgeRoutes = (parts: AttendParts, origin: string | undefined): Route[] => {
  if (!origin) return []
  const jwk = ({ id, public: key }: { id: string; public: object }) => ({ ...key, kid: keyAddress(origin, id), alg: 'RS256', use: 'sig' })
  const keys: Handler = async () => {
    const found = await readCertificateKeys(parts)
    return found ? send(JSON.stringify({ keys: found.map(jwk) }), 'application/jwk-set+json', kept.keys) : none(503)
  }
  const oneKey: Handler = async (c) => {
    const found = await readCertificateKeys(parts)
    if (!found) return none(503)
    const key = found.find(({ id }) => id === c.req.param('kid'))
    return key ? send(JSON.stringify(jwk(key)), 'application/jwk+json', kept.key) : none(404)
  }
  const status: Handler = async (c) => {
    const list = /^[1-9]\d{0,5}$/.test(c.req.param('list') ?? '') ? Number(c.req.param('list')) : 0
    const found = await readCertificateStatus(parts, list)
    return 'signed' in found ? send(found.signed, 'application/vc+jwt', kept.status) : none(found.fault === 'gone' ? 503 : 404)
  }
  const issuer: Handler = () =>
    send(JSON.stringify(issuerProfile({ origin, name: parts.pack().partnership.name })), 'application/ld+json', kept.issuer)
  return [
    { path: badgeAddresses.issuer, open: issuer },
    { path: badgeAddresses.keys, open: keys },
    { path: `${badgeAddresses.keys}/:kid`, open: oneKey },
    { path: `${badgeAddresses.status}/:list`, open: status },
  ]
}
