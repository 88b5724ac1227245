/** For tests only: a copy of the shipped content in which one thing after another is broken and mended again. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ContentFolder, onDisk, type PackFiles, readFiles, readOthers } from './files.ts'
import { type Loaded, loadPack } from './load.ts'
import { rememberingRead } from './read-file.ts'

/** A file with other text; null: without the file. */
export type Edit = { file: string; text: string | null }

export type TestPack = {
  /** A folder of the machine with the content as it stands: made when it is first asked for. Whatever needs none is far quicker. */
  readonly folder: string
  /** The content as it stands, to be read: a file that stands as it is shipped only once, for all test files of a worker. */
  readonly content: ContentFolder
  read(file: string): string
  /** What the loader says of the pack with these edits. They are undone afterwards. */
  load(edits?: readonly Edit[], id?: string): Loaded
  /** The files of a pack as they are read, and the local files of those beside it. */
  files(id: string): PackFiles
  others(id: string): PackFiles[]
  /** Does something while the edits stand. */
  during<T>(edits: readonly Edit[], act: () => T): T
  remove(): void
}

const shippedFolder = fileURLToPath(new URL('../../content', import.meta.url))

/** The shipped files by path, read once a worker. */
let shippedTexts: ReadonlyMap<string, string> | undefined
export const shipped = (): ReadonlyMap<string, string> => {
  shippedTexts ??= new Map(
    readdirSync(shippedFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(shippedFolder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  )
  return shippedTexts
}

/** Reads a file, or says what was read of the same text: once for all test files of a worker. */
export const rememberedRead = rememberingRead()

const inFolders = (a: string, b: string): number => {
  const [one, other] = [a.split('/'), b.split('/')]
  const at = one.findIndex((part, i) => part !== other[i])
  return (one[at] ?? '') < (other[at] ?? '') ? -1 : 1
}

/** Files that are no files of the machine. */
export const inMemory = (texts: ReadonlyMap<string, string>): ContentFolder => ({
  layers: () => [...new Set([...texts.keys()].map((path) => path.replace(/\/.*/, '')))],
  paths: (layer) => {
    const own = [...texts.keys()].filter((path) => path.startsWith(`${layer}/`)).sort(inFolders)
    return own.length ? own : null
  },
  open: (path) => {
    const text = texts.get(path)
    return text === undefined ? { fault: `There is no file ${path}.`, is: 'missing' } : { text, size: text.length }
  },
  read: rememberedRead,
})

const loadedOnce = new Map<string, Loaded>()
/** A pack as it is shipped, read once a worker. */
export const shippedPack = (id: string): Loaded => {
  const loaded = loadedOnce.get(id) ?? loadPack(inMemory(shipped()), id)
  loadedOnce.set(id, loaded)
  return loaded
}

export const testPack = (): TestPack => {
  const texts = new Map(shipped())
  let folder: string | null = null
  const put = ({ file, text }: Edit): string | undefined => {
    if (text === null) texts.delete(file)
    else texts.set(file, text)
    return folder === null ? undefined : write(folder, { file, text })
  }
  const folderOf = (): string => {
    if (folder !== null) return folder
    folder = mkdtempSync(join(tmpdir(), 'waymark-pack-'))
    cpSync(shippedFolder, folder, { recursive: true })
    for (const file of new Set([...texts.keys(), ...shipped().keys()])) {
      const text = texts.get(file) ?? null
      if (text !== (shipped().get(file) ?? null)) write(folder, { file, text })
    }
    return folder
  }
  /** Once there is a folder, others may write into it. */
  const content = () => (folder === null ? inMemory(texts) : onDisk(folder, rememberedRead))
  const textOf = (file: string): string | null => {
    if (folder === null) return texts.get(file) ?? null
    return existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : null
  }
  const read = (file: string): string => {
    const text = textOf(file)
    if (text === null) throw new Error(`there is no file ${file}`)
    return text
  }
  const during = <T>(edits: readonly Edit[], act: () => T): T => {
    const before = edits.map(({ file }) => ({ file, text: textOf(file) }))
    const made = edits.map(put)
    try {
      return act()
    } finally {
      before.forEach(put)
      for (const path of made) if (path) rmSync(path, { recursive: true, force: true })
    }
  }
  return {
    get folder() {
      return folderOf()
    },
    get content() {
      return content()
    },
    read,
    during,
    load: (edits = [], id = 'hertfordshire') => during(edits, () => loadPack(content(), id)),
    files: (id) => readFiles(content(), id),
    others: (id) => readOthers(content(), id),
    remove: () => {
      if (folder !== null) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Gives the folder that it had to make, if any. */
const write = (folder: string, { file, text }: Edit): string | undefined => {
  const path = join(folder, file)
  const made = mkdirSync(dirname(path), { recursive: true })
  if (text === null) rmSync(path, { force: true })
  else writeFileSync(path, text)
  return made
}

/** One in `n` of many alike; with WAYMARK_ALL each. Neighbours in such a list are the same fault in another field or file. */
const oneIn =
  (n: number) =>
  <T>(all: readonly T[]): readonly T[] =>
    process.env.WAYMARK_ALL ? all : all.filter((_, i) => i % n === 0)
export const everyFourth = oneIn(4)
export const everyEighth = oneIn(8)

/** Lines of a YAML list entry: found by its id, so that tests stay right when the content is edited. 0-based, `to` exclusive. */
export const entryLines = (text: string, id: string, list?: string): { from: number; to: number } => {
  const lines = text.split('\n')
  const start = list ? lines.findIndex((l) => l.startsWith(`${list}:`)) : 0
  const from = lines.findIndex((l, i) => i >= start && (l === `- id: ${id}` || l.startsWith(`- {id: ${id},`)))
  if (from < 0) throw new Error(`no entry ${id}`)
  const next = lines.findIndex((l, i) => i > from && !/^(?:\s+\S|\s*$)/.test(l))
  return { from, to: next < 0 ? lines.length : next }
}

/** A file of translations without one of its texts. */
export const withoutText = (text: string, id: string): string => text.replace(new RegExp(`- id: ${RegExp.escape(id)}\\n(?: {2}.*\\n)+`), '')

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
