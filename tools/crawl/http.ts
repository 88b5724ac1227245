import { connect } from 'node:net'

/** The site's name in every request, whatever port it listens on: nothing in an answer may depend on the port. */
export const host = 'waymark.example'
export const origin = `https://${host}`

/** `headers` come after Host and Connection; a null in place of either leaves it out. */
export type Ask = {
  method: string
  target: string
  headers?: Readonly<Record<string, string | null>>
  body?: Buffer | string
  version?: '1.0' | '1.1'
}

/** `body` is as it came over the wire, without its transfer coding. `whole`: all of it came. */
export type Answer = { status: number; line: string; headers: [string, string][]; body: Buffer; whole: boolean }

/** What stands in place of an answer that never came. */
const none: Answer = { status: 0, line: 'no answer', headers: [], body: Buffer.alloc(0), whole: true }

/** After so many ms of silence whatever has come counts. */
const patience = 180_000

/** A request as bytes: nothing is put right on its way, so that wrong ones can be sent as well. */
export const bytesOf = ({ method, target, headers = {}, body = '', version = '1.1' }: Ask): Buffer => {
  const bytes = Buffer.from(body)
  // With what a proxy on this machine adds: one that speaks for many, to whom no limit for one address applies.
  const form = { 'content-length': String(bytes.length), 'x-forwarded-for': '192.0.2.1' }
  const sent = bytes.length || ['POST', 'PUT'].includes(method) ? form : {}
  const all = Object.entries({ host, connection: 'close', ...sent, ...headers }).filter(([, value]) => value !== null)
  const head = `${method} ${target} HTTP/${version}\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes])
}

/** Sends bytes on a connection of their own and gives all that comes back until it is closed. */
export const exchange = (port: number, bytes: Buffer): Promise<Buffer> =>
  new Promise((resolve) => {
    const parts: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    const end = (): void => {
      socket.destroy()
      resolve(Buffer.concat(parts))
    }
    socket.setTimeout(patience, end)
    socket.on('data', (part: Buffer) => parts.push(part))
    for (const event of ['end', 'close', 'error'] as const) socket.on(event, end)
  })

/** The answers in what came back, one for each method that was asked with. */
export const answersIn = (bytes: Buffer, methods: readonly string[]): Answer[] => {
  const answers: Answer[] = []
  let rest = bytes
  for (const method of methods) {
    const { answer, left } = readAnswer(rest, method)
    answers.push(answer)
    rest = left
  }
  return answers
}

const readAnswer = (bytes: Buffer, method: string): { answer: Answer; left: Buffer } => {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return { answer: none, left: bytes.subarray(bytes.length) }
  const [line = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const headers = lines.map((text): [string, string] => {
    const colon = text.indexOf(':')
    return [text.slice(0, colon).toLowerCase(), text.slice(colon + 1).trim()]
  })
  const status = Number(line.split(' ')[1])
  const after = bytes.subarray(end + 4)
  const header = (name: string): string | undefined => headers.find(([its]) => its === name)?.[1]
  // RFC 9112 6.3: these have no body, whatever their headers say.
  if (method === 'HEAD' || status === 204 || status === 304 || status < 200)
    return { answer: { status, line, headers, body: Buffer.alloc(0), whole: true }, left: after }
  if (header('transfer-encoding') === 'chunked') {
    const { body, whole, left } = unchunked(after)
    return { answer: { status, line, headers, body, whole }, left }
  }
  const length = Number(header('content-length') ?? after.length)
  const answer = { status, line, headers, body: after.subarray(0, length), whole: after.length >= length }
  return { answer, left: after.subarray(length) }
}

const unchunked = (bytes: Buffer): { body: Buffer; whole: boolean; left: Buffer } => {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const line = bytes.indexOf('\r\n', at)
    const size = line < 0 ? Number.NaN : Number.parseInt(bytes.subarray(at, line).toString('latin1'), 16)
    if (Number.isNaN(size) || line + 2 + size > bytes.length)
      return { body: Buffer.concat(parts), whole: false, left: bytes.subarray(bytes.length) }
    if (size === 0) return { body: Buffer.concat(parts), whole: true, left: bytes.subarray(line + 4) }
    parts.push(bytes.subarray(line + 2, line + 2 + size))
    at = line + 2 + size + 2
  }
}

/** Does the same to each, so many at a time. */
export const eachOf = async <T>(items: readonly T[], most: number, act: (item: T) => Promise<void>): Promise<void> => {
  const waiting = [...items].reverse()
  const work = async (): Promise<void> => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await act(item)
  }
  await Promise.all(Array.from({ length: most }, work))
}
