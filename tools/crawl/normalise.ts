import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Answer } from './http.ts'

/** An answer as it is compared. */
export type Normal = { status: number; headers: [string, string][]; body: Buffer }

const textual = /^(?:text\/|image\/svg|application\/(?:[a-z]+\+)?(?:json|xml|javascript))/

/** Names of assets end in a hash of their content, which may differ: `/assets/first.0a1b2c3d.css`. */
const hashed = /([\w-]+)\.[0-9a-f]{8}\.(css|js|json|png|svg|woff2|webp|avif|jpg)\b/g
/** Sealed with a nonce of its own, so it is another one each time. */
const sealed = /(name="so-far" value=")[^"]*"/g
/** In a calendar of one's own dates each entry is a new one. */
const uid = /^(UID:)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}@/gm

/** Text without what differs by nature. Nothing else is left out. */
export const normalText = (text: string): string => text.replace(hashed, '$1.HASH.$2').replace(sealed, '$1SEALED"').replace(uid, '$1UUID@')

/** The same of bytes, which stay as they are where they are no text. */
export const normalBytes = (bytes: Buffer, type: string): Buffer =>
  textual.test(type) ? Buffer.from(normalText(bytes.toString('latin1')), 'latin1') : bytes

export const headerOf = ({ headers }: Pick<Answer, 'headers'>, name: string): string | undefined =>
  headers.find(([its]) => its === name)?.[1]

/** The body without its content coding. */
export const decoded = (answer: Answer): Buffer => {
  const coding = headerOf(answer, 'content-encoding')
  if (!answer.body.length) return answer.body
  if (coding === 'gzip') return gunzipSync(answer.body)
  if (coding === 'br') return brotliDecompressSync(answer.body)
  return answer.body
}

/**
 * `get`: the answer to the same request by GET, where this one has no body: its length is held against that. Without, a length is held
 * against the bytes that came; how many they are without what differs by nature is told by the body itself.
 */
export const normalAnswer = (answer: Answer, get?: Answer): Normal => {
  const type = headerOf(answer, 'content-type') ?? ''
  const body = normalBytes(decoded(answer), type)
  const value = (name: string, text: string): string => {
    if (name === 'etag') return text.startsWith('W/') ? '(weak)' : '(strong)'
    if (name !== 'content-length') return normalText(text)
    if (get) return text === headerOf(get, name) ? '(as GET)' : `${text}, not as GET`
    return answer.whole && text === String(answer.body.length) ? '(as the body)' : `${text}, not as the body`
  }
  return {
    status: answer.status,
    headers: [
      ['(line)', answer.line],
      ...answer.headers.filter(([name]) => name !== 'date').map(([name, text]): [string, string] => [name, value(name, text)]),
    ],
    body,
  }
}
