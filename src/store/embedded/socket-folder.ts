import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An address of a unix socket holds 103 bytes on macOS and 107 on Linux, of which the name takes 14. */
const longest = 80

/** A folder by which the socket of a cluster can be reached: itself, or a link to it where its path is too long. */
export const socketFolder = (cluster: string): { host: string; remove(): void } => {
  if (Buffer.byteLength(cluster) <= longest) return { host: cluster, remove: () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'waymark-'))
  const host = join(folder, 'db')
  symlinkSync(cluster, host)
  return { host, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
