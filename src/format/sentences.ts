/** A text cut into its sentences by the rules of its language (Unicode UAX 29). Put together they are the text. `locale` is a BCP 47 tag. */
export const cutIntoSentences = (text: string, locale: string): string[] =>
  [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment)

/** The sentences of a text without the space between them. */
export const sentencesOf = (text: string, locale: string): string[] =>
  cutIntoSentences(text, locale)
    .map((sentence) => sentence.trim())
    .filter(Boolean)

/**
 * Deals sentences out to `places`, one each; the last place gets what is left. Null where there are fewer sentences than places,
 * or not as many as in the `english` beside them: then nobody knows which stands for which.
 */
export const dealt = (sentences: readonly string[], english: readonly string[], places: number): string[] | null => {
  if (sentences.length !== english.length || sentences.length < places) return null
  return Array.from({ length: places }, (_, i) => sentences.slice(i, i === places - 1 ? undefined : i + 1).join(' '))
}
