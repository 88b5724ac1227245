import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { connectOf } from './connect-url.ts'
import { type Connect, openCluster } from './embedded/cluster.ts'
import { StoreFault } from './embedded/fault.ts'
import { runningCluster } from './embedded/running.ts'

/** The owner's connection to a store that a desk may be serving at this moment; where none does, the database runs for as long as this takes. */
export const attached = async <Done>(
  { data, url, tell }: { data: string; url?: string | undefined; tell(line: string): void },
  use: (connect: Connect) => Promise<Done>,
): Promise<Done> => {
  if (url !== undefined) return use(connectOf(url))
  const folder = join(data, 'store')
  // Nothing is made where there is nothing: it would be an empty desk in the wrong place.
  if (!existsSync(folder))
    throw new StoreFault('place', `There is no desk in ${data}. Set WAYMARK_DATA to the folder that it keeps its data in.`)
  const running = await runningCluster(folder)
  if (running) return use(running.connect).finally(running.close)
  const cluster = await openCluster({ folder, tell })
  return use(cluster.connect).finally(cluster.close)
}

/** One client, which ends with the work. */
export const withOwner = async <Done>(connect: Connect, use: (client: pg.Client) => Promise<Done>): Promise<Done> => {
  const client = new pg.Client(connect)
  client.on('error', () => {})
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end().catch(() => {})
  }
}
