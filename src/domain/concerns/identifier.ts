/** What can be looked for in other concerns by itself: never a person's name. */
export const identifierKinds = ['vehicle', 'phone', 'email', 'address'] as const
export type IdentifierKind = (typeof identifierKinds)[number]

/**
 * The one way to write something down that people write in many ways, so that the same is found again; null where it is none. It is made into
 * a keyed token and thrown away: what is shown is what was typed.
 */
export const normalise = (kind: IdentifierKind, typed: string): string | null => normalisers[kind](typed.normalize('NFKC').trim())

/** Letters and digits that look alike on a plate are one: people read O for 0 and I for 1. Two real plates seldom differ in no more than that. */
const vehicle = (typed: string): string | null => {
  const plate = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replaceAll('O', '0')
    .replaceAll('I', '1')
  return plate.length >= 2 && plate.length <= 10 ? plate : null
}

/** E.164 for numbers of this country however they are written, and for others with their `+`. What lacks its beginning stays as it is. */
const phone = (typed: string): string | null => {
  if (/[^\d\s+().\-/\u2010-\u2015]/.test(typed)) return null
  const digits = typed.replace(/\(0\)/g, '').replace(/\D/g, '')
  const international = /^\(?\s*\+/.test(typed) ? digits : digits.startsWith('00') ? digits.slice(2) : null
  const home = (rest: string): string => `+44${rest.replace(/^0/, '')}`
  if (digits.length < 6 || digits.length > 17) return null
  if (international !== null) return international.startsWith('44') ? home(international.slice(2)) : `+${international}`
  if (digits.startsWith('0')) return home(digits)
  // As it is saved on a phone without its `+`, or typed without its first 0.
  if (/^44\d{10}$/.test(digits)) return home(digits.slice(2))
  return /^7\d{9}$/.test(digits) ? home(digits) : digits
}

const email = (typed: string): string | null => {
  const plain = typed.toLowerCase()
  return plain.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(plain) ? plain : null
}

/** A postcode of the United Kingdom, with or without its space, at the end of a word. */
const postcode = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/

/** Streets are called by their type, and people cut it short. */
const short: Readonly<Record<string, string>> = {
  ST: 'STREET',
  RD: 'ROAD',
  AVE: 'AVENUE',
  AV: 'AVENUE',
  LN: 'LANE',
  DR: 'DRIVE',
  CL: 'CLOSE',
}

/** Postcode and house, where there is a postcode: it says the street. Else all its words. */
const address = (typed: string): string | null => {
  const plain = typed.toUpperCase()
  const [found, outward, inward] = postcode.exec(plain) ?? []
  const words = wordsOf(found ? plain.replace(found, ' ') : plain)
  if (!found) return words.length ? words.map((word) => short[word] ?? word).join(' ') : null
  const numbers = words.filter((word) => /^\d+[A-Z]?$/.test(word)).sort()
  const name = wordsOf(plain.replace(found, ' ').split(/[,\n]/)[0] ?? '')
  return [`${outward} ${inward}`, ...(numbers.length ? numbers : name)].join(' ')
}

const wordsOf = (text: string): string[] => text.replace(/['’]/g, '').match(/[\p{L}\p{N}]+/gu) ?? []

const normalisers: Readonly<Record<IdentifierKind, (typed: string) => string | null>> = { vehicle, phone, email, address }
