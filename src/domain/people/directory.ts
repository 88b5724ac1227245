/** Text as it is compared: without case and accents. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Does every word of a search begin a word of these texts? Nothing searched for is in all of them. */
export const isFoundIn = (query: string, texts: readonly string[]): boolean => {
  const words = texts.flatMap((text) => folded(text).split(/[^\p{L}\p{N}]+/u))
  return folded(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every((wanted) => words.some((word) => word.startsWith(wanted)))
}
