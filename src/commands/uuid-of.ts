/** A UUID made of a hash (RFC 9562, version 8): what is made of the same has the same. */
export const uuidOf = (hash: Buffer): string => {
  const bytes = [...hash.subarray(0, 16)].map((byte, i) => (i === 6 ? (byte & 15) | 128 : i === 8 ? (byte & 63) | 128 : byte))
  const text = Buffer.from(bytes).toString('hex')
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-')
}
