import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { mediaTypes } from '../../src/web/context/resources.ts'
import { compressed, textual } from '../../src/web/http/compress.ts'

/** What a host knows of endings. */
const types: Record<string, string> = {
  ...mediaTypes,
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml',
  ics: 'text/calendar; charset=utf-8',
  woff2: 'font/woff2',
  png: 'image/png',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
}

type Rule = { pattern: string; headers: [string, string][] }

/** The `_headers` of Netlify and Cloudflare Pages: an address, and below it, further in, its headers. */
const readRules = (text: string): Rule[] => {
  const rules: Rule[] = []
  for (const line of text.split('\n').filter(Boolean)) {
    const header = /^\s+([\w-]+): (.+)$/.exec(line)
    if (header?.[1] && header[2]) rules.at(-1)?.headers.push([header[1].toLowerCase(), header[2]])
    else rules.push({ pattern: line, headers: [] })
  }
  return rules
}

const matches = (pattern: string, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path

/** `_redirects`: only those of status 200, which show another file under an address. */
const readRewrites = (text: string): Map<string, string> =>
  new Map(text.split('\n').flatMap((line) => (/ 200$/.test(line) ? [[line.split(' ')[0] ?? '', line.split(' ')[1] ?? '']] : [])))

export type Host = { url: string; close(): Promise<void> }

/**
 * A host that only hands files out, on a free port of this machine. `plain`: it tries the address, `.html` and `index.html`, and knows no more;
 * else it also reads `_headers` and `_redirects`, as Netlify and Cloudflare Pages do. `copies`: it compresses what is asked for as a build does.
 */
export const serveFiles = async (folder: string, { plain = false, copies = false } = {}): Promise<Host> => {
  const note = (name: string): string => (plain ? '' : readFileSync(join(folder, name), 'utf8'))
  const [rules, rewrites] = [readRules(note('_headers')), readRewrites(note('_redirects'))]
  const fileAt = (path: string): string | null =>
    [path, `${path}.html`, `${path}/index.html`]
      .map((name) => join(folder, name))
      .find((name) => existsSync(name) && statSync(name).isFile()) ?? null
  const made = new Map<string, ReturnType<typeof compressed>>()
  const copyOf = (file: string, bytes: Buffer): ReturnType<typeof compressed> => {
    const copy = made.get(file) ?? compressed(bytes)
    made.set(file, copy)
    return copy
  }
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/')
    const found = path.includes('..') || path.includes('/.') ? null : fileAt(rewrites.get(path) ?? path)
    const file = found ?? join(folder, '404.html')
    const headers = new Map([['content-type', types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream']])
    for (const rule of rules.filter(({ pattern }) => matches(pattern, path)))
      for (const [name, value] of rule.headers) headers.set(name, value)
    const takes = String(request.headers['accept-encoding'] ?? '')
    const type = headers.get('content-type') ?? ''
    const whole = readFileSync(file)
    const zipped = copies && textual.test(type) && /\b(?:br|gzip)\b/.test(takes) ? await copyOf(file, whole) : null
    const encoding = zipped && (takes.includes('br') ? 'br' : 'gzip')
    if (encoding) headers.set('content-encoding', encoding).set('vary', 'accept-encoding')
    const bytes = (encoding && zipped?.[encoding]) ?? whole
    response.writeHead(found ? 200 : 404, { ...Object.fromEntries(headers), 'content-length': bytes.length })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
