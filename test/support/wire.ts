import { connect } from 'node:net'
import type { Sending } from './visit.ts'

export type Sent = { status: number; bytes: number; head: string }

/** Asks for an address as a browser does and counts each byte of the answer, head included. */
export const weigh = (origin: string, { path, form }: Sending): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(origin)
    const socket = connect(Number(port), hostname)
    const parts: Buffer[] = []
    socket.on('error', reject)
    socket.on('data', (part) => {
      parts.push(Buffer.from(part))
      const all = Buffer.concat(parts)
      const end = all.indexOf('\r\n\r\n') + 4
      if (end < 4) return
      const head = all.subarray(0, end).toString('latin1')
      const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? Number.NaN)
      if (Number.isNaN(length)) return reject(new Error(`${path} is sent without a content-length`))
      if (all.length < end + length) return
      socket.destroy()
      resolve({ status: Number(head.split(' ')[1]), bytes: all.length, head })
    })
    const always = `Host: ${host}\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n`
    if (form === null) socket.write(`GET ${path} HTTP/1.1\r\n${always}\r\n`)
    else {
      const type = `Origin: ${origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${Buffer.byteLength(form)}\r\n`
      socket.write(`POST ${path} HTTP/1.1\r\n${always}${type}\r\n${form}`)
    }
  })
