import { request } from 'node:http'

type Got = { body: string; sent: number }

/** The address as a browser asks for it. `sent`: bytes of the answer with its headers. */
const get = (port: number, path: string, encoding: string): Promise<Got> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { 'accept-encoding': encoding }, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const body = Buffer.concat(parts)
        const head = response.rawHeaders.reduce((sum, text) => sum + text.length + 2, 'HTTP/1.1 200 OK\r\n\r\n'.length)
        resolve({ body: body.toString(), sent: head + body.length })
      })
    })
    asked.on('error', reject)
    asked.end()
  })

const addresses = (html: string): string[] => [
  ...[...html.matchAll(/<link[^>]+rel="(?:stylesheet|icon|preload)"[^>]*>/g)].flatMap(([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? []),
  ...[...html.matchAll(/<(?:script|img)[^>]+src="([^"]+)"/g)].flatMap(([, src]) => src ?? []),
]

/** Pages with the bytes of HTML and styles, of all that they ask for (every font of their styles counted), and the requests. */
export const sizes = async (port: number): Promise<string[][]> => {
  const map = (await get(port, '/sitemap.xml', 'identity')).body
  const pages = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => new URL(loc).pathname)
  const rows: { path: string; first: number; all: number; requests: number }[] = []
  for (const path of pages) {
    const html = (await get(port, path, 'identity')).body
    const files = new Set(addresses(html).filter((address) => address.startsWith('/')))
    for (const style of [...files].filter((file) => file.endsWith('.css')))
      for (const [, font = ''] of (await get(port, style, 'identity')).body.matchAll(/url\("?(\/assets\/[^")]+\.woff2)/g)) files.add(font)
    const sent = new Map<string, number>([[path, (await get(port, path, 'br')).sent]])
    for (const file of files) sent.set(file, (await get(port, file, 'br')).sent)
    const sum = (is: (file: string) => boolean): number => [...sent].reduce((total, [file, bytes]) => total + (is(file) ? bytes : 0), 0)
    rows.push({ path, first: sum((file) => file === path || file.endsWith('.css')), all: sum(() => true), requests: sent.size })
  }
  const kb = (bytes: number): string => (bytes / 1024).toFixed(1)
  const bars = (path: string): [number, number, number] => (path === '/get-help' ? [14, 40, 5] : [20, 70, 7])
  return rows
    .toSorted((a, b) => b.first - a.first)
    .map(({ path, first, all, requests }) => {
      const [html, total, count] = bars(path)
      const kept = first <= html * 1024 && all <= total * 1024 && requests <= count
      return [path, `${kb(first)} / ${html}`, `${kb(all)} / ${total}`, `${requests} / ${count}`, kept ? 'yes' : 'NO']
    })
}
