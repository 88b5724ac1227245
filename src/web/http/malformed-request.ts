import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { WordId } from '../../content/word-ids.ts'
import { flowHeaders } from './headers.ts'

const statuses: Record<string, readonly [string, WordId]> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'error.too-large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: ['413 Content Too Large', 'error.too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'error.bad-title'],
}

/** Answers what Node's own parser turns away and what never becomes a request: with a page too, and with the same headers. */
export const answerMalformed = (server: Server, page: (sentence: WordId) => string, always: Readonly<Record<string, string>>): void => {
  const say = (socket: Socket, status: string, sentence: WordId): void => {
    const body = page(sentence)
    const headers = { ...flowHeaders, ...always, 'content-length': Buffer.byteLength(body), connection: 'close' }
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.end(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${body}`)
    // The other side may go on sending for ever.
    setTimeout(() => socket.destroy(), 2000).unref()
  }
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || hasAnswer(socket)) {
      socket.destroy()
      return
    }
    const [status, sentence] = statuses[error.code ?? ''] ?? ['400 Bad Request', 'error.bad-address']
    say(socket as Socket, status, sentence)
  })
  server.on('connect', (_request, socket: Socket) => {
    socket.on('error', () => socket.destroy())
    say(socket, '405 Method Not Allowed', 'error.method')
  })
  // An expectation that is not known may be passed over (RFC 9110 10.1.1): it is an ordinary request.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))
}

/** Has an answer begun on this socket? Then a second one would end up inside it. Node's own handler asks the same. */
const hasAnswer = (socket: object): boolean => (socket as { _httpMessage?: { headersSent: boolean } })._httpMessage?.headersSent === true
