import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { z } from 'zod'
import { BackupFault } from './backup/fault.ts'
import { damaged, entriesOf, notABackup } from './backup/read.ts'
import { tarEnd, tarEntry } from './backup/tar.ts'
import { codeOf } from './files/private-file.ts'
import { newFileOf, replaceFile, syncFolder } from './files/replace-file.ts'
import { dataKeys } from './keys/data-keys.ts'

/*
 * Copies of the folder of keys, apart from those of the database and with a last day: what was erased can be opened for as long as somebody has
 * a copy of its key. A program cannot make a file forget, so the day is written into it for whoever deletes it, and after it nothing of ours
 * takes the file back.
 */

const format = 1
const names = { head: 'waymark-keys.json', manifest: 'manifest.json' }
/** Lists of what was erased, which are only added to: concerns, and people of the register. */
const erasedLists: readonly string[] = ['keys/concerns/erased', 'keys/learners/erased']

const manifestShape = z.object({
  format: z.literal(format),
  made: z.iso.datetime(),
  /** The last day on which it is taken back. */
  until: z.iso.date(),
  files: z.array(z.object({ name: z.string().regex(/^(?:[\w-]+\/)*[\w-]+$/), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
})
export type KeyManifest = z.infer<typeof manifestShape>

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const json = (name: string, value: object): Buffer => tarEntry({ name, bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) })

/** Without it no code of a reporter is known any more. */
const pepper = 'intake/pepper'

/** Every file of the keys but those that are just being written; by their paths from the data folder. */
const filesIn = (data: string): string[] => {
  const found = readdirSync(join(data, 'keys'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const keys = found.map((one) => relative(data, join(one.parentPath, one.name))).filter((name) => !name.endsWith(newFileOf('')))
  return [...keys, ...(existsSync(join(data, pepper)) ? [pepper] : [])].toSorted()
}

/** Writes a copy of the keys into one file, for its user alone. Throws a BackupFault. */
export const backUpKeys = async (
  data: string,
  file: string,
  { made, until }: { made: Temporal.Instant; until: Temporal.PlainDate },
): Promise<KeyManifest> => {
  if (existsSync(file)) throw new BackupFault('exists', `${file} is there already. Choose another name, or delete it.`)
  if (!existsSync(join(data, 'keys')))
    throw new BackupFault('unreadable', `There are no keys in ${data}. Set WAYMARK_DATA to the folder that the desk keeps its data in.`)
  const manifest: KeyManifest = { format, made: made.toString({ smallestUnit: 'second' }), until: until.toString(), files: [] }
  const pieces = function* (): Generator<Buffer> {
    yield json(names.head, { format, until: manifest.until })
    for (const name of filesIn(data)) {
      const bytes = bytesOf(join(data, name))
      // Destroyed since the folder was listed.
      if (!bytes) continue
      manifest.files.push({ name, sha256: sha256(bytes) })
      yield tarEntry({ name, bytes })
    }
    yield json(names.manifest, manifest)
    yield tarEnd
  }
  const work = `${file}.${process.pid}.part`
  try {
    await pipeline(Readable.from(pieces()), createGzip(), createWriteStream(work, { flags: 'wx', mode: 0o600, flush: true }))
    await rename(work, file)
    await syncFolder(dirname(file))
    return manifest
  } catch (error) {
    await rm(work, { force: true })
    throw error
  }
}

const bytesOf = (file: string): Buffer | null => {
  try {
    return readFileSync(file)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Reads the whole file before anything is written. */
const readCopy = async (file: string): Promise<{ manifest: KeyManifest; files: ReadonlyMap<string, Buffer> }> => {
  const files = new Map<string, Buffer>()
  let manifest: KeyManifest | null = null
  let first = true
  for await (const { name, bytes } of entriesOf(file)) {
    if (first && name !== names.head) throw notABackup(file)
    if (name === names.manifest) manifest = parsed(file, bytes)
    else if (!first) files.set(name, Buffer.from(bytes))
    first = false
  }
  const whole =
    manifest?.files.length === files.size &&
    manifest.files.every(({ name, sha256: sum }) => sha256(files.get(name) ?? Buffer.alloc(0)) === sum)
  if (!manifest || !whole) throw damaged(file)
  return { manifest, files }
}

const parsed = (file: string, bytes: Buffer): KeyManifest => {
  try {
    return manifestShape.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    throw damaged(file)
  }
}

const concernOf = (name: string): string | null => /^keys\/concerns\/[0-9a-f]{2}\/([\w-]+)$/.exec(name)?.[1] ?? null

/**
 * Puts the keys back into a folder that has none. Not after its last day, nor the key of anything that was erased, whether the list of that is in
 * the folder or in the copy. The same file again after a crash does the rest.
 */
export const putKeysBack = async (
  data: string,
  file: string,
  today: Temporal.PlainDate,
): Promise<{ manifest: KeyManifest; restored: number; erased: number }> => {
  const { manifest, files } = await readCopy(file)
  if (Temporal.PlainDate.compare(Temporal.PlainDate.from(manifest.until), today) < 0)
    throw new BackupFault(
      'expired',
      `${file} ran out on ${manifest.until}: it may hold keys of what has been erased since. Delete it, and use a newer one.`,
    )
  for (const [name, bytes] of files) {
    const there = bytesOf(join(data, name))
    if (there && !erasedLists.includes(name) && !there.equals(bytes))
      throw new BackupFault('not-empty', `There are keys in ${data} already. Restore into a new folder: no key is written over.`)
  }
  mkdirSync(join(data, 'keys/concerns'), { recursive: true, mode: 0o700 })
  // Before any key: a crash leaves none without the list that forbids it.
  for (const list of erasedLists) {
    const lines = files.get(list)
    if (lines?.length) await append(join(data, list), lines)
  }
  const gone = dataKeys(join(data, 'keys/concerns')).erased()
  let [restored, erased] = [0, 0]
  for (const [name, bytes] of files) {
    if (erasedLists.includes(name)) continue
    if (gone.has(concernOf(name) ?? '')) {
      erased += 1
      continue
    }
    await replaceFile(join(data, name), () => bytes)
    restored += 1
  }
  return { manifest, restored, erased }
}

const append = async (file: string, lines: Uint8Array): Promise<void> => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const list = await open(file, 'a', 0o600)
  try {
    await list.write(Buffer.concat([Buffer.from('\n'), lines]))
    await list.sync()
  } finally {
    await list.close()
  }
  await syncFolder(dirname(file))
}
