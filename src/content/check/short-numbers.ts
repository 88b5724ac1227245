import { digitsOf, type Hit, lastGroup, type Run, type Source } from './digit-runs.ts'
import { isYear } from './not-numbers.ts'
import type { KnownNumber } from './number-fault.ts'

/* Short codes, such as 999: only where someone is told to call. */

const ringing = '(?:ring|call|dial|phone|text|telephone|tel)(?:s|ing|led|ling|ed)?'
/** `ring 999 or `, `call 101, `: the telling carries over to the next number. */
const told = '(?:\\d[\\d ]*(?:,| or| and|, or)[ \\n]+)*'
const direct = new RegExp(`\\b${ringing}\\b[ \\n:]*(?:(?:on|the number|number|us on|them on|free on)[ \\n]+)?${told}$`, 'i')
const indirect = new RegExp(`\\b${ringing}\\b[^.;!?\\ue000]{0,60}?\\b(?:on|via|to)(?: the)?(?: number)?[ \\n]+$`, 'i')
/** What may follow a number that is to be called; anything else is what the number counts. */
const goesOn =
  /^(?:[.,;:!?)"'\u201d\u2019\]]|$|\n|\ue000| ?-|(?: \(?(?:in|for|if|and|or|to|from|at|on|now|first|when|free|by|but|then|before|instead|with|without|unless|as|any|day|at once|straight|immediately|is|right|today|tonight|anywhere|where|who|via)\b))/i

/** A short code that begins at a group of digits; null where none does. */
export const shortNumber = (run: Run, from: number, text: string, numbers: readonly KnownNumber[], source: Source): Hit | null => {
  const { groups, gaps } = run
  const first = groups[from]
  if (!first || (from > 0 && !/^[ \n]/.test(gaps[from - 1] ?? ''))) return null
  const written = (to: number) => source(first.from, groups[to]?.to ?? first.to).replace(/[^\p{Nd}]+$/u, '')
  const exact = lastGroup(run, from, (i) => numbers.some((n) => n.use === 'active' && n.display === written(i)))
  if (exact >= 0) return { to: exact, fault: null }
  const before = text.slice(Math.max(0, first.from - 80), first.from)
  const told = direct.test(before) ? 'direct' : indirect.test(before) ? 'indirect' : null
  const to = lastGroup(run, from, (i) => numbers.some((n) => n.digits === digitsOf(run, from, i)))
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
