import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Connect } from '../../src/store/embedded/cluster.ts'

export type Writers = { acknowledged: ReadonlySet<number>; stop(): Promise<void> }

/** Several connections that add rows with numbers of their own to `kept`, and go on when the server comes back. */
export const startWriters = async (connect: Connect, count = 4): Promise<Writers> => {
  const pool = new pg.Pool({ ...connect, max: count, connectionTimeoutMillis: 5_000 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  await pool.query('create table if not exists kept (n int primary key)')
  const { rows } = await pool.query<{ last: number }>('select coalesce(max(n), 0) as last from kept')
  let next = rows[0]?.last ?? 0
  const acknowledged = new Set<number>()
  let over = false
  const write = async (): Promise<void> => {
    while (!over) {
      const n = ++next
      try {
        await pool.query('insert into kept values ($1)', [n])
        acknowledged.add(n)
      } catch {
        await pause(10)
      }
    }
  }
  const writing = Array.from({ length: count }, write)
  return {
    acknowledged,
    stop: async () => {
      over = true
      await Promise.all(writing)
      await pool.end()
    },
  }
}

/** Those of the acknowledged rows that are not there. */
export const lostOf = async (connect: Connect, acknowledged: ReadonlySet<number>): Promise<number[]> => {
  const client = new pg.Client(connect)
  await client.connect()
  try {
    const { rows } = await client.query<{ n: number }>('select n from kept')
    const there = new Set(rows.map(({ n }) => n))
    return [...acknowledged].filter((n) => !there.has(n))
  } finally {
    await client.end()
  }
}
