/*
 * What one person may have of a concern (UK GDPR, Article 15) without what is of others (Article 15(4)): whoever answers takes out sentences, and
 * words such as names wherever they are.
 */

/** The answer is due one month after the request came (UK GDPR, Article 12(3)). */
export const answerDue = (received: Temporal.PlainDate): Temporal.PlainDate => received.add({ months: 1 })

/** Whose words they are: the reporter's own, ours to them, or ours alone, which are left out until somebody puts them in. */
export type Side = 'theirs' | 'to-them' | 'inside'

/** What the desk writes and keeps inside. */
export type InsideKind = 'note' | 'summary' | 'reason' | 'share' | 'decision' | 'identifier' | 'intelligence' | 'hold' | 'reply'

/** One piece of text of a concern. `id` stays the same whatever is added later. Its sentences put together are the text. */
export type Piece = {
  id: string
  side: Side
  kind?: InsideKind
  asked: string | null
  at: Temporal.Instant | null
  sentences: readonly string[]
}

/** `out`: ids of sentences (`PIECE.NUMBER`); `in`: ids of inside pieces that are given; `words`: taken out wherever they are. */
export type Redaction = { out: ReadonlySet<string>; in: ReadonlySet<string>; words: readonly string[] }

export const sentenceId = (piece: string, at: number): string => `${piece}.${at}`

/** Of each piece that is given what is left; null stands for what was taken out. */
export type Given = Omit<Piece, 'sentences'> & { parts: readonly (string | null)[] }

export const redacted = (pieces: readonly Piece[], redaction: Redaction): Given[] =>
  pieces
    .filter(({ id, side }) => side !== 'inside' || redaction.in.has(id))
    .map(({ sentences, ...piece }) => ({
      ...piece,
      parts: joined(
        runsOf(piece.id, sentences, redaction.out).flatMap((run) => (run === null ? [null] : withoutWords(run, redaction.words))),
      ),
    }))

/** Sentences that stay beside one another are one text: "Mr. Smith" is cut in two by whatever counts sentences. */
const runsOf = (piece: string, sentences: readonly string[], out: ReadonlySet<string>): (string | null)[] => {
  const runs: (string | null)[] = []
  for (const [at, text] of sentences.entries()) {
    const before = runs.at(-1)
    if (out.has(sentenceId(piece, at))) runs.push(null)
    else if (typeof before === 'string') runs[runs.length - 1] = before + text
    else runs.push(text)
  }
  return runs
}

const withoutWords = (text: string, words: readonly string[]): (string | null)[] => {
  const wanted = words
    .map((word) => word.trim())
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length)
  if (!wanted.length) return [text]
  const pattern = new RegExp(wanted.map((word) => RegExp.escape(word).replace(/\\x20|\s+/g, '\\s+')).join('|'), 'giu')
  const parts: (string | null)[] = []
  let from = 0
  for (const { index, 0: found } of text.matchAll(pattern)) {
    if (index > from) parts.push(text.slice(from, index))
    parts.push(null)
    from = index + found.length
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}

/** How much was taken out at a place is nobody's to count. */
const joined = (parts: readonly (string | null)[]): (string | null)[] =>
  parts.filter((part, at) => part !== null || at === 0 || parts[at - 1] !== null)
