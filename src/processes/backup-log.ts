import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { appendLine } from './append-line.ts'

const fileIn = (data: string): string => join(data, 'backups.log')

/** A line for each copy that was made and proved, so that the desk can say when the last one was. Not where it lies: that is for few to know. */
export const noteBackup = (data: string, at: Temporal.Instant, { rows, tables }: { rows: number; tables: number }): void => {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  appendLine(fileIn(data), `${at.toString({ smallestUnit: 'second' })} ${rows} rows of ${tables} tables\n`)
}

/** Null: none was made with this folder, or the file is not there any more. */
export const lastBackup = (data: string): Temporal.Instant | null => {
  try {
    const [at] = readFileSync(fileIn(data), 'utf8').trimEnd().split('\n').at(-1)?.split(' ') ?? []
    return at ? Temporal.Instant.from(at) : null
  } catch {
    return null
  }
}
