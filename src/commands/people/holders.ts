import { sql } from 'kysely'
import type { Role } from '../../domain/access/roles.ts'
import type { Tx } from '../../store/store.ts'

/** Does nobody else who can sign in hold this role, which this person holds? It stays so until the transaction ends. */
export const isOnlyHolder = async (tx: Tx, person: string, role: Role): Promise<boolean> => {
  const { rows } = await sql<{ only: boolean }>`select only_holder(${person}::uuid, ${role}) as only`.execute(tx)
  return rows[0]?.only ?? false
}

/** Would nobody be left who can sign in as a coordinator? Whoever has not come yet was none. */
export const isLastCoordinator = async (tx: Tx, person: string): Promise<boolean> =>
  (await isOnlyHolder(tx, person, 'coordinator')) &&
  (await tx.selectFrom('person').select('id').where('id', '=', person).where('state', '=', 'active').executeTakeFirst()) !== undefined

/** Whoever is ended already has nothing more to lose or to be given. */
export const isThere = async (tx: Tx, person: string): Promise<boolean> =>
  (await tx.selectFrom('person').select('id').where('id', '=', person).where('state', '<>', 'ended').executeTakeFirst()) !== undefined

/** A partner that has not ended. */
export const isPartner = async (tx: Tx, partner: string): Promise<boolean> =>
  (await tx.selectFrom('partner').select('id').where('id', '=', partner).where('ended_at', 'is', null).executeTakeFirst()) !== undefined
