import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Cluster } from '../../src/store/embedded/cluster.ts'

/** The number in the file of the server, whether it runs or not; 0 where there is no file. */
export const postmasterOf = (folder: string): number => {
  try {
    return Number.parseInt(readFileSync(join(folder, 'cluster/postmaster.pid'), 'utf8'), 10)
  } catch {
    return 0
  }
}

/** Every process of the server, its first one last: those that live on notice its end. */
export const serverPids = async ({ connect, folder }: Cluster): Promise<number[]> => {
  const client = new pg.Client(connect)
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity where pid <> pg_backend_pid()')
  await client.end()
  return [...rows.map(({ pid }) => pid), postmasterOf(folder)]
}
