import { command, ofMyself } from '../command.ts'
import type { Passkey } from '../sign-in/methods/passkey.ts'
import { countOf, inTurn, isFresh, waysOf } from './ways.ts'

type Issuer = { issuer: string | null }

/** Keeps a passkey that the browser has just made and `checkRegistration` has found right. */
export const addPasskey = command<{ passkey: Passkey; name: string } & Issuer, { id: string }, 'not-fresh' | 'passkey-known'>({
  verb: 'add-passkey',
  needs: { action: 'add', object: 'passkey' },
  about: ofMyself,
  conflicts: { passkey_credential_id_key: 'passkey-known' },
  run: async (work, { passkey, name, issuer }) => {
    const { tx, viewer } = work
    await inTurn(work)
    if (!(await isFresh(work, issuer))) return { fault: 'not-fresh' }
    const { id } = await tx
      .insertInto('passkey')
      .values({
        person_id: viewer.person,
        credential_id: passkey.id,
        public_key: Buffer.from(passkey.publicKey),
        counter: passkey.counter,
        name,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { done: { id }, entry: { object: 'passkey', id, owner: viewer.person } }
  },
})

/** Removes one. The last way to sign in stays: without it nobody could let them in but an administrator. */
export const removePasskey = command<{ passkey: string } & Issuer, { name: string }, 'not-fresh' | 'last-way'>({
  verb: 'remove-passkey',
  needs: { action: 'remove', object: 'passkey' },
  about: async ({ tx, viewer }, { passkey }) => {
    const found = await tx.selectFrom('passkey').select('person_id').where('id', '=', passkey).executeTakeFirst()
    return found ? { own: found.person_id === viewer.person } : null
  },
  run: async (work, { passkey, issuer }) => {
    const { tx, viewer } = work
    await inTurn(work)
    if (!(await isFresh(work, issuer))) return { fault: 'not-fresh' }
    if (countOf(await waysOf(work, issuer)) <= 1) return { fault: 'last-way' }
    const removed = await tx.deleteFrom('passkey').where('id', '=', passkey).returning('name').executeTakeFirst()
    return { done: { name: removed?.name ?? '' }, entry: { object: 'passkey', id: passkey, owner: viewer.person } }
  },
})
