import { createHash } from 'node:crypto'
import type { Plain } from '../../domain/concerns/concern.ts'
import { type Report, reportSchema } from '../../domain/concerns/report.ts'
import { seal } from '../../store/seal/seal.ts'
import type { PublicKey } from '../../store/seal/suite.ts'
import { at } from '../instant.ts'
import { codeFrom, keysOf } from './code.ts'
import type { IntakeParts } from './parts.ts'

export type Raising = {
  /** 128 random bits or more that the page carried: with what is sent, they give the code. The same page sent twice is one report, with one code. */
  once: Uint8Array
  plain: Plain
  /** Partners that it is about: whoever works for one is kept out. */
  walled: readonly string[]
  report: Report
  /** As `takePicture` drew them, in the order in which they were sent. */
  pictures?: readonly Uint8Array[]
  /** When a person will have read it. */
  readBy: Temporal.Instant
  to: PublicKey
}

/** `gone`: the database did not answer, or has no room. `closed`: nobody reads now. `too-large`: more than can be sealed at once. */
export type RaiseFault = 'gone' | 'closed' | 'too-large'

/** Seals a report to the partnership and hands it in. It is kept, to the disk, before this resolves with the code. */
export const raiseConcern = async (parts: IntakeParts, raising: Raising): Promise<{ code: readonly string[] } | { fault: RaiseFault }> => {
  const door = parts.door()
  if (!door) return { fault: 'gone' }
  const { once, plain, walled, report, pictures = [], readBy, to } = raising
  const content = Buffer.from(JSON.stringify(reportSchema.parse(report)))
  const made = (what: string): Buffer =>
    createHash('sha512')
      .update(JSON.stringify([what, Buffer.from(once).toString('hex'), plain, walled]))
      .update(content)
      .update(Buffer.concat(pictures.map((jpeg) => createHash('sha256').update(jpeg).digest())))
      .digest()
  const [id, text] = [uuidFrom(made('concern')), uuidFrom(made('text'))]
  const code = codeFrom(made('code').subarray(0, 16))
  const { hash, pair } = await keysOf(code, parts.pepper)
  const sealed = await seal(content, to, { kind: 'concern', id: text })
  if (sealed === 'too-large') return { fault: 'too-large' }
  const sealedPictures: { id: string; sealed: Buffer }[] = []
  for (const [place, jpeg] of pictures.entries()) {
    const id = uuidFrom(made(`picture ${place}`))
    const picture = await seal(jpeg, to, { kind: 'picture', id })
    if (picture === 'too-large') return { fault: 'too-large' }
    sealedPictures.push({ id, sealed: Buffer.from(picture) })
  }
  const passed = await door.intake('select raise_concern($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
    ...[id, hash, Buffer.from(pair.public.bytes), at(readBy), JSON.stringify(plain), [...walled]],
    ...[text, Buffer.from(sealed), sealedPictures.map(({ id }) => id), sealedPictures.map(({ sealed }) => sealed)],
  ])
  return 'fault' in passed ? passed : { code }
}

/** An id from bytes that nobody can guess, as one of version 8 (RFC 9562, 5.8). */
export const uuidFrom = (bytes: Uint8Array): string => {
  const own = Buffer.from(bytes.subarray(0, 16))
  own[6] = ((own[6] ?? 0) & 0x0f) | 0x80
  own[8] = ((own[8] ?? 0) & 0x3f) | 0x80
  return own.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
