import type { ClientBase } from 'pg'
import { withOwner } from './attach.ts'
import { backup } from './backup/backup.ts'
import type { Manifest } from './backup/manifest.ts'
import { restore } from './backup/restore.ts'
import type { Connect } from './embedded/cluster.ts'

/** Tables that the program itself makes and fills, what came of forms today, files that are being imported, photos of paper sheets, and pictures of which no copy may be made: no part of a backup. */
const apart = ['kysely_migration', 'kysely_migration_lock', 'first_link', 'receipt', 'import_draft', 'sheet_photo', 'stopped_picture']

/** Writes all that is kept into one file, while the desk serves. Throws a BackupFault. */
export const backUp = async (connect: Connect, file: string): Promise<Manifest> =>
  backup({ connect, file, migration: await lastMigrationOf(connect), apart })

/** Puts a backup into a database that is migrated, and that nobody has used. Throws a BackupFault. */
export const putBack = async (connect: Connect, file: string): Promise<Manifest> =>
  restore({ connect, file, migration: await lastMigrationOf(connect), apart, prepare: emptyOfPeople })

/**
 * A start fills in partners from the pack with their organisations, that no report is taken in yet, that nothing is counted yet, and a link for the
 * first person: while nobody has come, they are not in the way of a backup.
 */
const emptyOfPeople = async (client: ClientBase): Promise<void> => {
  const { rows } = await client.query('select from person limit 1')
  if (!rows.length)
    await client.query(
      `delete from first_link; delete from intake; delete from register_count; delete from register_counted; delete from register_terms;
      delete from organisation; delete from partner where not exists (select from person)`,
    )
}

/** As the database itself has it: another version of the program may have migrated it. */
const lastMigrationOf = (connect: Connect): Promise<string> =>
  withOwner(connect, async (client) => {
    const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name desc limit 1')
    return rows[0]?.name ?? ''
  })
