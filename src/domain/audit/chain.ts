/*
 * The audit's chain of entries (the database makes it: store/migrations/0001-audit.ts). Worked out here once more, so that whoever has the
 * entries can prove them without the database, and without trusting it.
 */

/** One entry. `at`: as it was hashed, to the microsecond, `2026-11-30T02:29:20.542123Z`. Hashes are hexadecimal. */
export type Entry = {
  seq: number
  at: string
  person: string | null
  verb: string
  object: string
  objectId: string
  owner: string | null
  before: string
  hash: string
}

/** An entry that was seen elsewhere, on another day: its number and its hash. */
export type Head = { seq: number; hash: string }

export type ChainFault =
  /** The hash is not that of what it says: it was changed. */
  | { fault: 'changed'; seq: number }
  /** It does not follow the one before it: one was taken out, put in, or moved. */
  | { fault: 'out-of-line'; seq: number }
  /** Time goes back from the one before it. */
  | { fault: 'earlier'; seq: number }
  /** What was published of it is another hash, or it is not there any more: entries were made anew, or cut off at the end. */
  | { fault: 'not-as-published'; seq: number }

/** What stands for the hash of the entry before the first. */
export const beforeTheFirst = '00'.repeat(32)

const letters = new TextEncoder()
/** A field with its length in bytes before it, so that no two lists of fields read the same; what is null has a sign of its own. */
const field = (value: string | null): string => (value === null ? '-' : `${letters.encode(value).length}:${value}`)

/** What an entry's hash is taken of, after the hash of the one before it. */
export const said = ({ seq, at, person, verb, object, objectId, owner }: Omit<Entry, 'before' | 'hash'>): string =>
  [String(seq), at, person, verb, object, objectId, owner].map(field).join('')

/** Takes entries in their order, one at a time, and tells of the first that is wrong. `sha256`: of bytes, as hexadecimal. */
export const chainReader = (sha256: (bytes: Uint8Array) => string, published: readonly Head[] = []) => {
  let last: Head & { at: string } = { seq: 0, hash: beforeTheFirst, at: '' }
  const seen = new Set<number>()
  const heads = new Map(published.map(({ seq, hash }) => [seq, hash]))
  return {
    /** Null: it follows. */
    take(entry: Entry): ChainFault | null {
      const { seq, at, before, hash } = entry
      if (seq !== last.seq + 1 || before !== last.hash) return { fault: 'out-of-line', seq }
      if (sha256(join(bytesOf(before), letters.encode(said(entry)))) !== hash) return { fault: 'changed', seq }
      if (at < last.at) return { fault: 'earlier', seq }
      const known = heads.get(seq)
      if (known !== undefined && known !== hash) return { fault: 'not-as-published', seq }
      seen.add(seq)
      last = { seq, hash, at }
      return null
    },
    /** Once all have been taken: the last, and what was published and is not among them. */
    end(): { head: Head; fault: ChainFault | null } {
      const missing = published.find(({ seq }) => !seen.has(seq))
      return { head: { seq: last.seq, hash: last.hash }, fault: missing ? { fault: 'not-as-published', seq: missing.seq } : null }
    },
  }
}

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (two) => Number.parseInt(two, 16))
const join = (one: Uint8Array, two: Uint8Array): Uint8Array => {
  const both = new Uint8Array(one.length + two.length)
  both.set(one)
  both.set(two, one.length)
  return both
}

/** `7 3b9a…`: how a head is written down elsewhere. */
export const writeHead = ({ seq, hash }: Head): string => `${seq} ${hash}`

/** Reads every head in a text, whatever else stands around them: a mail, a log. */
export const readHeads = (text: string): Head[] =>
  [...text.matchAll(/(?:^|\s)(\d{1,15}) ([0-9a-f]{64})(?=\s|$)/g)].map(([, seq = '', hash = '']) => ({ seq: Number(seq), hash }))
