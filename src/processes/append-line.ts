import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'

/** Adds a line to the end of a file, for its user alone; it is on the disk when this returns. */
export const appendLine = (file: string, line: string): void => {
  const open = openSync(file, 'a', 0o600)
  try {
    writeSync(open, line)
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}
