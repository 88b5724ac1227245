import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Everything that the build reads, as one text: it is stale when this differs from what the last build wrote down. */
export const fingerprint = (): string => {
  const files = ['src', 'tools', 'content'].flatMap((folder) => under(join(root, folder))).filter((file) => !/\.test\.tsx?$/.test(file))
  const hash = createHash('sha256')
  for (const file of [...files, join(root, 'package-lock.json')]) {
    const { mtimeMs, size } = statSync(file)
    hash.update(`${file}:${mtimeMs}:${size}\n`)
  }
  return hash.digest('hex')
}

const under = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? under(join(folder, entry.name)) : [join(folder, entry.name)]))

const dist = join(root, 'dist')
const stamp = join(dist, 'stamp')

/** Bundles the command, compiles styles and script, subsets the fonts. Does nothing when all of it is fresh. */
export const build = async (): Promise<void> => {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const { bundleCommand, bundleScript } = await import('./bundle.ts')
  const { compileStyles } = await import('./styles.ts')
  const { subsetFonts } = await import('./fonts.ts')
  const work = join(root, `dist.${process.pid}`)
  mkdirSync(join(work, 'assets'), { recursive: true })
  try {
    await Promise.all([
      bundleCommand(root, work),
      bundleScript(root, join(work, 'assets')),
      subsetFonts(root, join(work, 'assets')),
      compileStyles(root, join(work, 'assets')),
    ])
    writeFileSync(join(work, 'stamp'), wanted)
    rmSync(dist, { recursive: true, force: true })
    renameSync(work, dist)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
