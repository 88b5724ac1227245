import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import type pg from 'pg'
import type { ObjectKind } from '../domain/access/table.ts'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

/** A pool of one role, as tables. */
export const tablesOf = (pool: pg.Pool): Db => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })

/** What is kept, by the role that asks: `desk` for whoever is signed in (row security by person), `app` for signing in, which sees no content. */
export type Store = { desk: Db; app: Db }

/** Work of one signed-in person, in one transaction: whatever it asks, the database answers for this sign-in alone. */
export const asSignedIn = <Done>({ desk }: Store, signIn: string, work: (tx: Tx) => Promise<Done>): Promise<Done> =>
  desk.transaction().execute(async (tx) => {
    await sql`select set_config('waymark.sign_in', ${signIn}, true)`.execute(tx)
    return work(tx)
  })

/** One line of the audit: what was done to which object, and whose it is. */
export type Entry = { verb: string; object: ObjectKind; id: string; owner?: string | null }

/** Writes the entry of a signed-in person. Called last: the chain's lock is held until the transaction ends. */
export const writeEntry = async (tx: Tx, { verb, object, id, owner = null }: Entry): Promise<void> => {
  await sql`select audit_entry(${verb}, ${object}, ${id}, ${owner}::uuid)`.execute(tx)
}

/** The same for work that nobody is signed in for yet, or that a job does; `person`: for whom, null for nobody. */
export const writeEntryFor = async (tx: Tx, person: string | null, { verb, object, id, owner = null }: Entry): Promise<void> => {
  await sql`select audit_append(${person}::uuid, ${verb}, ${object}, ${id}, ${owner}::uuid)`.execute(tx)
}
