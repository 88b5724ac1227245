import { existsSync, mkdirSync, renameSync, rmdirSync, statSync } from 'node:fs'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
/** Who holds a lock for longer than this many ms has ended over it. */
const patience = 60_000

/** True where this worker is to do it; false when another has, or gave up. */
export const isOurs = async (lock: string): Promise<boolean> => {
  try {
    mkdirSync(lock)
    return true
  } catch {
    while (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.ctimeMs ?? 0) < patience) await pause(20)
    return false
  }
}

/** Makes a folder once for all workers: whoever comes meanwhile waits for it. `make` writes into a folder that is given its name when it is whole. */
export const folderOnce = async (folder: string, make: (work: string) => Promise<unknown>): Promise<void> => {
  while (!existsSync(folder)) {
    const lock = `${folder}.lock`
    if (!(await isOurs(lock))) continue
    try {
      if (existsSync(folder)) return
      await make(`${folder}.work`)
      renameSync(`${folder}.work`, folder)
    } finally {
      rmdirSync(lock)
    }
  }
}
