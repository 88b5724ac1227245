/** How deep a file may be nested; the deepest of ours has nine levels. */
export const deepest = 64

/**
 * Where a text is nested deeper than any content is; null where it is not. The parser calls itself for each level: twenty thousand `{` end the process, and
 * no error can be caught. Brackets in quotes and comments count as well: a text with that many left open is no text.
 */
export const tooDeep = (text: string): number | null => {
  let open = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === 0x5b || sign === 0x7b) open += 1
    else if ((sign === 0x5d || sign === 0x7d) && open > 0) open -= 1
    if (open > deepest) return at
  }
  // In a block a level is a column at least, or one of these signs: `- - - a`.
  return /^[ \t]*(?:[-?:][ \t]+(?:[&!]\S*[ \t]+)*){64}|^ {256}[ \t]*[^\s#]/m.exec(text)?.index ?? null
}
