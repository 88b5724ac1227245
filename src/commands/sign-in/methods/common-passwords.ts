/**
 * 49,000 passwords that people have used most, from zxcvbn (@zxcvbn-ts/language-common): what has leaked. Of those only 300 have twelve
 * characters, since few of the most used are that long; people lengthen a common one. So what is compared is also the core of a password:
 * without digits and signs at its ends, without repetition, with letters for the digits that stand for them.
 */
let known: Promise<ReadonlySet<string>> | undefined

/** Read when a password is first chosen, 400 KB: most sign-ins never need it. */
const read = async (): Promise<ReadonlySet<string>> => {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common'])
}

const lookAlikes: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

const withLetters = (text: string): string => text.replace(/[@431!0$57]/g, (sign) => lookAlikes[sign] ?? sign)

/** `passwordpassword` is `password` twice. */
const unrepeated = (text: string): string => {
  // The first place where a text stands in itself twice over is the length of what it repeats.
  const unit = (text + text).indexOf(text, 1)
  return text.slice(0, unit)
}

const withoutStart = (text: string): string => text.replace(/^\P{L}+/u, '')

/** The text, and each that is left when digits and signs are cut off its end, one after another: `zaq123` is common, and so is `zaq`. */
const withoutTail = (text: string): string[] => {
  const tail = /\p{L}(\P{L}*)$/u.exec(text)?.[1]?.length ?? 0
  return Array.from({ length: tail + 1 }, (_, cut) => text.slice(0, text.length - cut))
}

const coresOf = (password: string): string[] =>
  [password, unrepeated(password)]
    .flatMap((text) => [text, withoutStart(text)])
    .flatMap(withoutTail)
    .flatMap((text) => [text, unrepeated(text)])
    .flatMap((text) => [text, withLetters(text)])

/** `abcdefghijkl`, `123456789012`, `987654321098`: each a step from the one before, and after 9 comes 0. */
const isRow = (text: string): boolean => {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0)
  const digits = /^\d+$/.test(text)
  const steps = new Set(points.slice(1).map((point, i) => (digits ? (point - (points[i] ?? 0) + 10) % 10 : point - (points[i] ?? 0))))
  const [step] = steps
  return steps.size === 1 && step !== undefined && (digits || Math.abs(step) === 1)
}

/** A password of twelve characters or more that is among the first to be tried. */
export const isCommon = async (password: string): Promise<boolean> => {
  known ??= read()
  const common = await known
  const whole = password.toLowerCase()
  // Twelve characters that repeat four or fewer are no more than those.
  if (unrepeated(whole).length <= 4 || isRow(whole)) return true
  return coresOf(whole).some((core) => core.length >= 4 && common.has(core))
}
