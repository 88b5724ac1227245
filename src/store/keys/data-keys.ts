import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Erased, erasedList } from '../files/erased-list.ts'
import { codeOf, readPrivate } from '../files/private-file.ts'
import { newFileOf, type Replacing, replaceFile, syncFolder } from '../files/replace-file.ts'
import { readEnvelope } from '../seal/envelope.ts'
import { seal } from '../seal/seal.ts'
import type { About, PublicKey } from '../seal/suite.ts'
import { type Fault, isFault } from './fault.ts'
import type { OpenedKeys } from './opened-keys.ts'

/** Bytes of a concern's own key. */
const length = 32
/** An envelope around one is shorter. */
const largest = 1024

/**
 * The keys that concerns are kept under, one each: a file in a folder outside the database and its backups, sealed to the partnership's key. To
 * erase a concern is to destroy its key: what a backup of the database still has of it, nobody opens again.
 */
export type DataKeys = {
  /** The key of a concern, made where it has none yet. `erased`: it was destroyed, and none is made again. */
  keyOf(concern: string, opened: Pick<OpenedKeys, 'open'>, to: PublicKey): Promise<Uint8Array | Fault | 'erased'>
  /** Destroys it, and writes down that it was: from then on the concern is erased, whatever becomes of this process or of the database. */
  destroy(concern: string, erased: Erased): Promise<void>
  /** Takes away what a crash left of keys that were destroyed, or what an old copy of the keys brought back. */
  tidy(): Promise<void>
  /** What was destroyed: when, by which rule, by whom. */
  erased(): ReadonlyMap<string, Erased>
  /** Every concern that has one. */
  all(): string[]
  /** The partnership's key that it is sealed to, by its id; null where it has none. */
  sealedTo(concern: string): string | null
}

const about = (concern: string): About => ({ kind: 'concern key', id: concern })

/** `folder`: WAYMARK_DATA/keys/concerns. */
export const dataKeys = (folder: string, parts: Replacing = {}): DataKeys => {
  const fileOf = (concern: string): string => join(folder, concern.slice(0, 2), concern)
  const list = erasedList(join(folder, 'erased'))

  const envelopeOf = (concern: string): Buffer | null => {
    const read = readPrivate(fileOf(concern), largest)
    if ('fault' in read) throw new Error(`the key of a concern cannot be read (${read.fault})`)
    return read.bytes
  }
  const erased = list.all
  /** Whoever writes the key of a concern that is being erased meanwhile finds that it is, under the file's lock, and writes nothing. */
  const keep = async (concern: string, key: Uint8Array, to: PublicKey, over: boolean): Promise<void> => {
    const envelope = await seal(key, to, about(concern))
    if (envelope === 'too-large') throw new Error('a key has 32 bytes')
    await replaceFile(fileOf(concern), () => (erased().has(concern) || (!over && envelopeOf(concern)) ? null : envelope), parts)
  }
  const read = async (concern: string, opened: Pick<OpenedKeys, 'open'>): Promise<Uint8Array | Fault | null> => {
    const envelope = envelopeOf(concern)
    if (!envelope) return null
    const found = await opened.open(envelope, about(concern))
    return isFault(found) ? found : found.content
  }
  /** First what would take the file's place: whoever writes it then begins again, and finds that it is erased. */
  const remove = async (concern: string): Promise<void> => {
    for (const file of [newFileOf(fileOf(concern)), fileOf(concern)]) await rm(file, { force: true })
    await syncFolder(join(folder, concern.slice(0, 2)))
  }
  const all = (): string[] => foldersOf(folder).flatMap((part) => readdirSync(join(folder, part)).filter((name) => isConcern.test(name)))

  return {
    keyOf: async (concern, opened, to) => {
      if (erased().has(concern)) return 'erased'
      if (!envelopeOf(concern)) await keep(concern, randomBytes(length), to, false)
      // Read again: of two who make it at once, one does.
      const key = await read(concern, opened)
      if (!key) return 'erased'
      if (!isFault(key) && readEnvelope(envelopeOf(concern) ?? new Uint8Array())?.keyId !== to.id) await keep(concern, key, to, true)
      return key
    },
    destroy: async (concern, how) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      await list.add([concern], how)
      await remove(concern)
    },
    tidy: async () => {
      const gone = erased()
      for (const concern of all()) if (gone.has(concern)) await remove(concern)
    },
    erased,
    all,
    sealedTo: (concern) => {
      const envelope = envelopeOf(concern)
      return envelope && (readEnvelope(envelope)?.keyId ?? null)
    },
  }
}

const isConcern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const foldersOf = (folder: string): string[] => {
  try {
    return readdirSync(folder).filter((name) => /^[0-9a-f]{2}$/.test(name))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}
