import { statfsSync } from 'node:fs'
import type pg from 'pg'
import { lastMigration } from '../store/migrations/migrations.ts'
import type { Operations } from '../web/public/api/operations.ts'

/** Less free space than this, in bytes, and the database may soon be unable to write. */
const room = 200e6
/** The database is asked at most so often, in ms, whoever asks us. */
const pause = 2000

type Parts = {
  usual: Operations
  data: string
  owner: Pick<pg.Pool, 'query'>
  queue: { alive(): boolean }
  /** Ms that count evenly. */
  elapsed?: () => number
}

/** What the desk needs besides what every process does: space, its database as this version of the program makes it, its jobs. */
export const deskOperationsOf = ({ usual, data, owner, queue, elapsed = () => performance.now() }: Parts): Operations => {
  let last: { at: number; state: Promise<{ database: boolean; migrations: boolean }> } | undefined
  return {
    ...usual,
    needs: async () => {
      if (!last || elapsed() - last.at >= pause) last = { at: elapsed(), state: databaseState(owner) }
      return { ...(await usual.needs()), space: hasRoom(data), ...(await last.state), jobs: queue.alive() }
    },
  }
}

/** A folder that cannot be asked is told of as one that cannot be written to. */
const hasRoom = (folder: string): boolean => {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= room
  } catch {
    return false
  }
}

const databaseState = async (owner: Pick<pg.Pool, 'query'>): Promise<{ database: boolean; migrations: boolean }> => {
  try {
    const { rows } = await owner.query('select from kysely_migration where name = $1', [lastMigration])
    return { database: true, migrations: rows.length > 0 }
  } catch {
    return { database: false, migrations: false }
  }
}
