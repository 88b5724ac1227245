import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { finishErasing } from '../commands/erasing/erase.ts'
import { finishErasingLearners } from '../commands/register/leaving/erase-due.ts'
import { beforeTheFirst, type ChainFault, chainReader, type Entry, readHeads, writeHead } from '../domain/audit/chain.ts'
import { copyDays } from '../domain/concerns/key-life.ts'
import { noteBackup, noteKeyBackup } from '../processes/backup-log.ts'
import { readEnvironment } from '../processes/environment.ts'
import { attached, withOwner } from '../store/attach.ts'
import { entriesOf } from '../store/audit/entries.ts'
import { BackupFault } from '../store/backup/fault.ts'
import { backUp, putBack } from '../store/backups.ts'
import { openDatabase } from '../store/database.ts'
import { StoreFault } from '../store/embedded/fault.ts'
import { type Erasing, erasePerson } from '../store/erase-person.ts'
import { erasedLearnersIn } from '../store/files/erased-list.ts'
import { backUpKeys, putKeysBack } from '../store/key-backups.ts'
import { dataKeys } from '../store/keys/data-keys.ts'
import { migrate } from '../store/migrate.ts'
import { tablesOf } from '../store/store.ts'

/*
 * What whoever looks after the server does with the store: `waymark backup`, `restore`, `erase` and `audit`. Each works while the desk serves, but
 * for `restore`, which needs a database that nobody has used.
 */

const told = async (work: () => Promise<number>): Promise<number> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof StoreFault || error instanceof BackupFault)) throw error
    console.error(error.message)
    return 1
  }
}

const whereFrom = (env: NodeJS.ProcessEnv): { data: string; url: string | undefined; tell(line: string): void } | null => {
  const read = readEnvironment(env)
  if ('settings' in read) return { data: read.settings.WAYMARK_DATA, url: read.settings.DATABASE_URL, tell: (line) => console.error(line) }
  for (const fault of read.faults) console.error(fault)
  return null
}

export const backup = (file: string, env: NodeJS.ProcessEnv): Promise<number> =>
  told(async () => {
    const from = whereFrom(env)
    if (!from) return 2
    const manifest = await attached(from, (connect) => backUp(connect, file))
    const rows = manifest.tables.reduce((all, table) => all + table.rows, 0)
    noteBackup(from.data, Temporal.Now.instant(), { rows, tables: manifest.tables.length })
    console.log(`${file}: ${rows} rows of ${manifest.tables.length} tables.`)
    console.log('The keys are not in it. Back them up too, now and to another place: `waymark backup-keys FILE`.')
    return 0
  })

export const restore = (file: string, env: NodeJS.ProcessEnv): Promise<number> =>
  told(async () => {
    const from = whereFrom(env)
    if (!from) return 2
    const database = await openDatabase({ folder: `${from.data}/store`, url: from.url, tell: from.tell })
    try {
      await migrate(tablesOf(database.owner), database.passwordOf)
      const manifest = await putBack(database.connect, file)
      const rows = manifest.tables.reduce((all, table) => all + table.rows, 0)
      console.log(`Restored ${rows} rows of ${manifest.tables.length} tables.`)
      const db = tablesOf(database.owner)
      const concerns = await finishErasing({ db, dataKeys: dataKeys(`${from.data}/keys/concerns`) })
      const erased = concerns + (await finishErasingLearners({ db, erasedLearners: erasedLearnersIn(`${from.data}/keys`) }))
      if (erased) console.log(`Erased again: ${erased}. They were erased after this backup was made.`)
      return await proved(withOwner(database.connect, (client) => proof(entriesOf(client), [])))
    } finally {
      await database.close()
    }
  })

/** Copies the keys, with a last day. */
export const backupKeys = (file: string, days: number | null, env: NodeJS.ProcessEnv): Promise<number> =>
  told(async () => {
    const from = whereFrom(env)
    if (!from) return 2
    const made = Temporal.Now.instant()
    const until = made
      .toZonedDateTimeISO('UTC')
      .toPlainDate()
      .add({ days: days ?? copyDays })
    const manifest = await backUpKeys(from.data, file, { made, until })
    noteKeyBackup(from.data, { made, until })
    console.log(`${file}: ${manifest.files.length} keys. Delete it after ${until}: from then on it is not taken back.`)
    console.log('Keep it apart from the backups of the database. Anyone with both, and a passphrase, can read what was reported.')
    return 0
  })

export const restoreKeys = (file: string, env: NodeJS.ProcessEnv): Promise<number> =>
  told(async () => {
    const from = whereFrom(env)
    if (!from) return 2
    const { restored, erased } = await putKeysBack(from.data, file, Temporal.Now.plainDateISO('UTC'))
    console.log(`Restored ${restored} keys.`)
    if (erased) console.log(`${erased} not restored: what they opened has been erased.`)
    return 0
  })

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const erasing: Readonly<Record<Erasing, string>> = {
  erased: 'Erased. Their name, email address, telephone number and ways to sign in are gone. Backups from before today still have them.',
  unknown: 'There is nobody with this id. It is the last part of the address of their page: /desk/people/ID.',
  'not-ended': 'They still have access. An administrator ends it first, on their page.',
}

/** Takes away who a person was. By whoever looks after the server: no page of the desk can undo it, or do it. */
export const erase = (person: string, env: NodeJS.ProcessEnv): Promise<number> =>
  told(async () => {
    const from = whereFrom(env)
    if (!from) return 2
    const outcome: Erasing = uuid.test(person) ? await attached(from, (connect) => erasePerson(connect, person)) : 'unknown'
    if (outcome === 'erased') console.log(erasing[outcome])
    else console.error(erasing[outcome])
    return outcome === 'erased' ? 0 : 1
  })

/** Proves the chain of a file that `waymark audit export` wrote, or of the database. `heads`: a file with heads that were published. */
export const auditVerify = (file: string | undefined, heads: string | undefined, env: NodeJS.ProcessEnv): Promise<number> =>
  told(async () => {
    const missing = [file, heads].find((name) => name !== undefined && !existsSync(name))
    if (missing !== undefined) {
      console.error(`There is no file ${missing}.`)
      return 2
    }
    const published = heads === undefined ? [] : readHeads(readFileSync(heads, 'utf8'))
    if (heads !== undefined && !published.length) {
      console.error(`${heads} has no heads in it. A head is a number and 64 characters, as in a line of \`waymark audit head\`.`)
      return 2
    }
    if (file !== undefined) return proved(proof(entriesIn(file), published))
    const from = whereFrom(env)
    return from ? proved(attached(from, (connect) => withOwner(connect, (client) => proof(entriesOf(client), published)))) : 2
  })

export const auditHead = (env: NodeJS.ProcessEnv): Promise<number> =>
  told(async () => {
    const from = whereFrom(env)
    if (!from) return 2
    const { rows } = await attached(from, (connect) =>
      withOwner(connect, (client) =>
        client.query<{ seq: string; hash: string }>(`select seq, encode(hash, 'hex') as hash from audit order by seq desc limit 1`),
      ),
    )
    console.log(writeHead({ seq: Number(rows[0]?.seq ?? 0), hash: rows[0]?.hash ?? beforeTheFirst }))
    return 0
  })

export const auditExport = (env: NodeJS.ProcessEnv): Promise<number> =>
  told(async () => {
    const from = whereFrom(env)
    if (!from) return 2
    // Whoever reads it may have seen enough (`| head`); a full disk is another matter.
    process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
    await attached(from, (connect) =>
      withOwner(connect, async (client) => {
        for await (const entry of entriesOf(client)) if (!process.stdout.write(`${JSON.stringify(entry)}\n`)) await drained()
      }),
    )
    return 0
  })

const drained = (): Promise<unknown> => new Promise((resolve) => process.stdout.once('drain', resolve))

type Proof = { count: number; head: string; fault: ChainFault | null; unreadable: number | null }

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const proof = async (entries: AsyncIterable<Entry | null>, published: Parameters<typeof chainReader>[1]): Promise<Proof> => {
  const reader = chainReader(sha256, published)
  let count = 0
  for await (const entry of entries) {
    if (!entry) return { count, head: '', fault: null, unreadable: count + 1 }
    const fault = reader.take(entry)
    if (fault) return { count, head: '', fault, unreadable: null }
    count += 1
  }
  const { head, fault } = reader.end()
  return { count, head: writeHead(head), fault, unreadable: null }
}

/** Entries of a file, one a line; null for a line that is none. */
async function* entriesIn(file: string): AsyncGenerator<Entry | null> {
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line === '') continue
    yield entryOf(line)
  }
}

const entryOf = (line: string): Entry | null => {
  try {
    const row: Record<string, unknown> = JSON.parse(line)
    const { seq, at, person, verb, object, objectId, owner, before, hash } = row
    const texts = [at, verb, object, objectId, before, hash].every((value) => typeof value === 'string')
    const ids = [person, owner].every((value) => value === null || typeof value === 'string')
    return typeof seq === 'number' && texts && ids ? (row as Entry) : null
  } catch {
    return null
  }
}

const sentences: Readonly<Record<ChainFault['fault'], string>> = {
  changed: 'was changed: its hash is not that of what it says',
  'out-of-line': 'does not follow the one before it: an entry was taken out, put in, or moved',
  earlier: 'is earlier than the one before it',
  'not-as-published': 'is not as it was published: entries were made again, or are missing at the end',
}

const proved = async (asked: Promise<Proof>): Promise<number> => {
  const { count, head, fault, unreadable } = await asked
  if (unreadable !== null) console.error(`Line ${unreadable} is no entry of the audit.`)
  else if (fault) console.error(`Entry ${fault.seq} ${sentences[fault.fault]}. The ${count} before it are whole.`)
  else console.log(`${count} entries, each as it was written. The last: ${head}`)
  return unreadable === null && !fault ? 0 : 1
}
