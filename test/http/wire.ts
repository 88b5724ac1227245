import { connect } from 'node:net'
import { decoded } from './decoded.ts'

/** An answer as it stood on the wire; its body as text, also where it was compressed. */
export type WireAnswer = { status: number; headers: Map<string, string>; body: string }

/** Reads one HTTP/1.1 answer off the front of what came; null when it is not all there. */
const readAnswer = (bytes: Buffer, ofHead: boolean): { answer: WireAnswer; rest: Buffer } | null => {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return null
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(`${first} `)?.[1])
  if (!status) throw new Error(`not an answer: ${first.slice(0, 80)}`)
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]))
  const after = bytes.subarray(end + 4)
  if (ofHead || status === 304 || status < 200) return { answer: { status, headers, body: '' }, rest: after }
  const textOf = (body: Buffer): string => decoded(body, headers.get('content-encoding')).toString()
  const length = headers.get('content-length')
  if (length !== undefined) {
    if (after.length < Number(length)) return null
    return { answer: { status, headers, body: textOf(after.subarray(0, Number(length))) }, rest: after.subarray(Number(length)) }
  }
  const chunked = after.indexOf('0\r\n\r\n')
  return chunked < 0 ? null : { answer: { status, headers, body: textOf(after.subarray(0, chunked)) }, rest: after.subarray(chunked + 5) }
}

const allAnswers = (bytes: Buffer, ofHead: boolean): WireAnswer[] => {
  const read = readAnswer(bytes, ofHead)
  if (!read) return []
  return [...(read.answer.status < 200 ? [] : [read.answer]), ...allAnswers(read.rest, ofHead)]
}

/** What is written, part by part, and how long the answer may take. */
export type Talk = { parts: (string | Buffer)[]; timeout?: number; half?: boolean }

/**
 * Writes bytes to a socket and resolves to the answers once the first is there, or the other side has closed. A server that
 * neither answers nor closes within `timeout` ms (3 s) hangs: that rejects. `half` closes our side after writing.
 */
export const talk = (port: number, { parts, timeout = 3000, half = false }: Talk): Promise<WireAnswer[]> =>
  new Promise((resolve, reject) => {
    const ofHead = /^HEAD /.test(String(parts[0]).slice(0, 5))
    const came: Buffer[] = []
    const socket = connect(port, '127.0.0.1')
    const settle = (end: () => void): void => {
      clearTimeout(timer)
      socket.destroy()
      end()
    }
    const timer = setTimeout(
      () =>
        settle(() => reject(new Error(`neither answer nor close within ${timeout} ms: ${JSON.stringify(String(parts[0]).slice(0, 120))}`))),
      timeout,
    )
    const read = (): WireAnswer[] => allAnswers(Buffer.concat(came), ofHead)
    socket.on('data', (data: Buffer) => {
      came.push(data)
      const answers = read()
      if (answers.length) settle(() => resolve(answers))
    })
    socket.on('close', () => settle(() => resolve(read())))
    // A reset is a close too: what matters is what came before it.
    socket.on('error', () => {})
    socket.on('connect', () => {
      for (const part of parts) socket.write(part)
      if (half) socket.end()
    })
  })
