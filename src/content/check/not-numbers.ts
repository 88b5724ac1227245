/* Digits that are no telephone number: dates, addresses, sums, references, counts. */

const year = '(?:19|20)\\d\\d'
/** `30/07/2019`, `30.07.2019-02.08.2019`: no digit stands beside it, or the date could be a piece of a number. */
const dates = (parting: string, years: string): RegExp => {
  const date = (n: number) => `(?:0?[1-9]|[12]\\d|3[01])(${parting})(?:0?[1-9]|1[0-2])\\${n}${years}`
  return new RegExp(`(?<!\\d|\\d ?[-./ ] ?)${date(1)}(?: ?- ?${date(2)})?(?!\\d| ?[-./ ] ?\\d)`, 'g')
}

/* Lengths are bounded (a label of a name: 63 signs, what stands before @: 64; RFC 1035, 5321): a text of a million `a.` is else read from each of them to its end. */
const hidden = [
  /\{[a-z][\w-]*(?::[a-z0-9-]+)?\}/gi,
  // Addresses, but those that ring. The target of a link ends with its bracket.
  /\b(?:https?|ftp):\/\/[^\s<>"')\]]+/gi,
  /\bwww\.[^\s<>"')\]]+/gi,
  /\]\((?!\s*(?:tel|sms|callto):)[^)\s]{0,500}\)/gi,
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}/g,
  /\b(?:[a-z0-9-]{1,63}\.){1,10}(?:uk|com|org|net|info|eu|io|global|gov|example)\b(?:\/[^\s<>"')\]]*)?/gi,
  /#[0-9a-f]{3,8}\b/gi,
  new RegExp(
    `(?<!\\d)${year}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?:T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?(?!\\d|-\\d{1,3}(?!\\d))`,
    'g',
  ),
  /(?<![\d.:])\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g,
  /(?<![\d.])\d{1,2}\.\d{2} ?(?:am|pm)\b/gi,
  dates('[-./ ]', year),
  dates('[-./]', '\\d\\d'),
  /[£$€] ?\d[\d,.]*/g,
  /(?<![A-Za-z0-9])[A-Z]{1,3}\d{5,10}(?![A-Za-z0-9])/g,
  new RegExp(`\\bS\\.?I\\.? ?${year}/\\d+`, 'g'),
]

/** A sign that no text holds (private use). */
const blot = '\ue000'

/** The text with everything that holds digits and is no telephone number blotted out, letter for letter. */
export const hide = (text: string): string =>
  hidden.reduce((left, pattern) => left.replace(pattern, (whole) => blot.repeat(whole.length)), text)

export const isYear = (digits: string): boolean => new RegExp(`^${year}$`).test(digits)
export const isClock = (digits: string): boolean => /^(?:[01]\d|2[0-3])[0-5][05]$|^2400$/.test(digits)

/** Words after which a group of digits counts something and rings nobody. */
export const counted =
  /^(?:[%:°]|[a-z]| ?-? ?(?:am|pm|hours?|hrs?|minutes?|mins?|seconds?|days?|weeks?|months?|years?|times?|people|persons?|adults?|children|calls?|texts?|languages?|pages?|places?|pounds?|pence|percent|per|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\b)/i
