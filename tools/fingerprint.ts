import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Fingerprint, filesUnder, fingerprintOf, isSame } from '../src/processes/fingerprint.ts'
import { contentAt } from '../src/processes/place.ts'

/** Seen from `tools/` and, bundled, from `dist/` alike. */
const root = fileURLToPath(new URL('..', import.meta.url))
const file = join(root, 'dist', 'stamp')

/** What a build was made of. */
export type Stamp = { code: Fingerprint; content: Fingerprint }

const codeFiles = (): string[] => [
  ...['src', 'tools'].flatMap((folder) => filesUnder(join(root, folder))).filter((path) => !/\.test\.tsx?$/.test(path)),
  ...[join(root, 'package-lock.json')].filter((path) => existsSync(path)),
]

export const stampNow = (): Stamp => {
  const content = contentAt(root, process.env)
  return { code: fingerprintOf(root, codeFiles()), content: fingerprintOf(content, filesUnder(content)) }
}

const readStamp = (): Stamp | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamp
  } catch {
    return null
  }
}

const isOfContent = ({ content }: Stamp): boolean => {
  const folder = contentAt(root, process.env)
  return isSame(content, folder, filesUnder(folder))
}

/** Is what lies in `dist/` made of what is there now? */
export const isFresh = (): boolean => {
  const stamp = readStamp()
  return stamp !== null && isSame(stamp.code, root, codeFiles()) && isOfContent(stamp)
}

/** May it be run? Content of the tree must be that of the build; content that lies elsewhere is read anew where it is not. */
export const mayRun = (): boolean => {
  const stamp = readStamp()
  return stamp !== null && isSame(stamp.code, root, codeFiles()) && (Boolean(process.env.WAYMARK_CONTENT) || isOfContent(stamp))
}
