import { distance } from '../nearest.ts'
import { digitsOf, type Hit, lastGroup, type Run, type Source } from './digit-runs.ts'
import { counted, isClock, isYear } from './not-numbers.ts'
import type { KnownNumber } from './number-fault.ts'

/** `+44 (0)8000 121 700` and `0044 8000 121 700` as `08000121700`. */
export const nationalForm = (digits: string, plus: boolean): string => {
  const abroad = digits.startsWith('0044')
    ? digits.slice(4)
    : digits.startsWith('44') && (plus || digits.length >= 11)
      ? digits.slice(2)
      : null
  return abroad === null ? digits : `0${abroad.replace(/^0/, '')}`
}

/** A number of national form that begins at a group of digits; null where none does. */
export const longNumber = (run: Run, from: number, text: string, numbers: readonly KnownNumber[], source: Source): Hit | null => {
  const { groups, gaps } = run
  const first = groups[from]
  if (!first) return null
  const plus = run.plus && from === 0
  const freeStart = from === 0 || /^[ \n]/.test(gaps[from - 1] ?? '')
  const same = (to: number) => numbers.filter((n) => n.digits === nationalForm(digitsOf(run, from, to), plus))
  let to = lastGroup(run, from, (i) => same(i).length > 0)
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
  const near = (reach: number) =>
    numbers.some((n) => Math.abs(n.digits.length - digits.length) <= reach && distance(n.digits, digits) <= reach)
  const fault = { to: end, fault: { kind: 'unknown' as const, digits, known: null } }
  // The first 0 left out, or one digit of it another.
  const lost = lastGroup(run, from, (i) => numbers.some((n) => n.digits === `0${digitsOf(run, from, i)}`))
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
