import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import type { WordId } from '../../content/word-ids.ts'

export type Refusal = { status: 400 | 403 | 413 | 415; sentence: WordId }
/** Null: whoever sent it has gone before it was all there. */
export type FormRead = { form: URLSearchParams } | Refusal | null

/** Bytes of the largest form that is read where a form needs no more. */
const usual = 64 * 1024

export const tooLarge: Refusal = { status: 413, sentence: 'error.too-large' }
export const badText: Refusal = { status: 400, sentence: 'error.bad-text' }

/** Reads a posted form at the edge: its type, its size, its letters. Nothing inside checks them again. `needs`: bytes of the largest that may be sent. */
export const readForm = async (request: IncomingMessage, needs = 0): Promise<FormRead> => {
  const largest = Math.max(usual, needs)
  const { headers } = request
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(headers['content-type'] ?? ''))
    return { status: 415, sentence: 'error.not-form' }
  if (Number(headers['content-length'] ?? 0) > largest) return tooLarge
  const bytes = await readAtMost(request, largest)
  if (!Buffer.isBuffer(bytes)) return bytes
  if (!isUtf8(bytes)) return badText
  const text = bytes.toString()
  // Percent-escapes that are broken, or that are not UTF-8.
  if (text.includes('%') && !isUriText(text)) return badText
  return { form: new URLSearchParams(text) }
}

const isUriText = (text: string): boolean => {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** The bytes of a body, as long as they are not more than that. Null: whoever sends it has gone. */
export const readAtMost = (request: IncomingMessage, largest: number): Promise<Buffer | Refusal | null> =>
  new Promise((resolve) => {
    const parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size <= largest) parts.push(part)
      else resolve(tooLarge)
    })
    request.on('end', () => resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)))
    // Without a listener for `error` nothing is thrown either: Node tells it to listeners only.
    request.on('close', () => resolve(null))
  })

/** What is left of a body that nobody reads is thrown away, but not for more than two seconds. */
export const discardRest = (request: IncomingMessage): void => {
  request.resume()
  setTimeout(() => {
    if (!request.complete) request.destroy()
  }, 2000).unref()
}
