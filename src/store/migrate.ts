import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations/migrations.ts'
import { dropPolicies, policySql } from './policies/policies.ts'
import { migrateQueue } from './queue-schema.ts'
import type { Db } from './store.ts'

/** Roles of the database besides its owner, each with rights of its own (policies/policies.ts). */
export const databaseRoles = [
  'waymark_desk',
  'waymark_app',
  'waymark_jobs',
  'waymark_intake',
  'waymark_reporter',
  'waymark_attend',
] as const
export type DatabaseRole = (typeof databaseRoles)[number]

/** A lock of this database, for what instances that start at once must do one after the other. */
const startLock = 2

/**
 * Brings a database up to this version of the program: roles, the queue, tables, then all rights anew where the permission table has changed. Of
 * instances that start at once one does it, the others wait. Throws with the first migration that failed; then nothing of the batch is there.
 */
export const migrate = async (owner: Db, passwordOf: (role: DatabaseRole) => string): Promise<void> => {
  await owner.connection().execute(async (db) => {
    await sql`select pg_advisory_lock(${startLock})`.execute(db)
    try {
      await makeRoles(db, passwordOf)
      await migrateQueue(db)
      // `results` says success of steps that were undone with a later one: only `error` tells.
      const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest()
      if (error) throw error
      await givePolicies(db)
    } finally {
      await sql`select pg_advisory_unlock(${startLock})`.execute(db)
    }
  })
}

const makeRoles = async (db: Db, passwordOf: (role: DatabaseRole) => string): Promise<void> => {
  const { rows } = await sql<{ rolname: string }>`select rolname from pg_roles where rolname like 'waymark\\_%'`.execute(db)
  const there = new Set(rows.map(({ rolname }) => rolname))
  for (const role of databaseRoles) {
    const verb = there.has(role) ? 'alter' : 'create'
    // No parameter can stand here. It is hexadecimal.
    await sql
      .raw(`${verb} role ${role} login nosuperuser nocreatedb nocreaterole password '${passwordOf(role)}'`)
      .execute(db)
      .catch(sameElsewhere)
  }
}

/** Roles are the whole server's, and locks one database's: another database that starts at this moment does the same to the same role. */
const sameElsewhere = (error: unknown): void => {
  const { code } = error as { code?: string }
  if (code !== '42710' && code !== '23505' && code !== 'XX000') throw error
}

/** Rights are taken away and given anew in one transaction, and only when their text has changed: whoever asks meanwhile waits. */
const givePolicies = (db: Db): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ relname: string }>`
      select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
        and relname not like 'kysely\\_%' order by relname`.execute(tx)
    const text = policySql(rows.map(({ relname }) => relname))
    const fingerprint = createHash('sha256').update(text).digest('hex')
    const known = await sql<{ it: string | null }>`
      select obj_description('public'::regnamespace, 'pg_namespace') as it`.execute(tx)
    if (known.rows[0]?.it === fingerprint) return
    await sql.raw(dropPolicies).execute(tx)
    await sql.raw(text).execute(tx)
    await sql.raw(`comment on schema public is '${fingerprint}'`).execute(tx)
  })
