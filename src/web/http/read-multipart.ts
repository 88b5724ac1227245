import type { IncomingMessage } from 'node:http'
import type { BusboyHeaders } from '@fastify/busboy'
import { badText, type Refusal, readForm, tooLarge } from './read-form.ts'

/** A file as it was sent. Its name and its type are what the sender says of it: neither is to be believed. */
export type SentFile = { name: string; type: string; bytes: Uint8Array }

/** A form with files, by their field. Null: whoever sent it has gone before it was all there. */
export type MultipartRead = { form: URLSearchParams; files: ReadonlyMap<string, readonly SentFile[]> } | Refusal | null

/** How much of a form with files is read. */
export type UploadLimits = {
  /**
   * Which fields hold files, how many each, and of how many bytes a file is read: one more than that tells that it is too large. `counted`: so
   * many may come at all; those past `most` are counted, and nothing of them is held, so that a page can say that there are too many.
   */
  fileFields: readonly { name: string; most: number; bytes: number; counted?: number }[]
  /** Fields of text, and bytes of each. */
  texts: { most: number; bytes: number }
  /** Bytes of the whole form: more than its files, so that the rest of a form whose file is too large is not lost. */
  bytes: number
}

/** Is it sent as a form with files is? Without a file it may come as any other form. */
export const isMultipart = ({ headers }: IncomingMessage): boolean => /^multipart\/form-data\s*(?:;|$)/i.test(headers['content-type'] ?? '')

/** Reads a posted form with files at the edge, as it comes: never more than the limits are held, and nothing is written. Without a file it may come as any other form. */
export const readMultipart = async (request: IncomingMessage, limits: UploadLimits, needs = 0): Promise<MultipartRead> => {
  const { headers } = request
  const type = headers['content-type'] ?? ''
  if (!isMultipart(request)) {
    const read = await readForm(request, needs)
    return read && 'form' in read ? { ...read, files: new Map() } : read
  }
  if (Number(headers['content-length'] ?? 0) > limits.bytes) return tooLarge
  const parser = await parserFor({ ...headers, 'content-type': type }, limits)
  if (!parser) return badText
  return new Promise((resolve) => {
    const form = new URLSearchParams()
    const files = new Map<string, SentFile[]>()
    let size = 0
    const end = (result: MultipartRead): void => {
      request.off('data', feed)
      resolve(result)
    }
    const feed = (part: Buffer): void => {
      size += part.length
      if (size > limits.bytes) end(tooLarge)
      else
        try {
          parser.write(part)
        } catch {
          end(badText)
        }
    }
    parser.on('field', (field, value, _cut, cut) => {
      if (cut) end(tooLarge)
      form.append(field, value)
    })
    parser.on('file', (field, stream, name, _encoding, type) => {
      const parts: Buffer[] = []
      const known = limits.fileFields.find((one) => one.name === field)
      const held = known && (files.get(field)?.length ?? 0) < known.most
      stream.on('data', (part: Buffer) => held && parts.push(part))
      stream.on('error', () => end(badText))
      stream.on('end', () => {
        const bytes = Buffer.concat(parts)
        const sent = files.get(field) ?? []
        // A browser sends an empty file without a name where none was chosen.
        if (known && sent.length < (known.counted ?? known.most) && (bytes.length || name))
          files.set(field, [...sent, { name: name ?? '', type, bytes: bytes.subarray(0, known.bytes + 1) }])
      })
    })
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(limit, () => end(tooLarge))
    parser.on('error', () => end(badText))
    parser.on('finish', () => end({ form, files }))
    request.on('data', feed)
    request.on('end', () => parser.end())
    // The parser may still be at work on what has all come. Without a listener for `error` nothing is thrown either: Node tells it to listeners only.
    request.on('close', () => request.complete || end(null))
  })
}

/** Null where the type of the form has no boundary. Loaded with the first form: a start does not wait for it. */
const parserFor = async (headers: BusboyHeaders, { fileFields, texts }: UploadLimits) => {
  const { Busboy } = await import('@fastify/busboy')
  const files = fileFields.reduce((sum, { most, counted = most }) => sum + counted, 0)
  const fileSize = Math.max(0, ...fileFields.map(({ bytes }) => bytes)) + 1
  const bounds = {
    // The ids of the official form have up to 80 letters.
    fieldNameSize: 200,
    fieldSize: texts.bytes,
    fields: texts.most,
    parts: texts.most + files,
    headerPairs: 20,
    headerSize: 2000,
  }
  try {
    return new Busboy({ headers, limits: { ...bounds, files, fileSize } })
  } catch {
    return null
  }
}
