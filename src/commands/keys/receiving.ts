import { sql } from 'kysely'
import { type Fault, isFault } from '../../store/keys/fault.ts'
import type { Db, Tx } from '../../store/store.ts'
import type { Parts } from '../parts.ts'

/**
 * Is the public key in the database, which what is received is sealed to, the one that our holders open? `none`: there is none yet, or the
 * one before. `other`: one that nobody here can open: the keys' folder is another one, or somebody who rules the database put it there.
 */
export type Receiving = 'same' | 'none' | 'other'

export const receivingOf = async (tx: Tx | Db, { keys }: Parts): Promise<Receiving> => {
  const kept = await tx.selectFrom('receiving_key').select(['id', 'public']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  if (!kept) return 'none'
  const state = keys.ring.state()
  // What cannot be read cannot be compared either; that is said by itself.
  if (isFault(state)) return state.fault === 'no-key' ? 'other' : 'same'
  const ours = state.keys.findIndex((key) => kept.id === key.id && kept.public.equals(key.public))
  return ours < 0 ? 'other' : ours === state.keys.length - 1 ? 'same' : 'none'
}

/** Puts the public key of now where whoever receives finds it. */
export const keepReceiving = async (tx: Tx | Db, { keys }: Parts): Promise<Fault | null> => {
  const key = keys.ring.receivingKey()
  if (isFault(key)) return key
  // Numbered by hand: a backup that was put back leaves a sequence behind.
  await sql`insert into receiving_key (seq, id, public)
    select coalesce(max(seq), 0) + 1, ${key.id}, ${Buffer.from(key.bytes)}::bytea from receiving_key`.execute(tx)
  return null
}

/** Says it to whoever runs the server. */
export const tellOfOther = ({ tell }: Pick<Parts, 'tell'>): void =>
  tell(
    'The public key in the database is not one of the partnership’s own: what is sealed to it, nobody here can open. Receive nothing until someone has found out how it came there.',
  )
