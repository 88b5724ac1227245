import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passOn } from '../../src/web/http/pass-on.ts'

/* Requests go on to another process over connections that many share: none may leave anything behind for the next. */

const folder = mkdtempSync(join(tmpdir(), 'waymark-pass-'))
const socket = join(folder, 's')
const seen: string[] = []
let behind: Server
let front: Server
const listening = (server: Server, at: string | number): Promise<unknown> =>
  new Promise((resolve) => server.listen(at, () => resolve(null)))

beforeAll(async () => {
  behind = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      if (request.url === '/desk/slow') return void setTimeout(() => response.end('ok'), 400)
      seen.push(
        `${request.method} ${request.url} ${body.length} ${request.headers['x-forwarded-for'] ?? '-'} ${request.headers['x-waymark-x'] ?? '-'}`,
      )
      response.end('ok')
    })
  })
  await listening(behind, socket)
  const parts = { at: '/desk', socket, hops: 0, patience: { page: 200, form: 2000 } }
  const on = passOn({
    ...parts,
    refuse: (_, response) => response.writeHead(400, { connection: 'close' }).end(),
    down: (_, response, lost) => response.writeHead(503).end(String(lost)),
  })
  front = createServer((request, response) => on.pass(request, response))
  front.timeout = 100
  await listening(front, 0)
})
afterAll(() => {
  for (const server of [front, behind]) {
    server.closeAllConnections()
    server.close()
  }
  rmSync(folder, { recursive: true })
})

/** Sends bytes as they are; the first line of what comes back. */
const raw = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const client = connect((front.address() as AddressInfo).port, '127.0.0.1', () => client.write(bytes))
    let text = ''
    client.on('data', (part) => {
      text += part
    })
    client.on('close', () => resolve(text.split('\r\n')[0] ?? ''))
    client.on('error', () => {})
    setTimeout(() => client.destroy(), 250)
  })

const hidden = 'POST /desk/hidden HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nX-Swallow: '

test.each(
  ['GET', 'HEAD', 'DELETE', 'OPTIONS', 'POST'].flatMap((method) =>
    ['content-length', 'Content-Length, x', 'close', 'keep-alive', 'cookie', 'host'].flatMap((connection) =>
      ['length', 'chunked'].map((how): [string, string, string] => [method, connection, how]),
    ),
  ),
)('%s with a body, Connection: %s, %s: what is in the body is no request', async (method, connection, how) => {
  seen.length = 0
  const head = `${method} /desk/outer HTTP/1.1\r\nHost: x\r\nConnection: ${connection}\r\n`
  const body =
    how === 'length'
      ? `Content-Length: ${hidden.length}\r\n\r\n${hidden}`
      : `Transfer-Encoding: chunked\r\n\r\n${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n`
  const first = await raw(head + body)
  expect(first).toMatch(/^HTTP\/1\.1 (?:200|400) /)
  // The next visitor, on whichever connection is free.
  expect(await raw('GET /desk/next HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/ 200 /)
  expect(seen.filter((line) => line.includes('hidden'))).toEqual([])
  expect(seen.at(-1)).toBe('GET /desk/next 0 127.0.0.1 -')
})

test('who asked is told by us, and what is ours to say is said by nobody else', async () => {
  seen.length = 0
  await raw('GET /desk/a HTTP/1.1\r\nHost: x\r\nX-Waymark-X: 1\r\nConnection: close\r\n\r\n')
  expect(seen).toEqual(['GET /desk/a 0 127.0.0.1 -'])
})

test('whoever sent something waits longer than a silent connection lasts; a page that does not come is said to be gone', async () => {
  const at = `http://127.0.0.1:${(front.address() as AddressInfo).port}/desk/slow`
  const sent = await fetch(at, { method: 'POST', body: 'a=b' })
  expect([sent.status, await sent.text()]).toEqual([200, 'ok'])
  const shown = await fetch(at)
  expect([shown.status, await shown.text()]).toEqual([503, 'false'])
})
