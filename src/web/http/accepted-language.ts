import { preferredOf } from '../../domain/languages/preferred.ts'

/**
 * What there is for the language that `Accept-Language` asks for, of those on offer; null where it asks for none of them. Browsers send few
 * different values, so what they mean is remembered: the most usual one costs a look-up.
 */
export const acceptedLanguage = <T>(
  offered: readonly string[],
  of: (id: string) => T | null,
): ((header: string | undefined) => T | null) => {
  const known = new Map<string, T | null>()
  return (header) => {
    if (header === undefined) return null
    const there = known.get(header)
    if (there !== undefined) return there
    const id = preferredOf(header, offered)
    const accepted = id === null ? null : of(id)
    // A long one is nobody's usual one: it would only fill the memory.
    if (header.length > 200) return accepted
    if (known.size >= 200) known.clear()
    known.set(header, accepted)
    return accepted
  }
}
