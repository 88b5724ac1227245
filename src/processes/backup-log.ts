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

const keysFileIn = (data: string): string => join(data, 'key-backups.log')

/** A copy of the keys: when it was made, and its last day. */
export type KeyCopy = { made: Temporal.Instant; until: Temporal.PlainDate }

export const noteKeyBackup = (data: string, { made, until }: KeyCopy): void =>
  appendLine(keysFileIn(data), `${made.toString({ smallestUnit: 'second' })} ${until}\n`)

/** Every copy that `waymark backup-keys` made with this folder. Copies that were made in another way are not known here. */
export const keyCopies = (data: string): KeyCopy[] => {
  try {
    return readFileSync(keysFileIn(data), 'utf8')
      .trimEnd()
      .split('\n')
      .flatMap((line) => {
        const [, made, until] = /^(\S+Z) (\d{4}-\d\d-\d\d)$/.exec(line) ?? []
        return made && until ? [{ made: Temporal.Instant.from(made), until: Temporal.PlainDate.from(until) }] : []
      })
  } catch {
    return []
  }
}
