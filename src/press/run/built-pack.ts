import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deserialize } from 'node:v8'
import { freeze } from '../../content/freeze.ts'
import type { Pack } from '../../content/pack.ts'

/** Seen from the bundle `dist/cli.js`. */
const folder = fileURLToPath(new URL('packs/', import.meta.url))
const files = new WeakMap<Pack, string>()

/**
 * The pack as the build read and checked it (`tools/packs.ts`), which saves a start 0.3 s of parsing; null for one with
 * faults and for one that is not there. Whoever asks knows that content is still what it was then (processes/read-pack.ts).
 */
export const builtPack = (id: string): Pack | null => {
  // No name of a pack, but a way to another file.
  if (!/^[a-z0-9-]+$/.test(id)) return null
  const file = `${folder}${id}`
  if (!existsSync(file)) return null
  const pack = freeze(deserialize(readFileSync(file)) as Pack)
  files.set(pack, file)
  return pack
}

/** The file in which the build keeps this very pack: a worker reads that. Null for one that was read from content. */
export const builtFileOf = (pack: Pack): string | null => files.get(pack) ?? null
