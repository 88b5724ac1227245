import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Seen from `tools/` and, bundled, from `dist/` alike. */
const root = fileURLToPath(new URL('..', import.meta.url))

/** Everything that the build reads, as one text: it is stale when this differs from what the last build wrote down. */
export const fingerprint = (): string => {
  const files = ['src', 'tools', 'content'].flatMap((folder) => under(join(root, folder))).filter((file) => !/\.test\.tsx?$/.test(file))
  const hash = createHash('sha256')
  for (const file of [...files, join(root, 'package-lock.json')]) {
    const known = statSync(file, { throwIfNoEntry: false })
    if (known) hash.update(`${file}:${known.mtimeMs}:${known.size}\n`)
  }
  return hash.digest('hex')
}

/** Plain files; what begins with a dot is an editor's own. */
const under = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => (entry.isDirectory() ? under(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : []))

const stamp = join(root, 'dist', 'stamp')

/** Is what lies in `dist/` made of what is there now? */
export const isFresh = (): boolean => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()
