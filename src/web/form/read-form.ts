import type { Context } from 'hono'
import type { WordId } from '../../content/word-ids.ts'

export type Refusal = { status: 400 | 403 | 413 | 415; sentence: WordId }
export type FormRead = { form: URLSearchParams } | Refusal

/** The largest form that is read, in bytes. No form here comes near it. */
const largest = 64 * 1024

/** Reads a posted form at the edge: its origin, its size, its letters. Nothing inside checks them again. */
export const readForm = async (c: Context): Promise<FormRead> => {
  if (!fromHere(c)) return { status: 403, sentence: 'error.other-origin' }
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '')) return { status: 415, sentence: 'error.not-form' }
  if (Number(c.req.header('content-length') ?? 0) > largest) return { status: 413, sentence: 'error.too-large' }
  const bytes = await readAtMost(c.req.raw.body)
  if (!bytes) return { status: 413, sentence: 'error.too-large' }
  try {
    // Percent-escapes that are not UTF-8 make decodeURIComponent throw; raw bytes that are not, the decoder.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    decodeURIComponent(text.replaceAll('+', ' '))
    return { form: new URLSearchParams(text) }
  } catch {
    return { status: 400, sentence: 'error.bad-text' }
  }
}

/** A POST is taken when its Origin is the request's own host, or absent (ARCHITECTURE, "Addresses"). */
const fromHere = (c: Context): boolean => {
  const origin = c.req.header('origin')
  if (origin === undefined) return true
  try {
    return new URL(origin).host === (c.req.header('host') ?? '')
  } catch {
    return false
  }
}

const readAtMost = async (body: ReadableStream<Uint8Array> | null): Promise<Uint8Array | null> => {
  if (!body) return new Uint8Array()
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > largest) return null
    parts.push(part)
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
}
