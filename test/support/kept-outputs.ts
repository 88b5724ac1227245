import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openCache } from '../../src/press/run/cache.ts'
import type { Format, Output } from '../../src/press/shared/output.ts'

const begins: Readonly<Record<Format, string>> = { pdf: '%PDF', pptx: 'PK', docx: 'PK', zip: 'PK' }

/** Bytes in the place of a file that is not drawn: begun as one of its format is, and those of no other file. */
export const madeUpFile = ({ id, format }: Output): Buffer => Buffer.from(`${begins[format]} ${`the file ${id} `.repeat(4000)}`)

/** Has the command, as it is built, find files in its folder of data as if it had drawn them, so that it draws none of them. */
export const keepMadeUp = (data: string, outputs: readonly Output[]): void => {
  const look = readFileSync(fileURLToPath(new URL('../../dist/press/look', import.meta.url)), 'utf8')
  const { keyOf, put } = openCache(join(data, 'press'), look)
  for (const output of outputs) put(keyOf(output), madeUpFile(output))
}
