import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file that says that what lies in a folder of data is made up, and the day on which it was. */
const marker = 'made-up-data'
/** What a desk keeps that somebody would miss. */
const kept = ['store', 'keys']

/** Does this folder of data hold a demonstration? */
export const isDemo = (data: string): boolean => existsSync(join(data, marker))

/** Takes a folder for a demonstration; gives why not, where it holds a desk that may be real. */
export const takeFolder = (data: string): string | null => {
  if (isDemo(data)) return null
  if (kept.some((name) => existsSync(join(data, name))))
    return `${data} holds a desk that is no demonstration. Set WAYMARK_DATA to another folder, or leave it out.`
  // As for any other data: PostgreSQL, which never runs as root, must be able to go through it.
  mkdirSync(data, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  toFill(data)
  return null
}

/** Whatever is there is to be emptied and filled anew. */
export const toFill = (data: string): void => writeFileSync(join(data, marker), '')

/** That it is whole, and of which day. */
export const filled = (data: string, day: Temporal.PlainDate): void => writeFileSync(join(data, marker), `${day}\n`)

/** The day on which it was filled; null: not yet, or not to the end. */
export const filledOn = (data: string): string | null => readFileSync(join(data, marker), 'utf8').trim() || null
