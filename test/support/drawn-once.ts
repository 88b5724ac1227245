import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeWhole } from '../../src/press/run/cache.ts'
import type { Output } from '../../src/press/shared/output.ts'
import { isOurs } from './lock.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const home = join(root, 'node_modules/.cache/waymark-drawn')

/** The hash of all that may draw: our whole source, and the packages with their fonts. */
const look = (): string => {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  const names = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  for (const name of names.sort()) hash.update(name.slice(root.length)).update(readFileSync(name))
  return hash.digest('hex').slice(0, 32)
}

let folder: string | undefined
const opened = (): string => {
  if (folder) return folder
  const own = look()
  mkdirSync(join(home, own), { recursive: true })
  for (const name of readdirSync(home)) if (name !== own) rmSync(join(home, name), { recursive: true, force: true })
  folder = join(home, own)
  return folder
}

const read = (file: string): Uint8Array | null => {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

/** What `draw` makes of an output: drawn once for all workers, and again only when something that draws has changed. A fault is not kept. */
export const once = async (output: Output, draw: (output: Output) => Promise<Uint8Array>): Promise<Uint8Array> => {
  const file = join(opened(), createHash('sha256').update(JSON.stringify(output)).digest('hex').slice(0, 32))
  const known = read(file)
  if (known) return known
  const lock = `${file}.lock`
  if (!(await isOurs(lock))) return read(file) ?? draw(output)
  try {
    const bytes = await draw(output)
    writeWhole(file, bytes)
    return bytes
  } finally {
    rmdirSync(lock)
  }
}
