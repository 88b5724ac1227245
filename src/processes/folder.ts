import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { outRefusal } from './out-folder.ts'

/** Tells a folder that a build wrote from one that holds something of somebody's. */
const marker = '.waymark-build'

export type Target = { write: (name: string, bytes: Buffer) => void; finish: (note: object) => void; abandon: () => void }

/** May the folder be written anew? It may where there is none, an empty one, or an earlier build. Else a sentence that says why not. */
export const refusal = (folder: string): string | null => {
  const refused = outRefusal(folder)
  if (refused || !existsSync(folder)) return refused
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return `${folder} is not a folder.`
  }
  if (names.includes('.git'))
    return `${folder} has a Git repository in it, which a build would delete. Build into another folder, and copy the files from there.`
  return names.length === 0 || names.includes(marker)
    ? null
    : `${folder} has files in it that did not come from a build. Choose another folder, or empty this one.`
}

/**
 * Writes beside the folder, and puts the whole in its place at the end: a build that is cut short leaves the old one as it was. What the host put there (a
 * CNAME, a .well-known) comes along: all that the marker of the earlier build does not list. A file that this build writes itself stands for one of the same name.
 */
export const openTarget = (folder: string): Target => {
  const place = existsSync(folder) ? realpathSync(folder) : resolve(folder)
  mkdirSync(dirname(place), { recursive: true })
  // Of a name that nobody can know before: what another put there, or a build that was killed left, would be published with it.
  const beside = mkdtempSync(`${place}.`)
  const [work, old] = [join(beside, 'new'), join(beside, 'old')]
  const made = new Set<string>()
  const written: string[] = []
  const folderOf = (file: string): string => {
    const path = dirname(file)
    if (!made.has(path)) mkdirSync(path, { recursive: true })
    made.add(path)
    return file
  }
  return {
    write: (name, bytes) => {
      written.push(name)
      writeFileSync(folderOf(join(work, name)), bytes)
    },
    finish: (note) => {
      writeFileSync(folderOf(join(work, marker)), `${JSON.stringify({ ...note, files: written })}\n`)
      const earlier = existsSync(place)
      for (const name of earlier ? hostFiles(place) : [])
        if (!existsSync(join(work, name)))
          cpSync(join(place, name), folderOf(join(work, name)), { verbatimSymlinks: true, preserveTimestamps: true })
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

/** Files in the place of an earlier build that it did not write. One from before builds listed their files wrote all but what hosts commonly add. */
const hostFiles = (place: string): string[] => {
  const own = listed(join(place, marker))
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(place, join(entry.parentPath, entry.name)))
    .filter((name) => name !== marker && (own ? !own.has(name.replaceAll('\\', '/')) : /^(?:CNAME$|\.)/.test(name)))
}

const listed = (file: string): ReadonlySet<string> | null => {
  try {
    const { files } = JSON.parse(readFileSync(file, 'utf8'))
    return Array.isArray(files) ? new Set(files) : null
  } catch {
    return null
  }
}
