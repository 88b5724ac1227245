/*
 * What somebody may not have meant to write to a reporter. The reporter may be the exploiter, or their phone may be read by one: a name, a
 * registration or words of the inside can harm. It warns and decides nothing: what is right to say, a person knows.
 */

/** `given`: the reporter wrote it themselves. */
export type Warning =
  | { kind: 'staff'; found: string }
  | { kind: 'registration' | 'telephone' | 'email'; found: string; given: boolean }
  | { kind: 'note'; found: string }
  | { kind: 'promise'; found: string }

export type Beside = {
  /** Names of members of the desk. */
  names: readonly string[]
  /** What stands inside. */
  notes: readonly string[]
  /** What the reporter wrote. */
  said: readonly string[]
  /** A day is kept by which they hear again. */
  promised: boolean
}

/** So many words in the same order as in a note are no chance. */
const inARow = 4

export const warningsOf = (text: string, { names, notes, said, promised }: Beside): Warning[] => [
  ...staffIn(text, names),
  ...patterns.flatMap(([kind, pattern]) =>
    unique([...text.matchAll(pattern)].map(([found]) => found.trim())).map(
      (found): Warning => ({ kind, found, given: isGiven(found, said) }),
    ),
  ),
  ...unique(notes.flatMap((note) => shared(text, note, said))).map((found): Warning => ({ kind: 'note', found })),
  ...(promised ? [] : promisesIn(text)),
]

/** Plates since 1963, with or without their space (DVLA INF104, current, prefix and suffix formats). */
const registration = /\b(?:[A-Z]{2}[0-9]{2} ?[A-Z]{3}|[A-Z][0-9]{1,3} ?[A-Z]{3}|[A-Z]{3} ?[0-9]{1,3}[A-Z])\b/gi
const telephone = /(?<![\d])(?:\+44 ?|0)(?:\d[ -]?){8,9}\d\b/g
/** What is before the @ has at most 64 letters (RFC 5321, 4.5.3.1.1): so a text without one is read through once, not from each of its letters. */
const email = /[^\s@<>()]{1,64}@[^\s@<>()]+\.[a-z]{2,}/gi
const patterns = [
  ['registration', registration],
  ['telephone', telephone],
  ['email', email],
] as const

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)]
const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}@+]/gu, '')
const isGiven = (found: string, said: readonly string[]): boolean => said.some((one) => squeezed(one).includes(squeezed(found)))

/** A whole name in whatever letters, or a part of it that begins with a capital: "will" is a word, "Will" may be a colleague. */
const staffIn = (text: string, names: readonly string[]): Warning[] => {
  const words = wordsIn(text)
  const lower = ` ${words.map((word) => word.toLowerCase()).join(' ')} `
  return names.flatMap((name): Warning[] => {
    const parts = wordsIn(name)
    if (parts.length > 1 && lower.includes(` ${parts.map((part) => part.toLowerCase()).join(' ')} `))
      return [{ kind: 'staff', found: name }]
    const part = parts.find((part) => part.length > 2 && words.includes(part))
    return part === undefined ? [] : [{ kind: 'staff', found: name }]
  })
}

const wordsIn = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*/gu) ?? []

/** The longest runs of words that are in both, and that the reporter did not write. */
const shared = (text: string, note: string, said: readonly string[]): string[] => {
  const mine = wordsIn(text)
  const folded = mine.map((word) => word.toLowerCase())
  const inside = ` ${wordsIn(note).join(' ').toLowerCase()} `
  const known = said.map((one) => ` ${wordsIn(one).join(' ').toLowerCase()} `)
  const has = (run: string): boolean => inside.includes(` ${run} `) && !known.some((one) => one.includes(` ${run} `))
  const found: string[] = []
  for (let at = 0; at + inARow <= mine.length; ) {
    let end = at + inARow
    if (!has(folded.slice(at, end).join(' '))) {
      at += 1
      continue
    }
    while (end < mine.length && has(folded.slice(at, end + 1).join(' '))) end += 1
    found.push(mine.slice(at, end).join(' '))
    at = end
  }
  return found
}

/** It says that they will hear again by some time, and no day is kept on which the desk would be reminded. */
const promisesIn = (text: string): Warning[] => {
  const found = /\b(?:we(?:’|'| wi)ll (?:write|reply|answer|tell you|let you know|get back|update)|you will hear)\b[^.?!\n]{0,80}/i.exec(
    text,
  )?.[0]
  return found ? [{ kind: 'promise', found: found.trim() }] : []
}

/** What may tell who is meant, taken out of a text that is printed. */
export const withoutIdentifiers = (text: string, instead: string): string =>
  patterns.reduce((left, [, pattern]) => left.replace(pattern, instead), text)
