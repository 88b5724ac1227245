import { nationalForm } from './long-numbers.ts'
import type { KnownNumber } from './number-fault.ts'
import { numberFaults } from './numbers.ts'
import { plain } from './plain-digits.ts'

/** A way to reach someone as it is compared: however it is written, the same one has the same key. */
export type ContactKey = {
  kind: 'phone' | 'email' | 'url' | 'account' | 'postcode'
  key: string
  /** Of an address of a page, what follows the question mark: two forms on one page of one firm differ in nothing else. */
  query: string
  /** As it was written. */
  shown: string
  /** Where it stands in the text. */
  index: number
}

const endings = 'uk|com|org|net|info|eu|io|global|gov|example|co|wales|cymru|scot|london|me|app|site|link'
/** With or without `https:`; a name without it needs an ending that names of sites have. */
const addresses = new RegExp(
  `(?:https?:\\/\\/[^\\s<>"'\`)\\]}/?#]+|(?<![\\w@.-])(?:[a-z0-9-]+\\.)+(?:${endings})\\b(?!@))(?:[/?#][^\\s<>"'\`)\\]}]*)?`,
  'giu',
)
const emails = /(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/giu
const accounts = /(?<![\w@./])@[a-z0-9_]{3,30}\b/giu
/** Outward and inward code of a British postcode, which "M25 1st" is not. */
const postcodes = /(?<![\w#-])[a-z]{1,2}\d[a-z\d]? ?(?!\d(?:st|nd|rd|th))\d[a-z]{2}(?![\w-])/giu

/** Every way to reach someone in a text. `numbers`: telephone numbers to look for besides those that look like one, in national form. */
export const contactKeys = (text: string, numbers: readonly string[]): ContactKey[] => {
  const { text: clean, at } = lettersOf(text)
  let open = clean
  const take = (pattern: RegExp, kind: ContactKey['kind'], keyOf: (found: string) => { key: string; query: string } | null) =>
    [...open.matchAll(pattern)].flatMap(({ 0: found, index }): ContactKey[] => {
      const key = keyOf(found)
      if (!key) return []
      open = open.slice(0, index) + ' '.repeat(found.length) + open.slice(index + found.length)
      return [{ kind, ...key, shown: found.replace(/(?<![.,;:!?'’])[.,;:!?'’]+$/, ''), index: at(index) }]
    })
  // To look closely takes time, and most texts name nothing of the kind.
  if (!/[@\p{Nd}]|\p{L}\.\p{L}/u.test(clean)) return []
  const simple = (key: string) => ({ key, query: '' })
  return [
    ...take(emails, 'email', (found) => simple(emailKey(found))),
    ...take(addresses, 'url', urlKey),
    ...take(accounts, 'account', (found) => simple(found.toLowerCase())),
    ...take(postcodes, 'postcode', (found) => simple(found.replace(/ /g, '').toUpperCase())),
    ...phoneKeys(text, numbers),
  ]
}

/** Letters as they are compared: of full width or bold as plain, marks that do not show left out; and where each stands in the text. */
const lettersOf = (text: string): { text: string; at: (index: number) => number } => {
  // Most texts are plain already.
  if (/^[\n\x20-\x7e’“”–]*$/.test(text)) return { text, at: (index) => index }
  const letters: string[] = []
  const from: number[] = []
  let index = 0
  for (const letter of text) {
    const same = /\p{Cf}/u.test(letter) ? '' : letter.normalize('NFKC')
    letters.push(same)
    for (let i = 0; i < same.length; i++) from.push(index)
    index += letter.length
  }
  return { text: letters.join(''), at: (letter) => from[letter] ?? 0 }
}

/** `Jo.Bloggs+help@Kent.example` as `jo.bloggs@kent.example`. */
const emailKey = (found: string): string =>
  found
    .toLowerCase()
    .replace(/^[.'+-]+/, '')
    .replace(/\+[^@]{0,300}@/, '@')

/** What only counts visitors. */
const counting = /^(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|ref|src)$/i

/** `HTTP://www.Kent.example/Help/?utm_source=x#top` as `kent.example/help`. Null where it is no address. */
const urlKey = (found: string): { key: string; query: string } | null => {
  const whole = found.replace(/(?<![.,;:!?'’])[.,;:!?'’]+$/, '')
  const href = /^https?:/i.test(whole) ? whole : `https://${whole}`
  if (!URL.canParse(href)) return null
  const { hostname, pathname, searchParams } = new URL(href)
  const host = hostname
    .replace(/\.$/, '')
    .replace(/^(?:www\d?|m)\./, '')
    // One network under two names.
    .replace(/^twitter\.com$/, 'x.com')
  const path = decoded(pathname)
    .toLowerCase()
    .replace(/\/{2,}/g, '/')
    .replace(/\/(?:(?:index|default|home)\.\w+)?$/, '')
  const query = [...searchParams]
    .filter(([name]) => !counting.test(name))
    .map(([name, value]) => `${name}=${value}`.toLowerCase())
    .sort()
    .join('&')
  return { key: `${host}${path}`, query }
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const phoneKeys = (text: string, numbers: readonly string[]): ContactKey[] => {
  if (text.replace(/\P{Nd}/gu, '').length < 3) return []
  // No number is printed as nothing: so each is told of, however it is written.
  const known = numbers.map((digits): KnownNumber => ({ digits, display: '', service: '', use: 'active' }))
  return numberFaults(text, known).flatMap(({ index, text: shown, digits, known: same }): ContactKey[] => {
    const key = same?.digits ?? digits
    return [{ kind: 'phone', key, query: '', shown, index }]
  })
}

/** The value of a field that holds a number and nothing else, such as `dial`. */
export const numberKey = (value: string): string => {
  const { text } = plain(value)
  return nationalForm(text.replace(/\D/g, ''), text.trim().startsWith('+'))
}
