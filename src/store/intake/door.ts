import pg from 'pg'
import { readAs } from '../read-as.ts'

/*
 * The one way from the public site to the database: three roles that can call a few functions and read no table. The site holds no other
 * password, and no key that opens anything.
 */

/** Where the database is, and the passwords of the two roles. The desk writes it for the site (processes/intake-door.ts). */
export type DoorAddress = {
  host: string
  port: number
  database: string
  ssl?: boolean | object | undefined
  intake: string
  reporter: string
  attend: string
}

/** What came of asking: rows, or `closed` (no report is taken in now), or `gone` (the database did not answer, or has no room). */
export type Passed<Row> = { rows: Row[] } | { fault: 'closed' | 'gone' }

export type Door = {
  /** As `waymark_intake`, who adds and reads nothing. What was added is on the disk before this resolves with rows. */
  intake<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<Passed<Row>>
  /** As `waymark_reporter`, who reads what belongs to one code. */
  reporter<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<Passed<Row>>
  /** As `waymark_attend`, who calls the few functions of the training register that are the public's. */
  attend<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<Passed<Row>>
  close(): Promise<void>
}

/*
 * A report is on the disk before whoever sent it is told so; but not while its transaction holds the lock of the audit, or reports would be
 * written one after the other, each with a wait for the disk of its own. So the role's transactions end without that wait (synchronous_commit
 * off), and an empty one behind them waits for the disk: what ended before it is on the disk then too, for a log is written in order, and one
 * wait serves all who wait at that moment (PostgreSQL manual, 28.4 Asynchronous Commit, 28.5 WAL Configuration).
 */
const unhurried = '-c synchronous_commit=off'
const toDisk = "select set_config('synchronous_commit', 'on', true), pg_logical_emit_message(true, 'waymark', '')"

/** In ms: whoever waits longer is told what to do instead. */
const limits = {
  statement_timeout: 8_000,
  lock_timeout: 5_000,
  connectionTimeoutMillis: 4_000,
  idle_in_transaction_session_timeout: 10_000,
}
const most = { intake: 8, reporter: 3, attend: 4 }

export const openDoor = ({ intake, reporter, attend, ...place }: DoorAddress): Door => {
  const poolOf = (user: string, password: string, max: number, options = ''): pg.Pool => {
    const pool = new pg.Pool({
      ...place,
      ...limits,
      user,
      password,
      max,
      options,
      keepAlive: true,
      application_name: 'waymark site',
      types: readAs,
    })
    pool.on('error', () => {})
    pool.on('connect', (client) => client.on('error', () => {}))
    return pool
  }
  const pools = {
    intake: poolOf('waymark_intake', intake, most.intake, unhurried),
    reporter: poolOf('waymark_reporter', reporter, most.reporter),
    attend: poolOf('waymark_attend', attend, most.attend),
  }
  const ask = async <Row extends pg.QueryResultRow>(pool: pg.Pool, text: string, values: readonly unknown[]): Promise<Passed<Row>> => {
    try {
      return { rows: (await pool.query<Row>(text, [...values])).rows }
    } catch (error) {
      const { code } = error as { code?: string }
      // What is wrong with the statement is ours to mend. All else: the database is not there, ended, or full.
      if (code && /^(?:22|23|42)/.test(code)) throw error
      return { fault: code === 'WM010' ? 'closed' : 'gone' }
    }
  }
  const kept = together(() => ask(pools.intake, toDisk, []))
  return {
    intake: async (text, values) => {
      const passed = await ask<never>(pools.intake, text, values)
      if ('fault' in passed) return passed
      const onDisk = await kept()
      return 'fault' in onDisk ? onDisk : passed
    },
    reporter: (text, values) => ask(pools.reporter, text, values),
    attend: (text, values) => ask(pools.attend, text, values),
    close: async () => {
      await Promise.all(Object.values(pools).map((pool) => pool.end()))
    },
  }
}

/** Done once for all who ask while it is being done for others: each is answered by one that began after they asked. */
const together = <Done>(work: () => Promise<Done>): (() => Promise<Done>) => {
  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<Done> | null = null
  const begin = (): Promise<Done> => {
    next = null
    const begun = work()
    running = begun.catch(() => {})
    return begun
  }
  return () => {
    next ??= running.then(begin)
    return next
  }
}
