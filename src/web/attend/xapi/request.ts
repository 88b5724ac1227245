import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { readAtMost, readForm } from '../../http/read-form.ts'

/** Bytes of the largest request: some hundred statements. A system sends in parts what is more. */
export const largest = 1024 * 1024

/** A request as it was meant: as HTTP has it, or in the alternate form, where all of it stands in the fields of a posted form (part three, 1.3). */
export type Meant = {
  method: string
  version: string | undefined
  authorization: string | undefined
  type: string
  query: URLSearchParams
  /** Reads what was sent. Null: whoever sends it has gone. */
  body(): Promise<string | { status: 400 | 413 } | null>
}

export const readMeant = async (request: IncomingMessage, query: URLSearchParams): Promise<Meant | { status: 400 | 413 } | null> => {
  const { headers, method = 'GET' } = request
  const alternate = method === 'POST' ? query.get('method') : null
  if (alternate === null)
    return {
      ...{ method, query, type: headers['content-type'] ?? '', authorization: headers.authorization },
      version: [headers['x-experience-api-version']].flat()[0],
      body: async () => {
        if (Number(headers['content-length'] ?? 0) > largest) return { status: 413 }
        const bytes = await readAtMost(request, largest)
        if (bytes === null) return null
        if (!Buffer.isBuffer(bytes)) return { status: 413 }
        return isUtf8(bytes) ? bytes.toString() : { status: 400 }
      },
    }
  const read = await readForm(request, 3 * largest)
  if (read === null) return null
  if (!('form' in read)) return { status: read.status === 413 ? 413 : 400 }
  const fields = new Map([...read.form].map(([name, value]) => [name.toLowerCase(), value]))
  const content = fields.get('content') ?? ''
  return {
    ...{ method: alternate.toUpperCase(), query: read.form, type: fields.get('content-type') ?? 'application/json' },
    ...{ authorization: fields.get('authorization') ?? headers.authorization },
    version: fields.get('x-experience-api-version') ?? [headers['x-experience-api-version']].flat()[0],
    body: async () => (Buffer.byteLength(content) > largest ? { status: 413 } : content),
  }
}

/** The user name and password of `Authorization: Basic` (RFC 7617), with a colon between them. Null: it is nothing of the kind. */
export const basicPair = (header: string | undefined): string | null => {
  const [, coded] = /^basic +([a-z0-9+/_-]{1,600}={0,2})$/i.exec(header?.trim() ?? '') ?? []
  return coded ? Buffer.from(coded, 'base64').toString('utf8') : null
}
