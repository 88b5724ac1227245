/** Letters that Unicode does not take apart into a base and a mark. */
const bases: Readonly<Record<string, string>> = { đ: 'd', ł: 'l', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' }

/**
 * Marks that writers leave out: accents (Latin, Greek, Cyrillic), the vowel signs of Arabic. Not those of other scripts, where a mark
 * can be half of the word.
 */
const marks = /[\u0300-\u036f\u064b-\u065f\u0670]/g

/** A word as it is compared: lower case, without accents and apostrophes; "Ajutór" and "ajutor", "can’t" and "cant" are one. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(/['’ʼ`´]/g, '')
    .replace(/[đłøßæœı]/g, (letter) => bases[letter] ?? letter)

/** Scripts that put no space between words. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** A word longer than this is none, and no word of the content is so long. */
const longest = 40

let segmenter: Intl.Segmenter | undefined

const segmented = (text: string): string[] => {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
  return [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []))
}

/** The words of a text, folded, in order. Only where a script has no spaces is the (slow) word breaker asked. */
export const termsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .flatMap((run) => (spaceless.test(run) ? segmented(run) : run))
    .flatMap((term) => (term ? term.slice(0, longest) : []))

/** The same but for one slip of the finger: a letter too many, too few, another, or two the wrong way round. */
export const isOneSlip = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false
  let same = 0
  while (same < a.length && a[same] === b[same]) same += 1
  const [x, y] = [a.slice(same), b.slice(same)]
  const swapped = x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2)
  return x === y || swapped || x.slice(1) === y || x === y.slice(1) || x.slice(1) === y.slice(1)
}

/** A term with each two neighbours changed about: `hotle` gives `hotel` among others. */
export const swaps = (term: string): string[] =>
  Array.from({ length: Math.max(0, term.length - 1) }, (_, i) => term.slice(0, i) + term[i + 1] + term[i] + term.slice(i + 2))
