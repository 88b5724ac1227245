import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { loadPack } from '../src/content/load.ts'

/**
 * Reads and checks each local pack once and keeps the result, so that a start need not parse its files again
 * (`src/press/run/built-pack.ts` reads it). A pack with faults is left out: then a start reads its files and says what is wrong.
 */
export const keepPacks = (content: string, out: string): void => {
  mkdirSync(out, { recursive: true })
  for (const entry of readdirSync(content, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === 'national') continue
    const { pack } = loadPack(content, entry.name)
    if (pack) writeFileSync(join(out, entry.name), serialize(pack))
  }
}
