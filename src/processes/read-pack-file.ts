import { join } from 'node:path'
import { mostText } from '../content/files.ts'
import { readBoundedText } from '../content/read-bounded.ts'
import { contentFolder } from './paths.ts'

/** A file of content as it lies there now. The path is the pack's own, of a fact of it, and nothing that somebody sent. */
export const readPackFile = (path: string): string | null => {
  const read = readBoundedText(join(contentFolder, path), mostText)
  return 'fault' in read ? null : read.text
}
