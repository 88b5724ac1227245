import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Connect } from './lock.ts'
import { owner } from './make-cluster.ts'
import { openPlace } from './place.ts'
import { readSecret } from './secret-file.ts'
import { port } from './settings.ts'
import { socketFolder } from './socket-folder.ts'

/** The cluster of a folder, where another process has it running now; null where none does. `close` lets go of our way to it, and ends nothing. */
export const runningCluster = async (folder: string): Promise<{ connect: Connect; close(): Promise<void> } | null> => {
  if (!existsSync(folder)) return null
  const place = openPlace(folder, () => {})
  const password = readSecret(join(place.folder, 'password'))
  if (password === null) return null
  const socket = socketFolder(place.cluster)
  const connect = { host: socket.host, port, user: owner, password, database: 'waymark' }
  const client = new pg.Client(connect)
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return { connect, close: async () => socket.remove() }
  } catch {
    socket.remove()
    return null
  }
}
