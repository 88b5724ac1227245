import { at } from '../instant.ts'
import type { Parts } from '../parts.ts'
import { enter } from './enter.ts'
import { checkSignIn, type Passkey, type PasskeyFault } from './methods/passkey.ts'
import type { RelyingParty } from './methods/passkey-address.ts'
import { takeOnce } from './once.ts'
import { beginSignIn } from './session.ts'

/** What a page asked of a browser, as it comes back: the challenge works once, and until then. */
export type Challenge = { challenge: string; until: Temporal.Instant }

/** By a passkey. It is not throttled: a signature cannot be guessed. */
export const signInByPasskey = async (
  parts: Parts,
  { answer, asked, at: place, device }: { answer: string; asked: Challenge; at: RelyingParty; device: string },
): Promise<{ done: string } | { fault: PasskeyFault }> => {
  if (!(await takeOnce(parts, asked.challenge, asked.until))) return { fault: 'challenge' }
  const used = await checkSignIn(answer, { at: place, challenge: asked.challenge }, (id) => find(parts, id))
  if ('fault' in used) {
    if (used.fault === 'counter') tellOfCopy(parts)
    return used
  }
  const now = parts.now()
  const outcome = await enter<string, 'counter'>(parts, async (tx) => {
    const kept = await tx
      .updateTable('passkey')
      .set({ counter: used.counter, used_at: at(now) })
      .where('credential_id', '=', used.id)
      .where('person_id', '=', used.handle)
      // Kept while the stored one is still lower, or both are 0: of two at once, one is a copy.
      .where((or) => or.or([or('counter', '<', String(used.counter)), or.and([or('counter', '=', '0'), or.val(used.counter === 0)])]))
      .executeTakeFirst()
    return kept.numUpdatedRows ? { done: await beginSignIn(tx, used.handle, 'passkey', device, now) } : { fault: 'counter' }
  })
  if ('fault' in outcome) tellOfCopy(parts)
  return outcome
}

const tellOfCopy = ({ tell }: Parts): void =>
  tell('A passkey was used whose counter had gone back: it may have been copied. It was refused.')

const find = async ({ store }: Parts, id: string): Promise<Passkey | null> => {
  const kept = await store.app
    .selectFrom('passkey')
    .innerJoin('person', 'person.id', 'passkey.person_id')
    .select(['credential_id', 'public_key', 'counter', 'person.id as person'])
    .where('credential_id', '=', id)
    .where('person.state', '=', 'active')
    .executeTakeFirst()
  // A whole number of the database comes as text.
  return kept ? { id: kept.credential_id, publicKey: kept.public_key, counter: Number(kept.counter), handle: kept.person } : null
}
