import { asForm, type Client } from './client.ts'
import { bytesOf, eachOf, host, origin } from './http.ts'

/** Of all addresses these are asked in every odd way, beside each that a form is posted to. */
const sample = [
  '/',
  '/get-help',
  '/ar/get-help',
  '/signs',
  '/resources',
  '/news/feed.xml',
  '/sitemap.xml',
  '/campaigns.ics',
  '/services.json',
  '/openreferral/services',
  '/healthz',
  '/robots.txt',
  '/nowhere',
  '/resources/nothing.pdf',
  '/resources/campaign-2001.zip',
]

type Way = (target: string) => {
  method: string
  target?: string
  headers?: Record<string, string | null>
  body?: Buffer | string
  version?: '1.0'
}

const form =
  (body: Buffer | string, headers: Record<string, string | null> = {}): Way =>
  (target) => ({
    method: 'POST',
    target,
    headers: { ...asForm, ...headers },
    body,
  })

const ways: Record<string, Way> = {
  'slash at the end': (target) => ({ method: 'GET', target: `${target}/` }),
  'slashes at the end': (target) => ({ method: 'GET', target: `${target}///` }),
  'HEAD, slash at the end': (target) => ({ method: 'HEAD', target: `${target}/` }),
  'double slash': (target) => ({ method: 'GET', target: `/${target}` }),
  'double slash within': (target) => ({ method: 'GET', target: target.replace(/(.)\//g, '$1//') }),
  'slash and dots': (target) => ({ method: 'GET', target: `${target}/../${target}` }),
  dots: (target) => ({ method: 'GET', target: `${target}/..%2f..%2fetc%2fpasswd` }),
  'capital letters': (target) => ({ method: 'GET', target: target.toUpperCase() }),
  'percent escapes': (target) => ({ method: 'GET', target: target.replace(/[a-z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`) }),
  'broken percent escape': (target) => ({ method: 'GET', target: `${target}%zz` }),
  'escape that is not UTF-8': (target) => ({ method: 'GET', target: `${target}%ff%fe` }),
  'bytes that are not ASCII': (target) => ({ method: 'GET', target: `${target}\u00e9\u00ff` }),
  query: (target) => ({ method: 'GET', target: `${target}?a=b&utm_source=c` }),
  'query alone': (target) => ({ method: 'GET', target: `${target}?` }),
  'broken query': (target) => ({ method: 'GET', target: `${target}?%zz=%ff&&&=` }),
  'long query': (target) => ({ method: 'GET', target: `${target}?${'a'.repeat(8000)}` }),
  fragment: (target) => ({ method: 'GET', target: `${target}#part` }),
  'whole address': (target) => ({ method: 'GET', target: `${origin}${target}` }),
  'whole address of another host': (target) => ({ method: 'GET', target: `http://other.example${target}` }),
  'another host': (target) => ({ method: 'GET', target, headers: { host: 'other.example' } }),
  'host that is none': (target) => ({ method: 'GET', target, headers: { host: 'a b/c' } }),
  'HTTP/1.0 without Host': (target) => ({ method: 'GET', target, headers: { host: null }, version: '1.0' }),
  'HTTP/1.1 without Host': (target) => ({ method: 'GET', target, headers: { host: null } }),
  'encodings that are refused': (target) => ({ method: 'GET', target, headers: { 'accept-encoding': 'br;q=0, gzip;q=0.5' } }),
  'any encoding': (target) => ({ method: 'GET', target, headers: { 'accept-encoding': '*' } }),
  'unknown encoding': (target) => ({ method: 'GET', target, headers: { 'accept-encoding': 'zstd, identity' } }),
  'other tag': (target) => ({ method: 'GET', target, headers: { 'if-none-match': '"another"' } }),
  'any tag': (target) => ({ method: 'GET', target, headers: { 'if-none-match': '*' } }),
  range: (target) => ({ method: 'GET', target, headers: { range: 'bytes=0-9' } }),
  'other language': (target) => ({ method: 'GET', target, headers: { 'accept-language': 'ar', cookie: 'a=b' } }),
  expectation: (target) => ({ method: 'GET', target, headers: { expect: 'a-miracle' } }),
  OPTIONS: (target) => ({ method: 'OPTIONS', target }),
  preflight: (target) => ({
    method: 'OPTIONS',
    target,
    headers: { origin: 'https://other.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-a' },
  }),
  PUT: (target) => ({ method: 'PUT', target, body: 'a=b' }),
  DELETE: (target) => ({ method: 'DELETE', target }),
  PATCH: (target) => ({ method: 'PATCH', target, body: 'a=b' }),
  TRACE: (target) => ({ method: 'TRACE', target }),
  CONNECT: (target) => ({ method: 'CONNECT', target }),
  'POST, slash at the end': (target) => ({ method: 'POST', target: `${target}/`, headers: asForm }),
  'POST with a query': (target) => ({ method: 'POST', target: `${target}?a=b`, headers: asForm, body: 'a=b' }),
  'POST of nothing': form(''),
  'POST, packed': form('', { 'accept-encoding': 'gzip' }),
  'POST, br': form('', { 'accept-encoding': 'br' }),
  'POST of what is not asked': form('a=b&c&=d&__proto__=x&constructor=y'),
  'POST from another origin': form('', { origin: 'https://other.example' }),
  'POST from no origin': form('', { origin: null }),
  'POST from the origin null': form('', { origin: 'null' }),
  'POST from http': form('', { origin: `http://${host}` }),
  'POST across sites': form('', { origin: null, 'sec-fetch-site': 'cross-site' }),
  'POST of JSON': form('{}', { 'content-type': 'application/json' }),
  'POST of text': form('a=b', { 'content-type': 'text/plain' }),
  'POST without a type': form('a=b', { 'content-type': null }),
  'POST with a charset': form('a=b', { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }),
  'POST with a boundary that is missing': form('a=b', { 'content-type': 'multipart/form-data' }),
  'POST of a broken escape': form('so-far=%zz&q=%'),
  'POST of an escape that is not UTF-8': form('so-far=%ff%fe&q=%c3%28'),
  'POST of bytes that are not UTF-8': form(Buffer.from([0x71, 0x3d, 0xff, 0xfe])),
  'POST of too much': form(`q=${'a'.repeat(65 * 1024)}`),
  'POST of as much as may be': form(`x=${'a'.repeat(64 * 1024 - 2)}`),
  'POST of a sealed field that is none': form('so-far=abc&at=x'),
  'POST of an empty sealed field': form('so-far='),
  'POST of a long sealed field': form(`so-far=${'A'.repeat(60_000)}`),
  'POST in chunks': (target) => ({
    method: 'POST',
    target,
    headers: { ...asForm, 'content-length': null, 'transfer-encoding': 'chunked' },
    body: '3\r\na=b\r\n0\r\n\r\n',
  }),
}

/** Bytes that are no request, or not one that this server takes. */
const lines: Record<string, string> = {
  'no request line': 'hello\r\n\r\n',
  'no version': 'GET /\r\n\r\n',
  'unknown method': `BREW / HTTP/1.1\r\nhost: ${host}\r\n\r\n`,
  'unknown version': `GET / HTTP/9.9\r\nhost: ${host}\r\n\r\n`,
  'target without a slash': `GET signs HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
  'target that is a star': `OPTIONS * HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
  'header without a colon': `GET / HTTP/1.1\r\nhost: ${host}\r\nnonsense\r\n\r\n`,
  'header with a space before the colon': `GET / HTTP/1.1\r\nhost : ${host}\r\n\r\n`,
  'headers that are too long': `GET / HTTP/1.1\r\nhost: ${host}\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`,
  'target that is too long': `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: ${host}\r\n\r\n`,
  'two lengths': `POST /search HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab`,
  'length and chunks': `POST /search HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\na`,
  'length that is none': `POST /search HTTP/1.1\r\nhost: ${host}\r\ncontent-length: x\r\n\r\n`,
  'chunk that is none': `POST /search HTTP/1.1\r\nhost: ${host}\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n`,
  'two hosts': `GET / HTTP/1.1\r\nhost: ${host}\r\nhost: other.example\r\nconnection: close\r\n\r\n`,
}

/** What no browser sends, and what some do: refusals, redirects, other methods, other writings. */
export const askOddly = async (client: Client, posted: readonly string[]): Promise<void> => {
  const targets = [...new Set([...sample, ...posted])].sort()
  await eachOf(targets, 4, async (target) => {
    for (const [name, way] of Object.entries(ways)) {
      const ask = { target, ...way(target) }
      await client.send(`odd ${target} ${name}`, bytesOf(ask), [ask.method])
    }
  })
  for (const [name, text] of Object.entries(lines))
    await client.send(`odd ${name}`, Buffer.from(text, 'latin1'), [text.split(' ')[0] ?? ''])
  // On one connection, as browsers ask: what the headers say of it, and of what is asked first.
  for (const target of targets) {
    const open = (method: string): Buffer => bytesOf({ method, target, headers: { connection: null } })
    const asked = [open('GET'), open('HEAD'), bytesOf({ method: 'GET', target: '/healthz' })]
    await client.send(`odd ${target} three on one connection`, Buffer.concat(asked), ['GET', 'HEAD', 'GET'])
  }
}
