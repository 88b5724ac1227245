import { distance } from '../nearest.ts'
import { plain } from './plain-digits.ts'

/** A telephone number that a pack knows. */
export type KnownNumber = {
  /** As a keypad needs it: national form (`08000121700`) or a short code (`999`). */
  digits: string
  /** As it must be written; for one that must not be written, as it was printed. */
  display: string
  service: string
  use: 'active' | 'retired' | 'wrong'
}

/** A number in a text that may not stand there so. `index` and `text` are those of the text as it was given. */
export type NumberFault = {
  index: number
  text: string
  /** grouped: the right digits, written otherwise. wrong, retired: listed as such. unknown: of no service. */
  kind: 'grouped' | 'wrong' | 'retired' | 'unknown'
  /** National form, digits only. */
  digits: string
  known: KnownNumber | null
}

/** Pieces of digits that stand side by side, with what parts them. */
type Run = { groups: { digits: string; from: number; to: number }[]; gaps: string[]; plus: boolean }

/** Finds every number of a text that is no number of the pack, or is not written as the pack writes it. */
export const numberFaults = (text: string, numbers: readonly KnownNumber[]): NumberFault[] => {
  if (!/\p{Nd}/u.test(text)) return []
  const { text: clean, at } = plain(text)
  const open = hide(clean)
  const long = numbers.filter((n) => n.digits.startsWith('0'))
  const short = numbers.filter((n) => !n.digits.startsWith('0'))
  const source = (from: number, to: number) => text.slice(at[from], to < at.length ? at[to] : text.length)
  const faults: NumberFault[] = []
  for (const run of runsOf(open)) {
    let i = 0
    while (i < run.groups.length) {
      const hit = longNumber(run, i, open, long, source) ?? shortNumber(run, i, open, short, source)
      const [first, last] = [run.groups[i], hit && run.groups[hit.to]]
      if (hit?.fault && first && last) {
        const from = first.from - (i === 0 && open[first.from - 1] === '+' ? 1 : 0)
        // What parts the last digit from the next letter (a mark of bold type) does not belong to the number.
        const shown = source(from, last.to).replace(/[^\p{Nd}]+$/u, '')
        faults.push({ index: at[from] ?? 0, text: shown, ...hit.fault })
      }
      i = hit ? hit.to + 1 : i + 1
    }
  }
  return faults
}

// ------------------------------------------------------------------ what is not a number to ring

const year = '(?:19|20)\\d\\d'
/** `30/07/2019`, `30.07.2019-02.08.2019`: no digit stands beside it, or the date could be a piece of a number. */
const dates = (parting: string, years: string): RegExp => {
  const date = (n: number) => `(?:0?[1-9]|[12]\\d|3[01])(${parting})(?:0?[1-9]|1[0-2])\\${n}${years}`
  return new RegExp(`(?<!\\d|\\d ?[-./ ] ?)${date(1)}(?: ?- ?${date(2)})?(?!\\d| ?[-./ ] ?\\d)`, 'g')
}

const hidden = [
  /\{[a-z][\w-]*(?::[a-z0-9-]+)?\}/gi,
  // Addresses, but those that ring. The target of a link ends with its bracket.
  /\b(?:https?|ftp):\/\/[^\s<>"')\]]+/gi,
  /\bwww\.[^\s<>"')\]]+/gi,
  /\]\((?!\s*(?:tel|sms|callto):)[^)\s]*\)/gi,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /\b(?:[a-z0-9-]+\.)+(?:uk|com|org|net|info|eu|io|global|gov|example)\b(?:\/[^\s<>"')\]]*)?/gi,
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
const hide = (text: string): string => hidden.reduce((left, pattern) => left.replace(pattern, (whole) => blot.repeat(whole.length)), text)

const isYear = (digits: string): boolean => new RegExp(`^${year}$`).test(digits)
const isClock = (digits: string): boolean => /^(?:[01]\d|2[0-3])[0-5][05]$|^2400$/.test(digits)

/** Words after which a group of digits counts something and rings nobody. */
const counted =
  /^(?:[%:°]|[a-z]| ?-? ?(?:am|pm|hours?|hrs?|minutes?|mins?|seconds?|days?|weeks?|months?|years?|times?|people|persons?|adults?|children|calls?|texts?|languages?|pages?|places?|pounds?|pence|percent|per|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\b)/i

// ------------------------------------------------------------------ numbers of national form

type Hit = { to: number; fault: Omit<NumberFault, 'index' | 'text'> | null }
type Source = (from: number, to: number) => string

/** Digits of a part of a run. Past twenty groups nothing is a number any more: it stays so short that a long run costs no more than its length. */
const digitsOf = (run: Run, from: number, to: number): string =>
  to - from > 20
    ? ''
    : run.groups
        .slice(from, to + 1)
        .map((g) => g.digits)
        .join('')

/** `+44 (0)8000 121 700` and `0044 8000 121 700` as `08000121700`. */
export const nationalForm = (digits: string, plus: boolean): string => {
  const abroad = digits.startsWith('0044')
    ? digits.slice(4)
    : digits.startsWith('44') && (plus || digits.length >= 11)
      ? digits.slice(2)
      : null
  return abroad === null ? digits : `0${abroad.replace(/^0/, '')}`
}

const longNumber = (run: Run, from: number, text: string, numbers: readonly KnownNumber[], source: Source): Hit | null => {
  const { groups, gaps } = run
  const first = groups[from]
  if (!first) return null
  const plus = run.plus && from === 0
  const freeStart = from === 0 || /^[ \n]/.test(gaps[from - 1] ?? '')
  const same = (to: number) => numbers.filter((n) => n.digits === nationalForm(digitsOf(run, from, to), plus))
  let to = groups.findLastIndex((_, i) => i >= from && same(i).length > 0)
  if (to >= 0 && joins(run, to, text)) to = -1
  if (to >= 0) {
    const [known] = same(to).sort((a, b) => rank(a) - rank(b))
    const last = groups[to]
    if (!known || !last) return null
    const written = source(first.from, last.to).replace(/[^\p{Nd}]+$/u, '')
    const right = !plus && same(to).some((n) => n.use === 'active' && n.display === written)
    const kind = known.use === 'active' ? 'grouped' : known.use
    return { to, fault: right ? null : { kind, digits: known.digits, known } }
  }
  if (!freeStart) return null
  const end = endOf(run, from, text)
  const digits = nationalForm(digitsOf(run, from, end), plus)
  const near = (reach: number) => numbers.some((n) => distance(n.digits, digits) <= reach)
  const fault = { to: end, fault: { kind: 'unknown' as const, digits, known: null } }
  // The first 0 left out, or one digit of it another.
  const lost = groups.findLastIndex((_, i) => i >= from && numbers.some((n) => n.digits === `0${digitsOf(run, from, i)}`))
  if (lost >= 0 && !joins(run, lost, text)) {
    const [known] = numbers.filter((n) => n.digits === `0${digitsOf(run, from, lost)}`).sort((a, b) => rank(a) - rank(b))
    return {
      to: lost,
      fault: {
        kind: known?.use === 'active' ? 'unknown' : (known?.use ?? 'unknown'),
        digits: digitsOf(run, from, lost),
        known: known ?? null,
      },
    }
  }
  if (!digits.startsWith('0') && !plus) return digits.length >= 8 && near(1) ? fault : null
  if (digits.length < 7 || isDecimal(run, from, end)) return null
  if (digits.length >= 9 && (plus || !isClockRange(run, from, end))) return fault
  if (near(1) && !isClockRange(run, from, end)) return fault
  const looks = /^0[123789]/.test(digits) && first.digits.length >= 3 && !isClockRange(run, from, end)
  return looks && !namedOtherwise.test(text.slice(Math.max(0, first.from - 40), first.from)) ? fault : null
}

const rank = (n: KnownNumber): number => ['active', 'wrong', 'retired'].indexOf(n.use)

/** Does the group after `to` belong to the number too, so that it has digits too many? */
const joins = (run: Run, to: number, text: string): boolean => {
  const [next, gap] = [run.groups[to + 1], run.gaps[to]]
  if (!next || gap === undefined || !/^(?: | ?- ?|\.)$/.test(gap)) return false
  return (
    next.digits.length <= 4 &&
    !isYear(next.digits) &&
    !/^0\d{3}/.test(next.digits) &&
    !counted.test(text.slice(next.to)) &&
    run.gaps[to + 1] === undefined
  )
}

/** How far a number that the pack does not know goes: to 12 digits, but not into a year, a count or the next number. */
const endOf = (run: Run, from: number, text: string): number => {
  const most = run.plus && from === 0 ? 15 : digitsOf(run, from, from).startsWith('00') ? 16 : 12
  let to = from
  let length = run.groups[from]?.digits.length ?? 0
  for (let i = from + 1; i < run.groups.length; i++) {
    const group = run.groups[i]
    if (!group || /\($/.test(run.gaps[i - 1] ?? '')) break
    length += group.digits.length
    const whole = length - group.digits.length >= 9
    if (
      length > most ||
      (whole &&
        (isYear(group.digits) ||
          (run.gaps[i - 1] ?? '').includes('\n') ||
          counted.test(text.slice(group.to)) ||
          /^0\d{3}/.test(group.digits)))
    )
      break
    to = i
  }
  return to
}

const isDecimal = (run: Run, from: number, to: number): boolean =>
  run.groups[from]?.digits === '0' && to === from + 1 && run.gaps[from] === '.'

/** `0800-2000`: from eight in the morning to eight at night. */
const isClockRange = (run: Run, from: number, to: number): boolean =>
  to === from + 1 && /-/.test(run.gaps[from] ?? '') && run.groups.slice(from, to + 1).every((g) => isClock(g.digits))

const namedOtherwise =
  /\b(?:company|charity|regist\w+|reference|ref|case|account|article|crime|order|sort|news|version|serial|invoice)\b[^.\d]{0,20}$/i

// ------------------------------------------------------------------ short codes: only where somebody is told to ring

const ringing = '(?:ring|call|dial|phone|text|telephone|tel)(?:s|ing|led|ling|ed)?'
/** `ring 999 or `, `call 101, `: the telling carries over to the next number. */
const told = '(?:\\d[\\d ]*(?:,| or| and|, or)[ \\n]+)*'
const direct = new RegExp(`\\b${ringing}\\b[ \\n:]*(?:(?:on|the number|number|us on|them on|free on)[ \\n]+)?${told}$`, 'i')
const indirect = new RegExp(`\\b${ringing}\\b[^.;!?\\ue000]{0,60}?\\b(?:on|via|to)(?: the)?(?: number)?[ \\n]+$`, 'i')
/** What may follow a number that is to be rung; anything else is what the number counts. */
const goesOn =
  /^(?:[.,;:!?)"'\u201d\u2019\]]|$|\n|\ue000| ?-|(?: \(?(?:in|for|if|and|or|to|from|at|on|now|first|when|free|by|but|then|before|instead|with|without|unless|as|any|day|at once|straight|immediately|is|right|today|tonight|anywhere|where|who|via)\b))/i

const shortNumber = (run: Run, from: number, text: string, numbers: readonly KnownNumber[], source: Source): Hit | null => {
  const { groups, gaps } = run
  const first = groups[from]
  if (!first || (from > 0 && !/^[ \n]/.test(gaps[from - 1] ?? ''))) return null
  const written = (to: number) => source(first.from, groups[to]?.to ?? first.to).replace(/[^\p{Nd}]+$/u, '')
  const exact = groups.findLastIndex((_, i) => i >= from && numbers.some((n) => n.use === 'active' && n.display === written(i)))
  if (exact >= 0) return { to: exact, fault: null }
  const before = text.slice(Math.max(0, first.from - 80), first.from)
  const told = direct.test(before) ? 'direct' : indirect.test(before) ? 'indirect' : null
  const to = groups.findLastIndex((_, i) => i >= from && numbers.some((n) => n.digits === digitsOf(run, from, i)))
  if (to >= 0 && (told || digitsOf(run, from, to).length >= 8)) {
    const known = numbers.find((n) => n.digits === digitsOf(run, from, to)) ?? null
    return { to, fault: { kind: known?.use === 'active' ? 'grouped' : (known?.use ?? 'unknown'), digits: digitsOf(run, from, to), known } }
  }
  if (!told) return null
  const second = groups[from + 1]
  const end = second && gaps[from] === ' ' && first.digits.length === 3 && second.digits.length === 3 ? from + 1 : from
  const digits = digitsOf(run, from, end)
  const least = told === 'direct' && /^9+$/.test(digits) ? 2 : 3
  if (digits.length < least || digits.length > 6 || isYear(digits)) return null
  const last = groups[end]
  const after = text.slice(last?.to)
  return last && gaps[end] === undefined && goesOn.test(after) && !/^ to \d/.test(after)
    ? { to: end, fault: { kind: 'unknown', digits, known: null } }
    : null
}

// ------------------------------------------------------------------ pieces

/** One space, hyphen, dot or slash, or a few; a bracket; the end of a line within a paragraph. A full stop and a space end a sentence. */
const gap = '(?: {0,2}[-/] ?|\\.(?=[\\d(])| {1,3}|\\) ?[-./]? ?| ?\\((?=\\d)| ?\\(0\\) ?(?=\\d)| *\\n[ >]*(?=[\\d(]))'
const runPattern = new RegExp(`\\d+(?:${gap}\\d+)*`, 'g')

const runsOf = (text: string): Run[] =>
  [...text.matchAll(runPattern)].map((match) => {
    const groups: Run['groups'] = []
    const gaps: string[] = []
    let end: number | null = null
    for (const piece of match[0].matchAll(/\d+/g)) {
      const from = match.index + piece.index
      if (end !== null) gaps.push(text.slice(end, from))
      end = from + piece[0].length
      groups.push({ digits: piece[0], from, to: end })
    }
    return { groups, gaps, plus: text[match.index - 1] === '+' }
  })
