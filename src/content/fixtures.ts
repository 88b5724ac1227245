/** For tests only: a copy of the shipped content in which one thing after another is broken and mended again. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PackFiles, readFiles, readOthers } from './files.ts'
import { type Loaded, loadPack } from './load.ts'
import { type readYaml, rememberingYaml } from './yaml-source.ts'

/** A file with other text; null: without the file. */
export type Edit = { file: string; text: string | null }

export type TestPack = {
  folder: string
  read(file: string): string
  /** What the loader says of the pack with these edits. They are undone afterwards. */
  load(edits?: readonly Edit[], id?: string): Loaded
  /** The files of a pack as they are read, and the local files of those beside it. */
  files(id: string): PackFiles
  others(id: string): PackFiles[]
  /** Does something while the edits stand. */
  during<T>(edits: readonly Edit[], act: () => T): T
  /** Parses a file; one that stands as it is shipped only once, for all test files of a worker. */
  parse: typeof readYaml
  remove(): void
}

const shipped = fileURLToPath(new URL('../../content', import.meta.url))
const parse = rememberingYaml()

export const testPack = (): TestPack => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-pack-'))
  cpSync(shipped, folder, { recursive: true })
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  /** Gives the folder that it had to make, if any. */
  const write = ({ file, text }: Edit): string | undefined => {
    const made = mkdirSync(dirname(join(folder, file)), { recursive: true })
    if (text === null) rmSync(join(folder, file), { force: true })
    else writeFileSync(join(folder, file), text)
    return made
  }
  const during = <T>(edits: readonly Edit[], act: () => T): T => {
    const before = edits.map(({ file }) => ({ file, text: existsSync(join(folder, file)) ? read(file) : null }))
    const made = edits.map(write)
    try {
      return act()
    } finally {
      before.forEach(write)
      for (const path of made) if (path) rmSync(path, { recursive: true, force: true })
    }
  }
  return {
    folder,
    read,
    during,
    load: (edits = [], id = 'hertfordshire') => during(edits, () => loadPack(folder, id, parse)),
    files: (id) => readFiles(folder, id, parse),
    others: (id) => readOthers(folder, id, parse),
    parse,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Every second of many alike; with WAYMARK_ALL each. Neighbours in such a list are the same fault in another field or file. */
export const everySecond = <T>(all: readonly T[]): readonly T[] => (process.env.WAYMARK_ALL ? all : all.filter((_, i) => i % 2 === 0))

/** Lines of a YAML list entry: found by its id, so that tests stay right when the content is edited. 0-based, `to` exclusive. */
export const entryLines = (text: string, id: string, list?: string): { from: number; to: number } => {
  const lines = text.split('\n')
  const start = list ? lines.findIndex((l) => l.startsWith(`${list}:`)) : 0
  const from = lines.findIndex((l, i) => i >= start && (l === `- id: ${id}` || l.startsWith(`- {id: ${id},`)))
  if (from < 0) throw new Error(`no entry ${id}`)
  const next = lines.findIndex((l, i) => i > from && !/^(?:\s+\S|\s*$)/.test(l))
  return { from, to: next < 0 ? lines.length : next }
}

/** The 0-based line of a field of an entry. */
export const fieldLine = (text: string, id: string, field: string, list?: string): number => {
  const { from, to } = entryLines(text, id, list)
  const line = text
    .split('\n')
    .findIndex((l, i) => i >= from && i < to && (l.startsWith(`  ${field}:`) || (i === from && l.includes(`${field}:`))))
  if (line < 0) throw new Error(`no field ${field} of ${id}`)
  return line
}

/** The text with line `at` (0-based) put in place of, taken out, or followed by another. */
export const withLine = (text: string, at: number, change: (line: string) => string | null): string =>
  text
    .split('\n')
    .flatMap((line, i) => (i === at ? (change(line) ?? []) : line))
    .join('\n')
