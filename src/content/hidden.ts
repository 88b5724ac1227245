import type { Finding } from './finding.ts'
import { lineFinder } from './line-at.ts'
import { lex } from './yaml-faults.ts'

/**
 * What nobody sees in a text, or what each device shows otherwise: control characters, private use, what only directs (Unicode, Bidi_Control) or
 * is ignored when drawn (Default_Ignorable_Code_Point), line separators, and what an object or a letter that was lost has left (U+FFF9 to
 * U+FFFD). It comes with a paste. A number with one inside is found by no check and no search; U+FFFC is our own mark for the hole of a page.
 */
const hidden =
  /[[\p{Cc}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Bidi_Control}\ufff9-\ufffd]--[\t\n]]/v
const each = new RegExp(hidden.source, 'gv')

/** Other ways to write one: an escape of YAML, a character reference of Markdown. */
const written = /\\[xuU0abefvNLPr]|&(?:#|[A-Za-z]+;)/
const escaped = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g
const shortEscapes: Readonly<Record<string, number>> = { 0: 0, a: 7, b: 8, v: 11, f: 12, r: 13, e: 27, N: 0x85, L: 0x2028, P: 0x2029 }
const reference = /&(?:#(\d{1,8})|#[xX]([\da-fA-F]{1,8})|(\w+));/g
/** The names of HTML for what is hidden (html.spec.whatwg.org, "Named character references"). */
const named: Readonly<Record<string, number>> = {
  shy: 0xad,
  ZeroWidthSpace: 0x200b,
  NegativeVeryThinSpace: 0x200b,
  NegativeThinSpace: 0x200b,
  NegativeMediumSpace: 0x200b,
  NegativeThickSpace: 0x200b,
  zwnj: 0x200c,
  zwj: 0x200d,
  lrm: 0x200e,
  rlm: 0x200f,
  NoBreak: 0x2060,
  ApplyFunction: 0x2061,
  af: 0x2061,
  InvisibleTimes: 0x2062,
  it: 0x2062,
  InvisibleComma: 0x2063,
  ic: 0x2063,
}

/** `at`: where in the text. `as`: how it is written, where that is not the character itself. */
type Hidden = { at: number; code: number; as?: string }

/**
 * What is hidden in one text and may not be: all of it but a joiner between letters of the Arabic script, which Persian, Urdu and Arabic need,
 * and isolates (U+2066 to U+2069) that are closed in the same text.
 */
export const hiddenIn = (text: string): Hidden[] => (hidden.test(text) ? [...loose(text), ...unclosed(text)] : [])

/** All but isolates, whose pairs are looked at text by text. */
const loose = (text: string): Hidden[] =>
  [...text.matchAll(each)].flatMap(({ index: at, 0: sign }) => {
    const code = sign.codePointAt(0) ?? 0
    const allowed = isIsolate(code) || (isJoiner(code) && joins(text, at)) || (code === 0xd && text[at + 1] === '\n')
    return allowed ? [] : [{ at, code }]
  })

const isIsolate = (code: number): boolean => code >= 0x2066 && code <= 0x2069
const isJoiner = (code: number): boolean => code === 0x200c || code === 0x200d

/** Letters before it may carry marks. */
const joins = (text: string, at: number): boolean =>
  /(?=\p{L})\p{Script=Arabic}\p{M}*$/u.test(text.slice(Math.max(0, at - 8), at)) &&
  /^(?=\p{L})\p{Script=Arabic}/u.test(text.slice(at + 1, at + 3))

const unclosed = (text: string, from = 0): Hidden[] => {
  const open: Hidden[] = []
  const stray: Hidden[] = []
  for (const { index, 0: sign } of text.matchAll(/[\u2066-\u2069]/g)) {
    const found = { at: from + index, code: sign.charCodeAt(0) }
    if (found.code !== 0x2069) open.push(found)
    else if (!open.pop()) stray.push(found)
  }
  return [...stray, ...open]
}

/** What is hidden in a content file: values, names, comments and text alike, each at its line. Nothing of such a file is read before it is mended. */
export const hiddenFindings = (file: string, text: string): Finding[] => {
  const clean = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text
  const [there, asWritten] = [hidden.test(clean), written.test(clean)]
  if (!there && !asWritten) return []
  const all = [
    ...(there ? loose(clean) : []),
    ...(/[\u2066-\u2069]/.test(clean) ? textsOf(file, clean).flatMap(({ from, to }) => unclosed(clean.slice(from, to), from)) : []),
    ...(asWritten ? [...references(clean), ...yamlOf(file, clean).flatMap(({ from, yaml }) => escapes(yaml, from))] : []),
  ].sort((a, b) => a.at - b.at)
  const told = new Map<string, Finding>()
  const lineOf = lineFinder(clean)
  // Letters are counted on from the one before: a long line may hold thousands.
  let before = { line: -1, at: 0, letters: 0 }
  for (const one of all) {
    const line = lineOf(one.at)
    if (line !== before.line) before = { line, at: clean.lastIndexOf('\n', one.at - 1) + 1, letters: 0 }
    before = { line, at: one.at, letters: before.letters + [...clean.slice(before.at, one.at)].length }
    const key = `${line} ${one.code}`
    if (!told.has(key)) told.set(key, findingOf(file, line + 1, before.letters + 1, one))
  }
  return [...told.values()]
}

const references = (text: string): Hidden[] =>
  [...text.matchAll(reference)].flatMap(({ index: at, 0: as, 1: decimal, 2: hex, 3: name = '' }) => {
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : named[name]
    return code !== undefined && isHidden(code) ? [{ at, code, as }] : []
  })

/** Escapes count in double quotes only: elsewhere a \ is a \. */
const escapes = (yaml: string, from: number): Hidden[] =>
  lex(yaml)
    .filter(({ token, plain }) => !plain && token.startsWith('"'))
    .flatMap(({ offset, token }) =>
      [...token.matchAll(escaped)].flatMap(({ index, 0: as, 1: two, 2: four, 3: eight, 4: letter = '' }) => {
        const digits = two ?? four ?? eight
        const code = digits === undefined ? shortEscapes[letter] : Number.parseInt(digits, 16)
        return code !== undefined && isHidden(code) ? [{ at: from + offset + index, code, as }] : []
      }),
    )

/** Half of a pair is no character either. */
const isHidden = (code: number): boolean =>
  (code >= 0xd800 && code <= 0xdfff) || (code <= 0x10ffff && hidden.test(String.fromCodePoint(code)))

type Span = { from: number; to: number }

/** The YAML of a file: the whole, or the head of a Markdown file. */
const yamlOf = (file: string, text: string): { from: number; yaml: string }[] => {
  if (/\.ya?ml$/.test(file)) return [{ from: 0, yaml: text }]
  const head = /^(?:---|```ya?ml)[ \t]*\r?\n([\s\S]*?)^(?:---|```)[ \t]*(?:\r?\n|$)/m.exec(text)
  return head?.[1] === undefined || !file.endsWith('.md') ? [] : [{ from: head[0].indexOf(head[1]), yaml: head[1] }]
}

/** The texts within which an isolate must be closed: each value of YAML, each paragraph, list entry or heading of Markdown. */
const textsOf = (file: string, text: string): Span[] => {
  const values = yamlOf(file, text).flatMap(({ from, yaml }) =>
    lex(yaml).map(({ offset, token }): Span => ({ from: from + offset, to: from + offset + token.length })),
  )
  const rest = file.endsWith('.md') ? (values.at(-1)?.to ?? 0) : values.length ? text.length : 0
  const ends = [...text.slice(rest).matchAll(/\n[ \t]*\n|\n(?=[ \t]*(?:[-*+#>|]|\d+[.)]) ?)|$/g)].map(
    ({ index, 0: end }) => rest + index + end.length,
  )
  return [...values, ...ends.map((to, i): Span => ({ from: ends[i - 1] ?? rest, to }))]
}

const names: Readonly<Record<number, string>> = {
  0: 'null',
  7: 'bell',
  8: 'backspace',
  13: 'carriage return',
  27: 'escape',
  127: 'delete',
  133: 'next line',
  173: 'soft hyphen',
  1564: 'Arabic letter mark',
  8203: 'zero width space',
  8204: 'zero width non-joiner',
  8205: 'zero width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8232: 'line separator',
  8233: 'paragraph separator',
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8236: 'pop directional formatting',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  8288: 'word joiner',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  8296: 'first strong isolate',
  8297: 'pop directional isolate',
  65279: 'byte order mark',
  65532: 'object replacement character',
  65533: 'replacement character',
}

/** `U+200E (left-to-right mark)` */
export const nameOfHidden = (code: number): string =>
  `U+${code.toString(16).toUpperCase().padStart(4, '0')} (${names[code] ?? kindOf(code)})`

const kindOf = (code: number): string => {
  const sign = String.fromCodePoint(code)
  if (/\p{Co}/u.test(sign)) return 'private use'
  if (/\p{Cc}/u.test(sign)) return 'control character'
  return /[\p{Cs}\p{Noncharacter_Code_Point}]/u.test(sign) ? 'no character' : 'invisible character'
}

const findingOf = (file: string, line: number, column: number, { code, as }: Hidden): Finding => ({
  severity: 'error',
  rule: 'hidden',
  file,
  line,
  found: `${nameOfHidden(code)} is ${as ? `written as ${as}` : 'hidden'} at column ${column}`,
  instead: insteadOf(code, as !== undefined),
})

const insteadOf = (code: number, asWritten: boolean): string => {
  if (isIsolate(code))
    return asWritten
      ? 'Write the character itself, in a pair that is closed, or delete it.'
      : 'Close the pair in the same text (U+2066 to U+2068, then U+2069), or delete it.'
  if (isJoiner(code))
    return `Delete it. It belongs only between letters of Persian, Urdu or Arabic${asWritten ? ', as the character itself' : ''}.`
  if (/\p{Bidi_Control}/u.test(String.fromCodePoint(code)))
    return 'Delete it. If part of the text runs in the other direction, put that part between U+2068 and U+2069.'
  if (code === 0xfffc) return 'Delete it. It was left behind when someone pasted a text with a picture or an object.'
  if (code === 0xfffd) return 'Write the missing letter again. It was lost when the file was read in the wrong encoding.'
  if (/\p{Co}/u.test(String.fromCodePoint(code))) return 'Delete it, or use a character that every device can show.'
  return 'Delete it. Retype the words around it if you cannot see it.'
}
