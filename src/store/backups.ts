import pg from 'pg'
import { backup } from './backup/backup.ts'
import type { Manifest } from './backup/manifest.ts'
import { restore } from './backup/restore.ts'
import type { Connect } from './embedded/cluster.ts'

/** Filled by migrating, in the database that is restored into too. */
const apart = ['kysely_migration', 'kysely_migration_lock']

/** Writes all that is kept into one file, while the desk serves. Throws a BackupFault. */
export const backUp = async (connect: Connect, file: string): Promise<Manifest> =>
  backup({ connect, file, migration: await lastMigrationOf(connect), apart })

/** Puts a backup into a database that is migrated, and has nothing in it yet: no partner, no person. Throws a BackupFault. */
export const putBack = async (connect: Connect, file: string): Promise<Manifest> =>
  restore({ connect, file, migration: await lastMigrationOf(connect), apart })

/** As the database itself has it: another version of the program may have migrated it. */
const lastMigrationOf = async (connect: Connect): Promise<string> => {
  const client = new pg.Client({ ...connect, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name desc limit 1')
    return rows[0]?.name ?? ''
  } finally {
    await client.end()
  }
}
