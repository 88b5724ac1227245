import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/**
 * What some files are, told in two ways: by times and sizes, which takes a millisecond, and by their bytes, since a copy has other times.
 * Names count too, and no place: a folder may lie elsewhere tomorrow.
 */
export type Fingerprint = { times: string; bytes: string }

/** Plain files under a folder; what begins with a dot is an editor's own. */
export const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : []))

const timesOf = (root: string, files: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const file of files) {
    const { mtimeMs, size } = statSync(file)
    hash.update(`${relative(root, file)}:${mtimeMs}:${size}\n`)
  }
  return hash.digest('hex')
}

const bytesOf = (root: string, files: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const file of files) {
    const bytes = readFileSync(file)
    hash.update(`${relative(root, file)}:${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

export const fingerprintOf = (root: string, files: readonly string[]): Fingerprint => ({
  times: timesOf(root, files),
  bytes: bytesOf(root, files),
})

/** Are these files the ones whose fingerprint is known? */
export const isSame = (known: Fingerprint, root: string, files: readonly string[]): boolean =>
  known.times === timesOf(root, files) || known.bytes === bytesOf(root, files)
