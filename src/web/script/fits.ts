/** Letters without accents, marks within words left out: `A&E` is one word, and so is `a.e.`. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f&.'’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Does every word that was typed begin a word of this text? Nothing typed fits all. */
export const fits = (typed: string, text: string): boolean => {
  const words = wordsOf(text)
  return wordsOf(typed).every((part) => words.some((word) => word.startsWith(part)))
}
