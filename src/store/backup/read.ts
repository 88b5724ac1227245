import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { BackupFault, codeOf } from './fault.ts'
import { format, headShape, longest, type Manifest, manifestShape, names, tableOf } from './manifest.ts'
import { type Entry, TarFault, tarEntries } from './tar.ts'

/** The files in a backup. What is wrong with its bytes is thrown as a BackupFault. */
export async function* entriesOf(file: string): AsyncGenerator<Entry> {
  const source = createReadStream(file)
  const plain = createGunzip()
  source.on('error', (error) => plain.destroy(error))
  source.pipe(plain)
  let first = true
  try {
    for await (const entry of tarEntries(plain, longest)) {
      first = false
      yield entry
    }
  } catch (error) {
    throw fileFault(file, error, first)
  } finally {
    source.destroy()
    plain.destroy()
  }
}

const fileFault = (file: string, error: unknown, first: boolean): unknown => {
  if (error instanceof TarFault) return error.kind === 'cut' ? cut(file) : damaged(file)
  const code = codeOf(error)
  if (code === 'Z_BUF_ERROR') return cut(file)
  if (code.startsWith('Z_')) return first ? notABackup(file) : damaged(file)
  if (/^E[A-Z]+$/.test(code)) return new BackupFault('unreadable', `${file} cannot be read (${code}). Look whether the name is right.`)
  return error
}

export const notABackup = (file: string): BackupFault =>
  new BackupFault('not-a-backup', `${file} is not a backup of Waymark, or its first bytes are damaged.`)
const cut = (file: string): BackupFault =>
  new BackupFault(
    'cut',
    `${file} has no end: it was cut short, as it was written or as it was copied. Copy it again, or use an earlier backup.`,
  )
export const damaged = (file: string, table?: string): BackupFault =>
  new BackupFault(
    'damaged',
    `${file} is damaged${table ? `: the rows of ${table} are not those that were written` : ''}. Copy it again, or use an earlier backup.`,
  )

/** Reads the whole file and writes nothing: what is in it is what its manifest says, or a BackupFault says what is not. */
export const checkBackup = async (file: string): Promise<Manifest> => {
  const found = new Map<string, { bytes: number; hash: ReturnType<typeof createHash> }>()
  let manifest: Manifest | null = null
  let first = true
  for await (const { name, bytes } of entriesOf(file)) {
    if (first) checkHead(file, name, bytes)
    else if (manifest) throw damaged(file)
    else if (name === names.manifest) manifest = parsed(file, bytes)
    else {
      const table = tableOf(name)
      if (!table) throw damaged(file)
      const sum = found.get(table) ?? { bytes: 0, hash: createHash('sha256') }
      sum.bytes += bytes.length
      sum.hash.update(bytes)
      found.set(table, sum)
    }
    first = false
  }
  if (!manifest) throw cut(file)
  for (const { name, bytes, sha256 } of manifest.tables) {
    const sum = found.get(name)
    if (sum?.bytes !== bytes || sum.hash.digest('hex') !== sha256) throw damaged(file, name)
    found.delete(name)
  }
  if (found.size) throw damaged(file)
  return manifest
}

const checkHead = (file: string, name: string, bytes: Buffer): void => {
  if (name !== names.head) throw notABackup(file)
  const head = headShape.safeParse(json(bytes))
  if (!head.success) throw damaged(file)
  if (head.data.format > format)
    throw new BackupFault(
      'newer',
      `${file} was written by a newer Waymark (format ${head.data.format}; this one reads ${format}). Restore it with that one.`,
    )
}

const parsed = (file: string, bytes: Buffer): Manifest => {
  const result = manifestShape.safeParse(json(bytes))
  if (!result.success) throw damaged(file)
  return result.data
}

const json = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
