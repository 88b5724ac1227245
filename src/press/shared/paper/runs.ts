import type { WordId } from '../../../content/word-ids.ts'
import type { FormatMessage } from '../../../format/messages.ts'

/** A stretch of text on paper: plain, strong, a number or key that reads left to right and never breaks, or a link (`a` leads, `t` is read). */
export type Run = string | { b: string } | { n: string } | { a: string; t: string }

/** A message for paper: marked parts come as runs, and what is a link on a page is plain here. */
export const runs = (t: FormatMessage, id: WordId, values: Readonly<Record<string, string | Run>> = {}): Run[] => {
  const parts = t.rich<Run>(id, {
    ...values,
    b: (inner) => ({ b: inner.join('') }),
    a: (inner) => inner.at(0) ?? '',
  })
  return Array.isArray(parts) ? parts : [String(parts)]
}
