import { type Cost, hashTyped, passwordCost, type Stretch, verifyTyped } from '../../../store/crypto/argon2.ts'
import { isCommon } from './common-passwords.ts'

/**
 * NIST SP 800-63B-4 section 3.1.1 and OWASP ASVS 5.0, 6.2: length, and not what is tried first; no rules about which characters. Twelve,
 * since it is only asked for beside an authenticator app.
 */
export type PasswordFault = 'password-short' | 'password-long' | 'password-common' | 'password-personal'

const least = 12
const most = 128

/** Who chooses it: name, e-mail, names of the partnership and the organisation. */
export type PasswordContext = readonly string[]

/** The same letters typed on another machine are the same bytes (section 3.1.1.2); nothing else is changed, and nothing cut off (ASVS 6.2.8). */
const normalise = (password: string): string => password.normalize('NFKC')

export const passwordFault = async (typed: string, context: PasswordContext): Promise<PasswordFault | null> => {
  // Before anything is done with it: four times as long is too long in every script.
  if (typed.length > most * 4) return 'password-long'
  const password = normalise(typed)
  const characters = [...password].length
  if (characters < least) return 'password-short'
  if (characters > most) return 'password-long'
  if (isPersonal(password, context)) return 'password-personal'
  return (await isCommon(password)) ? 'password-common' : null
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')

/** Letters and digits that must be left when all names are taken out: a name with a year after it is the first that is tried. */
const leastOwn = 8

const isPersonal = (password: string, context: PasswordContext): boolean => {
  const words = context
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{M}\p{N}]+/u)])
    .map(lettersOf)
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length)
  const own = words.reduce((left, word) => left.replaceAll(word, ''), lettersOf(password))
  return own !== lettersOf(password) && own.length < leastOwn
}

/** Given by tests. */
export type Hashing = { stretch?: Stretch; cost?: Cost }

/** As it is kept: what it was stretched with stands in it. */
export const hashPassword = (password: string, { stretch, cost = passwordCost }: Hashing = {}): Promise<string | 'busy'> =>
  hashTyped(normalise(password), cost, stretch)

/** `renew`: it was kept at another cost than today's; hash it anew while it is known. */
export type PasswordVerdict = { right: false } | { right: true; renew: boolean } | 'busy'

/** `kept`: null where there is no such person, or she has no password. That is the same work, and the same answer. */
export const verifyPassword = async (
  kept: string | null,
  typed: string,
  { stretch, cost = passwordCost }: Hashing = {},
): Promise<PasswordVerdict> => {
  // Nobody has one that is too long, and whoever sends it learns nothing from the time it takes.
  const isLong = typed.length > most * 4
  const verdict = await verifyTyped(isLong ? null : kept, isLong ? '' : normalise(typed), cost, stretch)
  if (verdict === 'busy') return verdict
  if (!verdict.right) return { right: false }
  const { memory, passes, lanes } = verdict.cost
  return { right: true, renew: memory !== cost.memory || passes !== cost.passes || lanes !== cost.lanes }
}
