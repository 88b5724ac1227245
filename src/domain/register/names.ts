import anyAscii from 'any-ascii'

/** Most names: every letter of them is seen, and need not be written in others. */
const ascii = /^[ -~]*$/

/** A name as it was typed, on one line, without marks that nobody sees and that turn the direction of what stands beside it. */
export const plainName = (text: string): string => (ascii.test(text) ? text : seen(text)).replace(/\s+/g, ' ').trim()

const seen = (text: string): string =>
  [...text].filter((letter) => /\s/.test(letter) || !/\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/u.test(letter)).join('')

/** What a mail program or a reader makes a link of: nobody's name, and no organisation's. */
const addressLike = /:\/\/|@|\bwww\.|[\p{L}\p{N}]{2}\.\p{L}{2}/iu
/** Titles that people write a name behind without a space. */
const titles = /\b(?:dr|mrs?|ms|st|revd?|prof)\./giu

/** Anybody may type it, it is printed, and it may be mailed to an address that is not theirs: so it leads nowhere. */
export const holdsAddress = (text: string): boolean => addressLike.test(text.replace(titles, ''))

/** A name as people have them: letters, no number, and no address of a site or a mailbox. */
export const isName = (text: string): boolean => /\p{L}/u.test(text) && !/\p{N}/u.test(text) && !holdsAddress(text)

/** Marks that change how a name is set and not who it names: joiners and directions, tatweel, vowels of Arabic. */
const unseen = /[\p{Cf}\u0640\u064B-\u065F\u0670]/gu

/** As long as the register keeps one: a sign of some scripts is several Latin letters, and 120 of them more than this. */
const longestKey = 200

/**
 * A name as it is compared: in Latin letters, lower case, without marks, its words in the order in which they were written. Two people may have
 * the same: a name alone never joins two. Names in Arabic script keep their consonants alone, so across scripts only an email or a person joins.
 */
export const nameKey = (name: string): string =>
  (ascii.test(name) ? name : anyAscii(name.normalize('NFKC').replace(unseen, '')))
    .toLowerCase()
    .replace(/['’`-]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .slice(0, longestKey)
    .trimEnd()

/** The same for an organisation: also without what only says which form it has in law. */
export const organisationKey = (name: string): string => {
  const key = nameKey(name.replace(/&/g, ' and '))
  const short = key.replace(/ (?:ltd|limited|plc|llp|cic)$/, '')
  return short || key
}

/** An email as it is hashed: letters of one kind; no dot or plus sign is taken away, for they may lead elsewhere. */
export const emailKey = (email: string): string =>
  email
    .normalize('NFKC')
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase()
