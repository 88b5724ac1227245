import { lstatSync, readFileSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Secret } from '../../web/forms/secrets.ts'

/** `made`: when, as its machine's clock had it, in ms. */
export type DatedSecret = Secret & { made: number }

const shape = z.strictObject({
  secrets: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[0-9a-f]{8}$/),
        made: z.iso.datetime(),
        secret: z.string().regex(/^[\w-]{43}$/),
      }),
    )
    .min(1),
})

/** More than this is no file of ours. */
const largest = 64 * 1024

/** What whoever runs the site must put right before it can start. */
export class SecretsFault extends Error {}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

/** `stamp`: changes whenever the file does. */
export type SecretsFile = { stamp: string | null; secrets: readonly DatedSecret[]; broken: boolean }

export const stampOf = (file: string): string | null => {
  try {
    const { ino, mtimeMs, size } = lstatSync(file)
    return `${ino} ${mtimeMs} ${size}`
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw new SecretsFault(unreadable(file, error))
  }
}

const unreadable = (file: string, error: unknown): string =>
  `${file} cannot be read (${codeOf(error) ?? error}). The user that runs Waymark must own this file, and its mode must be 600. Change the owner, or delete the file: Waymark makes a new one at the next start.`

/** The secrets in a file, oldest first. One that was cut short, on a full disk or as the power went, is broken; one that others may have read, or that cannot be read, is refused. */
export const readSecrets = (file: string): SecretsFile => {
  const stamp = stampOf(file)
  if (stamp === null) return { stamp, secrets: [], broken: false }
  let text: string
  try {
    const { mode, size } = lstatSync(file)
    // A link among them: its mode is open to all.
    if ((mode & 0o077) !== 0) throw new SecretsFault(`${file} can be read by others. Delete it: Waymark makes a new one at the next start.`)
    if (size > largest) return { stamp, secrets: [], broken: true }
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof SecretsFault) throw error
    throw new SecretsFault(unreadable(file, error))
  }
  const secrets = parse(text)
  return { stamp, secrets: secrets ?? [], broken: !secrets }
}

const parse = (text: string): DatedSecret[] | null => {
  try {
    const { secrets } = shape.parse(JSON.parse(text))
    return secrets.map(({ id, made, secret }) => ({ id, made: Date.parse(made), bytes: Buffer.from(secret, 'base64url') }))
  } catch {
    return null
  }
}

const format = (secrets: readonly DatedSecret[]): string => {
  const rows = secrets.map(({ id, made, bytes }) => ({
    id,
    made: new Date(made).toISOString(),
    secret: Buffer.from(bytes).toString('base64url'),
  }))
  return `${JSON.stringify({ secrets: rows }, null, 2)}\n`
}

/** Beside the file: what will take its place, and meanwhile the sign that somebody writes. */
export const newFileOf = (file: string): string => `${file}.new`

/**
 * Replaces the file as a whole with what `change` makes of it; null: leave it. Of two processes one writes: the new file is its lock, as
 * git has it with its index, and to rename it is to let go. False: another one is writing.
 */
export const changeSecrets = async (
  file: string,
  change: (before: SecretsFile) => readonly DatedSecret[] | null,
  write: (handle: FileHandle, text: string) => Promise<void> = writeThrough,
): Promise<boolean> => {
  const place = newFileOf(file)
  let handle: FileHandle
  try {
    handle = await open(place, 'wx', 0o600)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  try {
    const secrets = change(readSecrets(file))
    if (secrets) await write(handle, format(secrets))
    await handle.close()
    if (secrets) await rename(place, file)
    else await rm(place)
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(place, { force: true })
    throw error
  }
  await syncFolder(dirname(file))
  return true
}

/** To the disk, before the name points at it: a power cut leaves the old file or the new one, never half of one. */
const writeThrough = async (handle: FileHandle, text: string): Promise<void> => {
  await handle.writeFile(text)
  await handle.sync()
}

/** The new name, too, is to outlive a power cut. Not every file system can be asked for that. */
const syncFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {}
}
