import { hostname } from 'node:os'
import pg from 'pg'
import { codeOf } from './fault.ts'

/** What pg takes. */
export type Connect = { host: string; port: number; user: string; password: string; database: string; ssl?: pg.ClientConfig['ssl'] }

/** Any number that nobody else uses: the lock of whoever supervises the cluster. */
const key = 9_214_551

/** Who holds the lock holds it for life; it ends with the connection. */
export type Lock = { client: pg.Client; lost: Promise<void>; release(): Promise<void> }
export type Answer =
  | { kind: 'ours'; lock: Lock }
  | { kind: 'held'; by: string }
  /** It is not ready yet, or is about to end. */
  | { kind: 'busy' }
  | { kind: 'silent' }
  | { kind: 'stranger' }

/** Asks whatever answers at the socket for the lock. */
export const askForLock = async (connect: Connect): Promise<Answer> => {
  const client = new pg.Client({ ...connect, application_name: `waymark ${process.pid} on ${hostname()}`, connectionTimeoutMillis: 5_000 })
  const lost = new Promise<void>((resolve) => client.on('end', resolve))
  client.on('error', () => {})
  const release = (): Promise<void> => client.end().catch(() => {})
  try {
    await client.connect()
    const { rows } = await client.query('select pg_try_advisory_lock($1) as got', [key])
    if (rows[0]?.got) return { kind: 'ours', lock: { client, lost, release } }
    const by = await holder(client)
    await release()
    return { kind: 'held', by }
  } catch (error) {
    void release()
    const code = codeOf(error)
    // The password does not fit, or there is no such user: it is not the server of this folder.
    if (code === '28P01' || code === '28000') return { kind: 'stranger' }
    return { kind: code === 'ENOENT' || code === 'ECONNREFUSED' ? 'silent' : 'busy' }
  }
}

const holder = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.objid = $1 limit 1`,
    [key],
  )
  const [, pid, machine] = /^waymark (\d+) on (.+)$/.exec(rows[0]?.name ?? '') ?? []
  return pid ? `process ${pid} on ${machine}` : 'another process'
}
