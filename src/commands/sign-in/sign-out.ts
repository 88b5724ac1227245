import { writeEntryFor } from '../../store/store.ts'
import { at } from '../instant.ts'
import type { Parts } from '../parts.ts'
import { hashOfToken } from '../token.ts'
import { enter } from './enter.ts'

/** Ends the sign-in that a browser's token is of, if it is one: at signing out, and when a new one takes its place. */
export const endSignInOf = async (parts: Parts, token: string | undefined): Promise<void> => {
  const hash = token === undefined ? null : hashOfToken(token)
  if (!hash) return
  await enter(parts, async (tx) => {
    const ended = await tx
      .updateTable('sign_in')
      .set({ ended_at: at(parts.now()) })
      .where('token_hash', '=', hash)
      .where('ended_at', 'is', null)
      .returning(['id', 'person_id'])
      .executeTakeFirst()
    if (ended) await writeEntryFor(tx, ended.person_id, { verb: 'sign-out', object: 'sign-in', id: ended.id, owner: ended.person_id })
    return { done: null }
  })
}
