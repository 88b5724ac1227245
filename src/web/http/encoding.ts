/** Which of the two ways of compressing an answer its reader takes. */
export type Accepted = { br: boolean; gzip: boolean }

const known = new Map<string, Accepted>()
const nothing: Accepted = { br: false, gzip: false }

/**
 * Reads `Accept-Encoding` (RFC 9110 12.5.3): what has `q=0` is refused, `*` stands for all that is not named. Readers send
 * few different values, so what they mean is remembered.
 */
export const acceptedBy = (header: string | undefined): Accepted => {
  if (header === undefined) return nothing
  const there = known.get(header)
  if (there) return there
  const takes = new Map(
    header
      .toLowerCase()
      .split(',')
      .map((part) => [part.split(';', 1)[0]?.trim() ?? '', !/;\s*q=0(?:\.0*)?$/.test(part.trim())] as const),
  )
  const any = takes.get('*') ?? false
  const accepted = { br: takes.get('br') ?? any, gzip: takes.get('gzip') ?? any }
  // A long one is nobody's usual one: it would only fill the memory.
  if (header.length > 100) return accepted
  if (known.size >= 100) known.clear()
  known.set(header, accepted)
  return accepted
}
