/**
 * Name-based UUIDs, version 5: the only kind that is both in RFC 4122, which HSDS 3.0 asks of every `id`
 * (https://docs.openreferral.org/en/3.0/hsds/identifiers.html), and made from a name alone. Version 5 is SHA-1 over the
 * namespace and the name (RFC 9562 s.5.5); here in a few lines, since this room has no library for it. SHA-1 guards nothing here.
 */

/** Waymark's own namespace, drawn once. Changing it gives every record a new id: never do. */
const waymark = 'caa71259-eb10-4eb5-8f5c-49c523faf8ea'

const turn = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

/** The mix of words b, c, d and the constant, for each of the four rounds of twenty steps (FIPS 180-4 s.4.1.1, 4.2.1). */
const rounds: readonly [(b: number, c: number, d: number) => number, number][] = [
  [(b, c, d) => (b & c) | (~b & d), 0x5a827999],
  [(b, c, d) => b ^ c ^ d, 0x6ed9eba1],
  [(b, c, d) => (b & c) | (b & d) | (c & d), 0x8f1bbcdc],
  [(b, c, d) => b ^ c ^ d, 0xca62c1d6],
]

/** The message, a one bit, zeros, and its length in bits: whole blocks of 64 bytes (FIPS 180-4 s.5.1.1). */
const padded = (message: Uint8Array): DataView => {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setUint32(bytes.length - 4, message.length * 8)
  return view
}

/** The eighty words of one block (FIPS 180-4 s.6.1.2). */
const schedule = (view: DataView, block: number): Int32Array => {
  const words = new Int32Array(80)
  const word = (i: number): number => words[i] ?? 0
  for (let i = 0; i < 80; i += 1)
    words[i] = i < 16 ? view.getInt32(block + i * 4) : turn(word(i - 3) ^ word(i - 8) ^ word(i - 14) ^ word(i - 16), 1)
  return words
}

type State = [number, number, number, number, number]

const mixed = (state: State, words: Int32Array): State => {
  let [a, b, c, d, e] = state
  rounds.forEach(([mix, constant], round) => {
    for (const word of words.subarray(round * 20, round * 20 + 20))
      [a, b, c, d, e] = [(turn(a, 5) + mix(b, c, d) + e + constant + word) | 0, a, turn(b, 30), c, d]
  })
  return [state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e]
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')

/** SHA-1 (FIPS 180-4) in hexadecimal. */
export const sha1 = (message: Uint8Array): string => {
  const view = padded(message)
  let state: State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  for (let block = 0; block < view.byteLength; block += 64) state = mixed(state, schedule(view, block))
  return state.map(hex).join('')
}

const bytesOf = (uuid: string): number[] => (uuid.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))

/** UUIDv5 of a name in a namespace: the first 128 bits of the hash, with version and variant put in. */
export const uuidV5 = (namespace: string, name: string): string => {
  const hash = sha1(Uint8Array.from([...bytesOf(namespace), ...new TextEncoder().encode(name)]))
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** The id of a record of ours, from its path: `hertfordshire/services/beacon`. The same path gives the same id for ever. */
export const hsdsId = (...path: (string | number)[]): string => uuidV5(waymark, path.join('/'))
