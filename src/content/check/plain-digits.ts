/**
 * A text as a person reads numbers in it: every kind of digit, space, hyphen and dot as its plain sign, marks that do
 * not show left out. `at` leads from each plain letter back to its place in the text.
 */
export type Plain = { text: string; at: number[] }

const entities: Record<string, string> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwj: '',
  zwnj: '',
  ndash: '-',
  mdash: '-',
  minus: '-',
  plus: '+',
}
const token = /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]+));|<\/?[a-z][\w-]*>|[\s\S]/giu
/** Signs that are plain as they stand, and begin nothing. */
const plainAlready = /^[\n !"#$%'()+,\-./\d:;=>?@A-Z[\]^a-z{|}]*$/

export const plain = (text: string): Plain => {
  if (plainAlready.test(text)) return { text, at: Array.from(text, (_, i) => i) }
  const letters: string[] = []
  const at: number[] = []
  for (const match of text.matchAll(token)) {
    const [whole, decimal, hex, name] = match
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null
    const letter = code !== null && code <= 0x10ffff ? String.fromCodePoint(code) : name ? (entities[name.toLowerCase()] ?? whole) : whole
    // Marks of a link or of bold type (<a>, </b>) stand between letters that the reader sees side by side.
    for (const sign of letter.startsWith('<') && letter.length > 1 ? '' : letter) {
      const plainSign = met.get(sign) ?? signOf(sign)
      met.set(sign, plainSign)
      if (!plainSign) continue
      letters.push(plainSign)
      for (let i = 0; i < plainSign.length; i++) at.push(match.index)
    }
  }
  return { text: letters.join(''), at }
}

/** Signs met before: a few hundred make up every text. */
const met = new Map<string, string>()

const signOf = (sign: string): string => {
  if (sign === '\n') return '\n'
  if (/[*_`~\\\r\p{Cf}]/u.test(sign) || sign === '\u034f') return ''
  if (/[\s\p{Zs}\u2800]/u.test(sign)) return ' '
  if (/\p{Nd}/u.test(sign)) return digitOf(sign)
  if (/[\p{Pd}\u2212\u2043\u02d7]/u.test(sign)) return '-'
  if (/[.\u00b7\u2022\u2024\u2027\u22c5\u30fb\uff0e\u3002]/.test(sign)) return '.'
  if (/[/\u2044\u2215\uff0f]/.test(sign)) return '/'
  if (sign === '\uff08') return '('
  if (sign === '\uff09') return ')'
  if (sign === '\uff0b') return '+'
  return sign.length === 1 ? sign : 'x'
}

/** Decimal digits stand in runs of ten, 0 first (Unicode, chapter 4.6), and some runs follow one another at once. */
const digitOf = (sign: string): string => {
  const code = sign.codePointAt(0) ?? 48
  if (code >= 48 && code <= 57) return sign
  let first = code
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
  return String((code - first) % 10)
}
