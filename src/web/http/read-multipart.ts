import type { IncomingMessage } from 'node:http'
import type { BusboyHeaders } from '@fastify/busboy'
import { badText, fromHere, type Refusal, readForm, tooLarge } from './read-form.ts'

/** A form with a file: `file` is null where none was chosen. Null: whoever sent it has gone before it was all there. */
export type MultipartRead = { form: URLSearchParams; file: Uint8Array | null } | Refusal | null

/** Which field holds the file, and of how many bytes it is read: one more than that tells that it is too large. */
export type FileField = { name: string; most: number }

/** What is sent may be larger than the file that is kept of it, so that the rest of the form is not lost. In bytes. */
const largest = 12 * 1024 * 1024
/** Bytes of one field of text, fields, and parts in all. No form here comes near them. */
const bounds = { fieldNameSize: 40, fieldSize: 1000, fields: 8, files: 1, parts: 9, headerPairs: 20, headerSize: 2000 }

/** Reads a posted form with a file at the edge, as it comes: never more than `most` bytes of the file are held, and nothing is written. Without a file it may come as any other form. */
export const readMultipart = async (request: IncomingMessage, { name, most }: FileField): Promise<MultipartRead> => {
  const { headers } = request
  const type = headers['content-type'] ?? ''
  if (!/^multipart\/form-data\s*(?:;|$)/i.test(type)) {
    const read = await readForm(request)
    return read && 'form' in read ? { ...read, file: null } : read
  }
  if (!fromHere(request)) return { status: 403, sentence: 'error.other-origin' }
  if (Number(headers['content-length'] ?? 0) > largest) return tooLarge
  const parser = await parserFor({ ...headers, 'content-type': type }, most + 1)
  if (!parser) return badText
  return new Promise((resolve) => {
    const form = new URLSearchParams()
    let file: Uint8Array | null = null
    let size = 0
    const end = (result: MultipartRead): void => {
      request.off('data', feed)
      resolve(result)
    }
    const feed = (part: Buffer): void => {
      size += part.length
      if (size > largest) end(tooLarge)
      else
        try {
          parser.write(part)
        } catch {
          end(badText)
        }
    }
    // The latest value stands, as few as they are.
    parser.on('field', (field, value, _cut, cut) => {
      if (cut) end(tooLarge)
      form.set(field, value)
    })
    parser.on('file', (field, stream, filename) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('error', () => end(badText))
      stream.on('end', () => {
        const bytes = Buffer.concat(parts)
        // A browser sends an empty file without a name where none was chosen.
        if (field === name && (bytes.length || filename)) file = bytes
      })
    })
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(limit, () => end(tooLarge))
    parser.on('error', () => end(badText))
    parser.on('finish', () => end({ form, file }))
    request.on('data', feed)
    request.on('end', () => parser.end())
    // The parser may still be at work on what has all come. Without a listener for `error` nothing is thrown either: Node tells it to listeners only.
    request.on('close', () => request.complete || end(null))
  })
}

/** Null where the type of the form has no boundary. Loaded with the first form: a start does not wait for it. */
const parserFor = async (headers: BusboyHeaders, fileSize: number) => {
  const { Busboy } = await import('@fastify/busboy')
  try {
    return new Busboy({ headers, limits: { ...bounds, fileSize } })
  } catch {
    return null
  }
}
