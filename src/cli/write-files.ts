import { lstatSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readBoundedText } from '../content/read-bounded.ts'

/** A folder of files that are not in their places yet: whose process that is, and a random end. */
const unfinished = /^\.unfinished-(\d+)-\w{6}$/
/** In it: the names that are written there. */
const list = '.waymark-press'

/**
 * Writes files into a folder, all of them or none: they lie in a folder beside their places until the last is whole, and then each
 * takes its place. Nothing is taken away but what is replaced by a file of the same name, and what an earlier run that was cut short has left and listed. Throws where the
 * disk refuses, or where something else than a file has one of the names.
 */
export const writeAll = (folder: string, files: readonly { file: string; content: Uint8Array }[]): void => {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) {
    const [, process] = unfinished.exec(name) ?? []
    if (process !== undefined && !runs(Number(process))) clear(join(folder, name))
  }
  if (!files.length) return
  for (const { file } of files)
    if (lstatSync(join(folder, file), { throwIfNoEntry: false })?.isDirectory()) throw new Error(`${join(folder, file)} is a folder.`)
  const beside = mkdtempSync(join(folder, `.unfinished-${process.pid}-`))
  try {
    writeFileSync(join(beside, list), JSON.stringify(files.map(({ file }) => file)))
    for (const { file, content } of files) writeFileSync(join(beside, file), content)
    for (const { file } of files) renameSync(join(beside, file), join(folder, file))
  } finally {
    clear(beside)
  }
}

/** Takes away what is listed, then the folder, if that leaves it empty. A link, or a folder without a list, is none of ours. */
const clear = (beside: string): void => {
  const read = lstatSync(beside).isDirectory() ? readBoundedText(join(beside, list), 1_000_000) : null
  if (!read || 'fault' in read) return
  try {
    const names: unknown = JSON.parse(read.text)
    for (const name of Array.isArray(names) ? names : []) if (basename(String(name)) === name) rmSync(join(beside, name), { force: true })
    rmSync(join(beside, list))
    rmdirSync(beside)
  } catch {
    // A list that was cut short, or something of somebody else's in the folder: it stays.
  }
}

/** Is a process of that number there? */
const runs = (id: number): boolean => {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
