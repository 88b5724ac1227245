import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { columnList, quoted, sequencesOf, type Table, tablesOf } from './catalogue.ts'
import { BackupFault, codeOf } from './fault.ts'
import { type Manifest, type TableEntry, tableOf } from './manifest.ts'
import { checkBackup, damaged, entriesOf } from './read.ts'
import { type Session, withClient } from './session.ts'
import { quietTriggers } from './triggers.ts'

/** Puts a backup into an empty, migrated database: all of it, or nothing. The file is read and checked as a whole before anything is written. */
export const restore = async (parts: {
  connect: Session
  file: string
  /** The last that this database has seen. */
  migration: string
  apart?: readonly string[]
  /** Takes away, in the same transaction, what the program fills in by itself. */
  prepare?: (client: ClientBase) => Promise<void>
}): Promise<Manifest> => {
  const { file, migration, apart = [] } = parts
  const manifest = await checkBackup(file)
  if (manifest.migration !== migration)
    throw new BackupFault(
      'other-migration',
      `${file} was made of a database whose last migration is ${manifest.migration}; that of this one is ${migration}. Restore it with the version of Waymark that made it, then update.`,
    )
  return withClient(parts.connect, async (client) => {
    await client.query('begin')
    try {
      await client.query('set local row_security = off')
      await parts.prepare?.(client)
      // Triggers that wait for the end would keep the tables from being changed below.
      await client.query('set constraints all immediate')
      const tables = await tablesOf(client, apart)
      await checkTables(client, file, manifest, tables)
      const loud = await quietTriggers(client, tables)
      await client.query('set constraints all deferred')
      await copyAll(client, file, manifest, tables)
      for (const { name, last, called } of manifest.sequences)
        await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(client, name), last, called])
      await client.query('set constraints all immediate')
      await loud()
      await client.query('commit')
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error instanceof BackupFault ? error : refused(file, error)
    }
    // What the planner knows of the rows does not come with them.
    await client.query('analyze')
    return manifest
  })
}

/** Without the error's text, which may hold what is in a row. */
const refused = (file: string, error: unknown, table?: string): BackupFault =>
  new BackupFault(
    'refused',
    `The database did not take ${table ? `the rows of ${table} in ${file}` : file} (${codeOf(error)}). Nothing was restored. Look whether it still runs and has room, then try again.`,
  )

const checkTables = async (client: ClientBase, file: string, manifest: Manifest, tables: readonly Table[]): Promise<void> => {
  const shape = (of: readonly Table[]): string => JSON.stringify(of.map(({ name, columns }) => [name, columns]).toSorted())
  const sequences = await sequencesOf(client)
  if (shape(manifest.tables) !== shape(tables) || manifest.sequences.map(({ name }) => name).join() !== sequences.join())
    throw new BackupFault(
      'other-tables',
      `The tables in ${file} are not those of this database, though both name the same migration. Restore it with the version of Waymark that made it.`,
    )
  if (tables.length) await client.query(`lock table ${tables.map(({ name }) => quoted(client, name)).join(', ')} in access exclusive mode`)
  for (const { name } of tables) {
    const { rows } = await client.query<{ some: boolean }>(`select exists (select from ${quoted(client, name)}) as some`)
    if (rows[0]?.some)
      throw new BackupFault(
        'not-empty',
        `There are rows in ${name} already. Restore into a new database: nothing is laid over what is there.`,
      )
  }
}

const copyAll = async (client: ClientBase, file: string, manifest: Manifest, tables: readonly Table[]): Promise<void> => {
  const copier = copierOf(client, file)
  let at: TableEntry | undefined
  for await (const { name, bytes } of entriesOf(file)) {
    const named = tableOf(name)
    if (!named) continue
    if (named !== at?.name) {
      if (at) await copier.end(at)
      at = manifest.tables.find((table) => table.name === named)
      const table = tables.find((table) => table.name === named)
      // It has changed since it was checked.
      if (!at || !table) throw damaged(file)
      copier.begin(table)
    }
    await copier.write(bytes)
  }
  if (at) await copier.end(at)
}

/** Copies the rows of one table after another. Each ends with a look at what went in: the file may have changed since it was checked. */
const copierOf = (client: ClientBase, file: string) => {
  let hash = createHash('sha256')
  let stream = copyFrom('')
  let failure: unknown
  let name = ''
  return {
    begin: (table: Table): void => {
      name = table.name
      hash = createHash('sha256')
      stream = client.query(copyFrom(`copy ${quoted(client, table.name)} (${columnList(client, table)}) from stdin (format binary)`))
      stream.on('error', (error) => {
        failure ??= error
      })
    },
    write: async (bytes: Buffer): Promise<void> => {
      hash.update(bytes)
      const ready = failure || stream.write(bytes) || once(stream, 'drain')
      await Promise.resolve(ready).catch(() => {})
      if (failure) throw refused(file, failure, name)
    },
    end: async ({ sha256, rows }: TableEntry): Promise<void> => {
      stream.end()
      await finished(stream).catch((error) => {
        throw refused(file, error, name)
      })
      if (hash.digest('hex') !== sha256 || stream.rowCount !== rows) throw damaged(file, name)
    },
  }
}
