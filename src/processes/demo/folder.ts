import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file that says that what lies in a folder of data is made up, and the day on which it was. */
const marker = 'made-up-data'
/** What a desk keeps that somebody would miss. */
const kept = ['store', 'keys']

/** Does this folder of data hold a demonstration? */
export const isDemo = (data: string): boolean => existsSync(join(data, marker))

/** Opens the made-up county's key at each start, so that its inbox can be read: nobody there has a passphrase to type. */
export const keyFileOf = (data: string): string => join(data, 'made-up-key')
/** The code of one report, for whoever wants to see what a reporter sees. */
const codeFileOf = (data: string): string => join(data, 'made-up-code')

/** Takes a folder for a demonstration; gives why not, where it holds a desk that may be real. */
export const takeFolder = (data: string): string | null => {
  if (isDemo(data)) return withKey(data)
  if (kept.some((name) => existsSync(join(data, name))))
    return `${data} holds a desk that is no demonstration. Set WAYMARK_DATA to another folder, or leave it out.`
  // As for any other data: PostgreSQL, which never runs as root, must be able to go through it.
  mkdirSync(data, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  toFill(data)
  return withKey(data)
}

const withKey = (data: string): null => {
  if (!existsSync(keyFileOf(data))) writeFileSync(keyFileOf(data), randomBytes(32), { mode: 0o600 })
  return null
}

/** Whatever is there is to be emptied and filled anew. */
export const toFill = (data: string): void => writeFileSync(join(data, marker), '')

/** That it is whole, and of which day; and the code for visitors. */
export const filled = (data: string, day: Temporal.PlainDate, code: readonly string[]): void => {
  writeFileSync(codeFileOf(data), `${code.join(' ')}\n`)
  writeFileSync(join(data, marker), `${day}\n`)
}

/** The code for visitors; null: this one was filled before there was any. */
export const codeOf = (data: string): readonly string[] | null =>
  existsSync(codeFileOf(data)) ? readFileSync(codeFileOf(data), 'utf8').trim().split(' ') : null

/** The day on which it was filled; null: not yet, or not to the end. */
export const filledOn = (data: string): string | null => readFileSync(join(data, marker), 'utf8').trim() || null
