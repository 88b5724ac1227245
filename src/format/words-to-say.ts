/**
 * What a reader has to say in English, to be heard by whoever answers: the pieces that the English of a text has in quotation marks. A
 * translation keeps them as they are, so that they can be found in it.
 */
export const wordsToSay = (english: string): string[] => [...english.matchAll(/“([^“”]+)”/g)].flatMap(([, said]) => said ?? [])

/** A text in pieces, in their order: those that are said in English, and what is between them. */
export const spokenParts = (text: string, toSay: readonly string[]): { text: string; spoken: boolean }[] => {
  const parts: { text: string; spoken: boolean }[] = []
  let rest = text
  while (rest) {
    const [next] = toSay
      .flatMap((said) => (said && rest.includes(said) ? [{ said, at: rest.indexOf(said) }] : []))
      .sort((a, b) => a.at - b.at || b.said.length - a.said.length)
    if (!next) break
    if (next.at) parts.push({ text: rest.slice(0, next.at), spoken: false })
    parts.push({ text: next.said, spoken: true })
    rest = rest.slice(next.at + next.said.length)
  }
  return rest ? [...parts, { text: rest, spoken: false }] : parts
}
