import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Tells a folder that a build wrote from one that holds something of somebody's. */
const marker = '.waymark-build'

export type Target = { write: (name: string, bytes: Buffer) => void; finish: (note: string) => void; abandon: () => void }

/** May the folder be written anew? It may where there is none, an empty one, or an earlier build. Else a sentence that says why not. */
export const refusal = (folder: string): string | null => {
  if (!existsSync(folder)) return null
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return `${folder} is not a folder.`
  }
  if (names.includes('.git'))
    return `${folder} holds a repository, and a build would delete it. Build into another folder, and copy it from there.`
  return names.length === 0 || names.includes(marker)
    ? null
    : `${folder} holds files that no build wrote. Name another folder, or empty that one.`
}

/** Writes beside the folder, and puts the whole in its place at the end: a build that is cut short leaves the old one as it was. */
export const openTarget = (folder: string): Target => {
  const place = existsSync(folder) ? realpathSync(folder) : resolve(folder)
  mkdirSync(dirname(place), { recursive: true })
  // Of a name that nobody can know before: what another put there, or a build that was killed left, would be published with it.
  const beside = mkdtempSync(`${place}.`)
  const [work, old] = [join(beside, 'new'), join(beside, 'old')]
  const made = new Set<string>()
  const folderOf = (file: string): string => {
    const path = dirname(file)
    if (!made.has(path)) mkdirSync(path, { recursive: true })
    made.add(path)
    return file
  }
  return {
    write: (name, bytes) => writeFileSync(folderOf(join(work, name)), bytes),
    finish: (note) => {
      writeFileSync(folderOf(join(work, marker)), note)
      const earlier = existsSync(place)
      if (earlier) renameSync(place, old)
      try {
        renameSync(work, place)
      } catch (error) {
        if (earlier) renameSync(old, place)
        throw error
      }
      rmSync(beside, { recursive: true, force: true })
    },
    abandon: () => rmSync(beside, { recursive: true, force: true }),
  }
}
