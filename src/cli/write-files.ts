import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const unfinished = '.unfinished-'

/**
 * Writes files into a folder, all of them or none: they lie in a folder beside their places until the last is whole, and then each
 * takes its place. What an earlier run that was cut short left behind is cleared away. Throws where the disk refuses.
 */
export const writeAll = (folder: string, files: readonly { file: string; content: Uint8Array }[]): void => {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder))
    if (name.startsWith(unfinished) && !runs(Number(name.slice(unfinished.length)))) rmSync(join(folder, name), { recursive: true })
  if (!files.length) return
  const beside = join(folder, `${unfinished}${process.pid}`)
  mkdirSync(beside, { recursive: true })
  try {
    for (const { file, content } of files) writeFileSync(join(beside, file), content)
    for (const { file } of files) renameSync(join(beside, file), join(folder, file))
  } finally {
    rmSync(beside, { recursive: true, force: true })
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
