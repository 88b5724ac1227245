import type { KnownNumbers } from './training-provider.ts'

/** Why a number is none that a training provider can have as its own. */
export type NumberFault =
  | { code: 'missing' | 'not-number' | 'emergency' | 'emergency-group' | 'charged' }
  /** It belongs to a line of the pack, or is printed for it in error. */
  | { code: 'of-service' | 'wrong'; service: string }

/** Figures in groups, at most 30 signs in all, perhaps with a plus before and an extension after. */
const written = /^(?<main>\+?\(?\d[\d ()-]{0,24}\d)(?: ?,? ?(?:ext\.?|extension|x) ?(?<extension>\d{1,6}))?$/i

/**
 * Numbers that everybody knows: the emergency numbers 999, 112 and 18000 (by text relay), those of three figures for the police,
 * health, power and the rest, and 116 with three more (Ofcom, The National Telephone Numbering Plan, Part A).
 */
const forEverybody = /^(?:999|112|911|100|101|105|111|119|123|155|159|195|147[01]|1571|1800[0-2]|116\d{3})$/
/** Those that ring 999 or 112 at their first three figures, whatever follows, and such numbers in a row. */
const ringsEmergency = /^0?(?:999|112)|^(?:999|112|911|111|101)+$/

/** What a number is, or null where it may be one of their own. */
export const numberFault = (text: string, known: KnownNumbers): NumberFault | null => {
  if (!text) return { code: 'missing' }
  const groups = text.length <= 30 ? written.exec(text)?.groups : undefined
  if (!groups?.main || !balanced(groups.main)) return { code: 'not-number' }
  const { main, extension = '' } = groups
  const digits = homeDigits(main)
  const ways = waysToRing(digits)
  // Of a number abroad the first figures are the country's.
  const at = /^00/.test(digits) && !/^0\D/.test(main) ? [digits] : ways
  if (/^\d{1,2}999$/.test(digits) || at.some((way) => forEverybody.test(way) || ringsEmergency.test(way))) return { code: 'emergency' }
  if (/^(?:9?(?:999|112|911)$|999)/.test(extension)) return { code: 'emergency' }
  const real = plausible(main, digits) && !nonsense.test(digits)
  // On a slide it would be read as the number to call in danger.
  if (standsAlone.test(apart(main))) return { code: real && digits.length > 8 ? 'emergency-group' : 'emergency' }
  const same = known.find((one) => ways.some((way) => isOf(way, one.digits)))
  if (same) return { code: same.wrong ? 'wrong' : 'of-service', service: same.service }
  if (at.some((way) => charged.test(way))) return { code: 'charged' }
  return real ? null : { code: 'not-number' }
}

const standsAlone = /(?<!\d)(?:999|112|911)(?!\d)/

/** Figures that stand one by one are one group. */
const apart = (main: string): string => main.replace(/(?<!\d)\d(?:[ ()-]+\d(?!\d))+/g, (row) => row.replace(/\D/g, ''))

/** One figure alone, or one or two over and over, or a telephone number of two figures. */
const nonsense = /^(\d)\1*$|^(\d\d)\2{2,}$|^(?=\d{9})(\d)\3*(?!\3)(\d)(?:\3|\4)*$/

/** 09 is premium rate, 0871 to 0873 higher rate, 070 for personal numbers, 118 for directory enquiries (the same Plan). +1 900 is premium rate in North America. */
const charged = /^(?:09|087[123]|070|118\d{3}$|001900)/

const balanced = (text: string): boolean => /^[^()]*(?:\([^()]*\)[^()]*)*$/.test(text)

/** Digits as rung from within the country: `+44 (0)1632 960 001`, `+44 00 1632…` and `0044 1632 960 001` are `01632960001`. */
const homeDigits = (main: string): string =>
  main
    .replace(/[^\d+]/g, '')
    .replace(/^\+0*/, '00')
    .replace(/^0{2,}440*/, '0')
    .replace(/^000+/, '0')

/**
 * The number, and what it rings where its first figures only lead out of the house (9 or 0), hide who rings (141, 1470) or ask for
 * text relay (1800x).
 */
const waysToRing = (digits: string): string[] => {
  const ways = new Set([digits])
  for (const way of ways) {
    const rest = /^(?:141|1470|1800[0-2]|9|0(?=0)|0(?=\d{3,8}$))(\d{3,})$/.exec(way)?.[1]
    if (rest) ways.add(rest)
  }
  return [...ways]
}

/** The same number, or its last six figures or more: it is known by them. */
const isOf = (way: string, digits: string): boolean => way === digits || (way.length >= 6 && !way.startsWith('0') && digits.endsWith(way))

/** Ten or eleven figures at home (a nought first), eight to fifteen abroad (ITU-T E.164), three to eight inside an organisation or a town. */
const plausible = (main: string, digits: string): boolean => {
  if (/^00/.test(digits)) return digits.length >= 10 && digits.length <= 17
  if (main.startsWith('+')) return digits.length === 10 || digits.length === 11
  return digits.startsWith('0') ? digits.length === 10 || digits.length === 11 : digits.length >= 3 && digits.length <= 8
}
