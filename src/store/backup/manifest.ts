import { z } from 'zod'

/** Goes up when a program of today could not read what a later one writes. */
export const format = 1

/** The first file says which format the rest has; the last what must be in it: a file that was cut short has none. */
export const names = { head: 'waymark-backup.json', manifest: 'manifest.json' }
/** A table's rows are parts of this length, in bytes: a tar file says how long a part is before it. */
export const partLength = 1024 * 1024
/** So long may the manifest be. */
export const longest = 16 * partLength

export const partName = (table: string, part: number): string => `tables/${table}/${String(part).padStart(6, '0')}`
export const tableOf = (name: string): string | null => /^tables\/(.+)\/\d+$/.exec(name)?.[1] ?? null

export const headShape = z.object({ format: z.int().min(1) })

const column = z.object({ name: z.string(), type: z.string() })
export type Column = z.infer<typeof column>

const table = z.object({
  name: z.string(),
  /** Those that are not worked out from others. */
  columns: z.array(column),
  rows: z.int().min(0),
  /** Of its rows as COPY gives them (binary), and how many bytes they are. */
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type TableEntry = z.infer<typeof table>

export const manifestShape = z.object({
  format: z.literal(format),
  /** When, by the database's clock. */
  made: z.iso.datetime({ precision: 3 }),
  /** The last migration that the database had seen. */
  migration: z.string(),
  /** Parents first. */
  tables: z.array(table),
  /** Numbers that a sequence gave last; too long for a number of JavaScript. */
  sequences: z.array(z.object({ name: z.string(), last: z.string().regex(/^-?\d+$/), called: z.boolean() })),
})
export type Manifest = z.infer<typeof manifestShape>
