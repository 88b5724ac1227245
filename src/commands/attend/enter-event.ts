import { emailKey, nameKey, organisationKey } from '../../domain/register/names.ts'
import { type AttendParts, registerHash } from './parts.ts'

/** Where somebody works: one that is known, or one that they typed, of a sector of the pack's register. */
export type Workplace = { id: string } | { name: string; sector: string }

/** `entry`: a random UUID of the page that was sent: the same page sent twice is one entry. `email`: only where they want the certificate by mail. */
export type Entering = {
  entry: string
  event: string
  word: string
  name: string
  workplace: Workplace
  group: string | null
  email: string | null
}

/** What the functions of the database are told of somebody, in their order, after the entry and its event. */
export const saidOf = (pepper: Uint8Array, { name, workplace, group, email }: Pick<Entering, 'name' | 'workplace' | 'group' | 'email'>) => {
  const typed = 'name' in workplace ? workplace : null
  return [
    ...[name, nameKey(name), 'id' in workplace ? workplace.id : null],
    ...[typed?.name ?? null, typed ? organisationKey(typed.name) : null, typed?.sector ?? null, group],
    ...[email === null ? null : registerHash(pepper, 'email', emailKey(email)), email],
  ]
}

/**
 * `word`: not the one on the screen. `wait`: so many wrong words were typed that the
 * list takes no phone for a minute. `full`: whoever teaches it puts further names on the list. `used`: this page was sent with another name
 * before. `gone`: the database did not answer.
 */
export type EnterFault = 'closed' | 'word' | 'wait' | 'full' | 'used' | 'gone'

/** Somebody in the room enters themselves. Nothing tells whether they, or anybody, were on the list before. */
export const enterEvent = async ({ door, pepper }: AttendParts, entering: Entering): Promise<{ done: true } | { fault: EnterFault }> => {
  const { entry, event, word } = entering
  const asked = await door()?.attend<{ came: 'entered' | EnterFault }>(
    'select attend_enter($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as came',
    [entry, event, word, ...saidOf(pepper, entering)],
  )
  if (!asked || 'fault' in asked) return { fault: 'gone' }
  const came = asked.rows[0]?.came ?? 'gone'
  return came === 'entered' ? { done: true } : { fault: came }
}
