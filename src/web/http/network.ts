import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

type Asked = { headers: IncomingMessage['headers']; socket: { remoteAddress?: string | undefined } }

/**
 * The network that a request came from, by which limits count: an IPv4 address, or the first half of an IPv6 one, for whoever has one
 * has 2^64 (RFC 6177, RFC 4291 2.5.4). `hops`: how many proxies in front are ours. Each adds to the end of `X-Forwarded-For` who asked it, so
 * what counts is read from there; what stands before was written by the reader. Null: it cannot be told, since a proxy on this machine
 * speaks for everybody and nobody has said so (WAYMARK_TRUST_PROXY).
 */
export const networkOf = ({ headers, socket }: Asked, hops: number): string | null => {
  const peer = network(socket.remoteAddress ?? '')
  const forwarded = headers['x-forwarded-for']
  const written = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',').filter((part) => part.trim())
  if (hops === 0) return written.length && (peer === null || isLoopback(peer)) ? null : peer
  const said = written[Math.max(0, written.length - hops)]
  return (said === undefined ? null : network(said)) ?? peer
}

/** The /48 that an IPv6 network of `networkOf` is a part of: whoever has one has 65,536 of those. Null: it is an IPv4 address. */
export const widerNetwork = (known: string): string | null => {
  const groups = known.split('::/64')[0]?.split(':') ?? []
  return known.endsWith('::/64') ? `${groups.slice(0, 3).join(':')}::/48` : null
}

/** `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]:4711`, `::ffff:192.0.2.1`; null for anything else. */
const network = (written: string): string | null => {
  const text = written.trim().replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
  const bare = /^[\d.]+:\d+$/.test(text) ? text.slice(0, text.indexOf(':')) : text.replace(/%.*$/, '')
  if (isIP(bare) === 4) return bare
  if (isIP(bare) !== 6) return null
  const mapped = /^::ffff:([\d.]+)$/i.exec(bare)?.[1]
  return mapped && isIP(mapped) === 4 ? mapped : `${firstHalf(bare)}::/64`
}

/** The first four groups of an IPv6 address, written in one way only (RFC 5952 4.1, 4.3). */
const firstHalf = (address: string): string => {
  const [before = '', after] = address.toLowerCase().split('::')
  const left = before ? before.split(':') : []
  // An IPv4 address at the end takes the room of two groups.
  const right = after ? after.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group])) : []
  const missing = after === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

const isLoopback = (known: string): boolean => known.startsWith('127.') || known === '0:0:0:0::/64'
