import { createHmac } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { connectOf } from './connect-url.ts'
import { type Connect, openCluster } from './embedded/cluster.ts'
import { codeOf, StoreFault } from './embedded/fault.ts'
import { secretIn } from './embedded/secret-file.ts'
import { readAs } from './read-as.ts'

export type Database = {
  /** As its owner, who migrates. */
  connect: Connect
  /** Where its files lie; with a server of its own, only the secret of the roles. */
  folder: string
  /** The owner's one connection, made when it is first asked for. */
  owner: pg.Pool
  /** The same for each process that has the folder. */
  passwordOf(role: string): string
  /** Connections of one role; each call opens a pool of its own, which closes with the database. */
  poolOf(role: string, most?: number): pg.Pool
  /** Calls when the server that we run ourselves has stopped; of another one nobody tells us. */
  onDown(told: (why: string) => void): void
  close(): Promise<void>
}

/** In ms. A request that takes longer has been given up by whoever waits for it; a holder of locks must not keep others out. */
const limits = { statement_timeout: 30_000, lock_timeout: 10_000, idle_in_transaction_session_timeout: 30_000 }
/** A migration may take its time, and wait for one that another process does. */
const ownersLimits = { idle_in_transaction_session_timeout: 60_000 }
const usual = { connectionTimeoutMillis: 5_000, keepAlive: true, application_name: 'waymark', types: readAs }
/** Not more often than this, in ms, is one told of lost connections: of one stop there are as many as there are connections. */
const quiet = 60_000
/** Three roles of up to eight, the owner and the supervisor fit into the thirty that the cluster takes (embedded/settings.ts). */
const usualMost = 8

/** The database that DATABASE_URL names, or the one under our own supervisor. Throws a StoreFault. */
export const openDatabase = async (parts: { folder: string; url?: string | undefined; tell(line: string): void }): Promise<Database> => {
  const { tell } = parts
  const { connect, folder, onDown, close } = parts.url ? await openServer(parts.url, parts.folder) : await openCluster(parts)
  const secret = await secretIn(join(folder, 'roles')).catch(async (error) => {
    await close()
    throw error
  })
  const bytes = Buffer.from(secret, 'base64url')
  const passwordOf = (role: string): string => createHmac('sha256', bytes).update(role).digest('base64url')
  const pools: pg.Pool[] = []
  let told = -quiet
  let closing = false
  const lost = (error: Error): void => {
    // A pool says that it has ended before its connections have.
    if (closing || performance.now() - told < quiet) return
    told = performance.now()
    tell(`A connection to the database was lost (${error.message}).`)
  }
  const open = (config: pg.PoolConfig): pg.Pool => {
    const pool = new pg.Pool({ ...usual, ...config })
    // Without these, a server that goes away takes the process with it: the pool hears of idle connections, a client of its own.
    pool.on('error', lost)
    pool.on('connect', (client) => client.on('error', () => {}))
    pools.push(pool)
    return pool
  }
  return {
    connect,
    folder,
    owner: open({ ...connect, ...ownersLimits, max: 1 }),
    passwordOf,
    poolOf: (role, most = usualMost) => open({ ...connect, ...limits, user: role, password: passwordOf(role), max: most }),
    onDown,
    close: async () => {
      closing = true
      await Promise.all(pools.map((pool) => (pool.ending ? undefined : pool.end())))
      await close()
    },
  }
}

type Opened = Pick<Database, 'connect' | 'folder' | 'onDown' | 'close'>

/** What the code needs of PostgreSQL: 15 took from everybody the right to make tables in `public`. */
const oldest = 150_000

const openServer = async (url: string, named: string): Promise<Opened> => {
  const connect = connectOf(url)
  const client = new pg.Client({ ...connect, ...usual })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number; name: string }>(
      "select current_setting('server_version_num')::int as version, current_setting('server_version') as name",
    )
    const [found] = rows
    if (found && found.version < oldest)
      throw new StoreFault('unsupported', `DATABASE_URL leads to PostgreSQL ${found.name}: Waymark needs 15 or newer.`)
  } catch (error) {
    if (error instanceof StoreFault) throw error
    const { host, port, database, user } = connect
    throw new StoreFault(
      'unreachable',
      `DATABASE_URL leads to ${host}:${port}, database ${database}, user ${user}, and that does not work (${codeOf(error) ?? error}). Look whether the server runs, and whether name and password are right.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
  const folder = resolve(named)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return { connect, folder, onDown: () => {}, close: async () => {} }
}
