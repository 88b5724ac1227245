import { type Zippable, zipSync } from 'fflate'

/** A file in a package: its path with `/`, and its bytes or its text. */
export type Entry = readonly [path: string, content: Uint8Array | string]

const utf8 = new TextEncoder()

/**
 * Packs files in the order given. `date`: day that every file is said to be of, `2026-11-24`. The same files give the same bytes,
 * whatever the time zone: a zip holds a local time, and so does this date.
 */
export const zip = (entries: readonly Entry[], date: string): Uint8Array => {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number)
  const files: Zippable = {}
  for (const [path, content] of entries) {
    const bytes = typeof content === 'string' ? utf8.encode(content) : content
    // Pictures are packed already.
    files[path] = path.endsWith('.png') ? [bytes, { level: 0 }] : bytes
  }
  return zipSync(files, { level: 9, mtime: new Date(year, month - 1, day, 12) })
}
