import { join } from 'node:path'
import { z } from 'zod'
import type { IntakeParts } from '../commands/intake/parts.ts'
import type { Database } from '../store/database.ts'
import { secretIn } from '../store/embedded/secret-file.ts'
import { readPrivate, stampOf } from '../store/files/private-file.ts'
import { replaceFile } from '../store/files/replace-file.ts'
import { type Door, type DoorAddress, openDoor } from '../store/intake/door.ts'

/*
 * What the site knows of the database: the folder WAYMARK_DATA/intake, with the way in and passwords of three roles that can call a few functions
 * (door), and the secret without which no hash of a code can be tried (pepper). Nothing in it opens anything. A site on a host of its own gets
 * a copy of the folder.
 */

const folderOf = (data: string): string => join(data, 'intake')
const fileOf = (data: string): string => join(folderOf(data), 'door')

const address = z.strictObject({
  host: z.string(),
  port: z.number(),
  database: z.string(),
  ssl: z.union([z.boolean(), z.record(z.string(), z.unknown())]).optional(),
  intake: z.string(),
  reporter: z.string(),
  attend: z.string(),
})

/** The desk writes it at each start: where its own database is changes with the place of its socket. */
export const writeDoor = async (data: string, { connect, passwordOf }: Pick<Database, 'connect' | 'passwordOf'>): Promise<void> => {
  const { host, port, database, ssl } = connect
  const written: DoorAddress = {
    ...{ host, port, database, ...(ssl === undefined ? {} : { ssl: ssl as DoorAddress['ssl'] }) },
    intake: passwordOf('waymark_intake'),
    reporter: passwordOf('waymark_reporter'),
    attend: passwordOf('waymark_attend'),
  }
  await replaceFile(fileOf(data), () => `${JSON.stringify(written)}\n`)
  await pepperOf(data)
}

export const pepperOf = async (data: string): Promise<Buffer> => Buffer.from(await secretIn(join(folderOf(data), 'pepper')), 'base64url')

/** The way as the file has it now: a desk that starts again may have another one. */
export const siteDoor = async (data: string): Promise<Pick<IntakeParts, 'door' | 'pepper'> & { close(): Promise<void> }> => {
  let open: { door: Door; stamp: string } | null = null
  const file = fileOf(data)
  const read = (): Door | null => {
    const stamp = stampOf(file)
    if (stamp === null) return open?.door ?? null
    if (open?.stamp === stamp) return open.door
    const found = readPrivate(file, 4096)
    if ('fault' in found || !found.bytes) return open?.door ?? null
    try {
      const door = openDoor(address.parse(JSON.parse(found.bytes.toString('utf8'))))
      void open?.door.close().catch(() => {})
      open = { door, stamp }
      return door
    } catch {
      return open?.door ?? null
    }
  }
  return { door: read, pepper: await pepperOf(data), close: async () => open?.door.close() }
}
