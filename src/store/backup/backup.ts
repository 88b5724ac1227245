import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { syncFolder } from '../files/replace-file.ts'
import { columnList, quoted, sequencesOf, type Table, tablesOf } from './catalogue.ts'
import { BackupFault } from './fault.ts'
import { format, type Manifest, names, partLength, partName, type TableEntry } from './manifest.ts'
import { type Session, withClient } from './session.ts'
import { tarEnd, tarEntry } from './tar.ts'

/**
 * Writes every table of the schema `public`, as it is at one moment, into one file, while others go on writing. A file that is there is left alone; one
 * that could not be finished is taken away. `migration`: the last that the database has seen; `apart`: tables that the program itself makes and fills.
 */
export const backup = async (parts: {
  connect: Session
  file: string
  migration: string
  apart?: readonly string[]
}): Promise<Manifest> => {
  const { file } = parts
  if (existsSync(file)) throw new BackupFault('exists', `${file} is there already. Choose another name, or delete it.`)
  const work = `${file}.${process.pid}.part`
  try {
    const manifest = await withClient(parts.connect, async (client) => {
      const written: { manifest?: Manifest } = {}
      // A second of work for a gigabyte matters more than a smaller file: what is sealed does not get smaller.
      const gzip = createGzip({ level: 1 })
      await pipeline(pieces(client, parts, written), gzip, createWriteStream(work, { flags: 'wx', mode: 0o600, flush: true }))
      return written.manifest
    })
    if (!manifest) throw new Error('A backup ended without a manifest.')
    await rename(work, file)
    await syncFolder(dirname(file))
    return manifest
  } catch (error) {
    await rm(work, { force: true })
    throw error
  }
}

async function* pieces(
  client: ClientBase,
  { migration, apart = [] }: { migration: string; apart?: readonly string[] },
  written: { manifest?: Manifest },
): AsyncGenerator<Buffer> {
  yield jsonEntry(names.head, { format })
  await client.query('begin isolation level repeatable read read only')
  // Fails, where it would otherwise leave rows out.
  await client.query('set local row_security = off')
  const { rows } = await client.query<{ made: Date }>('select clock_timestamp() as made')
  const tables = await tablesOf(client, apart)
  const entries: TableEntry[] = []
  for (const table of tables) entries.push(yield* rowsOf(client, table))
  // Read last: a sequence knows no snapshot, and what it gave since is at least what the rows hold.
  const sequences: Manifest['sequences'] = []
  for (const name of await sequencesOf(client)) {
    const { rows } = await client.query<{ last: string; called: boolean }>(
      `select last_value as last, is_called as called from ${quoted(client, name)}`,
    )
    if (rows[0]) sequences.push({ name, ...rows[0] })
  }
  await client.query('commit')
  const manifest = { format, made: (rows[0]?.made ?? new Date(0)).toISOString(), migration, tables: entries, sequences } as const
  written.manifest = manifest
  yield jsonEntry(names.manifest, manifest)
  yield tarEnd
}

const jsonEntry = (name: string, value: object): Buffer => tarEntry({ name, bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) })

async function* rowsOf(client: ClientBase, table: Table): AsyncGenerator<Buffer, TableEntry> {
  const { name } = table
  const stream = client.query(copyTo(`copy ${quoted(client, name)} (${columnList(client, table)}) to stdout (format binary)`))
  const hash = createHash('sha256')
  let [held, length, bytes, part]: [Buffer[], number, number, number] = [[], 0, 0, 0]
  const flush = (): Buffer => {
    const whole = Buffer.concat(held)
    held = []
    length = 0
    bytes += whole.length
    part += 1
    hash.update(whole)
    return tarEntry({ name: partName(name, part), bytes: whole })
  }
  for await (const chunk of stream) {
    held.push(chunk)
    length += chunk.length
    if (length >= partLength) yield flush()
  }
  yield flush()
  // The number of rows comes after the last of them; by the answer to this it is there.
  await client.query('select')
  return { name, columns: [...table.columns], rows: stream.rowCount, bytes, sha256: hash.digest('hex') }
}
