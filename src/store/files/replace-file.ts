import { mkdirSync, rmSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { codeOf, stampOf } from './private-file.ts'

type Content = string | Uint8Array
export type Write = (handle: FileHandle, content: Content) => Promise<void>

/** Given by tests, for a disk that is full and a process that was killed. `patience`: ms. */
export type Replacing = { write?: Write | undefined; patience?: number | undefined }

/** Writing takes a few ms: a new file that is still the same after so many was left behind by a process that ended. */
const leftBehind = 5000

/** Beside the file: what will take its place, and meanwhile the sign that somebody writes. */
export const newFileOf = (file: string): string => `${file}.new`

/**
 * Replaces the file as a whole with what `change` makes of it; null: leave it. Its folder is made where there is none; both are for their
 * user alone. Of two processes one writes at a time, and what `change` reads is what the one before has written. Throws what the system
 * has against it; then the file is as it was.
 */
export const replaceFile = async (
  file: string,
  change: () => Content | null | Promise<Content | null>,
  { write = writeThrough, patience = leftBehind }: Replacing = {},
): Promise<void> => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const place = newFileOf(file)
  let [lock, since] = [stampOf(place), performance.now()]
  while (!(await tryReplace(file, change, write))) {
    await pause(50)
    const seen = stampOf(place)
    if (seen !== lock) [lock, since] = [seen, performance.now()]
    else if (performance.now() - since > patience) rmSync(place, { force: true })
  }
}

/** The new file is the lock, as git has it with its index, and to rename it is to let go. False: another one is writing. */
const tryReplace = async (file: string, change: () => Content | null | Promise<Content | null>, write: Write): Promise<boolean> => {
  const place = newFileOf(file)
  let handle: FileHandle
  try {
    handle = await open(place, 'wx', 0o600)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  // A process that was stopped for longer than others are patient finds its new file gone, or the one of somebody else in its place.
  const { ino } = await handle.stat()
  const isOurs = (): boolean => stampOf(place)?.startsWith(`${ino} `) ?? false
  try {
    const content = await change()
    if (content !== null) await write(handle, content)
    await handle.close()
    if (!isOurs()) return false
    if (content !== null) await rename(place, file)
    else await rm(place)
  } catch (error) {
    await handle.close().catch(() => {})
    if (isOurs()) await rm(place, { force: true })
    throw error
  }
  await syncFolder(dirname(file))
  return true
}

/** To the disk, before the name points at it: a power cut leaves the old file or the new one, never half of one. */
const writeThrough: Write = async (handle, content) => {
  await handle.writeFile(content)
  await handle.sync()
}

/** The new name, too, is to outlive a power cut. Not every file system can be asked for that. */
export const syncFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {}
}
