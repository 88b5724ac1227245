import { organisationKey } from './names.ts'

/** One line of a list that a trainer typed: a name, then where they work, what they do as a letter of the sheet, and an email, all but the name optional. */
export type TypedName = { line: number; name: string; organisation: string; letter: string | null; email: string | null }
export type TypedNameFault =
  | { line: number; fault: 'name' | 'long' | 'organisation' | 'email' | 'letter' | 'commas' }
  /** Nobody said where this person works. */
  | { line: number; fault: 'where'; name: string }

const longest = 120

/**
 * `Dee Signpost, Ridgeway District Council, A, dee@example.org`. Without an organisation it is `usual`, and where there is none, that is asked;
 * letters go from A to `last`. What fits no column is a fault of its line: an email or a letter that was mistyped is no part of an organisation's name.
 */
export const readTypedNames = (text: string, usual: string | null, last: string): { names: TypedName[]; faults: TypedNameFault[] } => {
  const names: TypedName[] = []
  const faults: TypedNameFault[] = []
  text.split('\n').forEach((whole, n) => {
    const rest = whole.split(/[,;\t]/).map((part) => part.replace(/\s+/g, ' ').trim())
    if (rest.every((part) => part === '')) return
    const line = n + 1
    const email = take(rest, (part) => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(part) && part.length <= 254)
    const letter = take(rest, (part) => /^[A-Za-z]$/.test(part) && part.toUpperCase() <= last)?.toUpperCase() ?? null
    const [name = '', ...workplace] = rest
    const organisation = workplace.filter(Boolean)[0] ?? usual
    if (rest.some((part) => part.includes('@'))) faults.push({ line, fault: 'email' })
    else if (rest.length > 1 && /^\p{L}$/u.test(rest.at(-1) ?? '')) faults.push({ line, fault: 'letter' })
    else if (workplace.length > 1) faults.push({ line, fault: 'commas' })
    else if (!/\p{L}/u.test(name)) faults.push({ line, fault: 'name' })
    else if ([...name].length > longest) faults.push({ line, fault: 'long' })
    else if (organisation === null) faults.push({ line, fault: 'where', name })
    else if (!organisationKey(organisation) || [...organisation].length > longest) faults.push({ line, fault: 'organisation' })
    else names.push({ line, name, organisation, letter, email })
  })
  return { names, faults }
}

/** Takes the last part away where it is of this kind. Never the first: that is the name. */
const take = (parts: string[], is: (part: string) => boolean): string | null => {
  while (parts.length > 1 && parts.at(-1) === '') parts.pop()
  const last = parts.at(-1) ?? ''
  return parts.length > 1 && is(last) ? (parts.pop() ?? null) : null
}
