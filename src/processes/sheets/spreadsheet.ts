import { strFromU8, Unzip, UnzipInflate, zipSync } from 'fflate'
import readSheets from 'read-excel-file/universal'
import { hasPlainTags, tooFar } from './extent.ts'

/** How much a spreadsheet may unpack to, in bytes, and how many parts it may have. */
export type Most = { unpacked: number; parts: number }

/** A sheet of a spreadsheet, as the library reads it: a day as a Date in UTC, a number as the text that stands there. */
export type ReadSheetData = { data: readonly (readonly unknown[])[] }

/** Why a spreadsheet is not read. `far`: what stands at this cell would make a table of it that is too large. */
export type SpreadsheetFault = { fault: 'damaged' | 'parts' | 'unpacked' } | { fault: 'far'; cell: string }

/** Opens an .xlsx that a stranger sent: what it unpacks to is measured before anything reads it. */
export const openSpreadsheet = async (bytes: Uint8Array, most: Most): Promise<{ sheets: readonly ReadSheetData[] } | SpreadsheetFault> => {
  try {
    // A file that was cut off has no list of its parts at its end: some of them would be read, and others missed without a word.
    if (Buffer.from(bytes).lastIndexOf('PK\x05\x06') < 0) return { fault: 'damaged' }
    const parts = unpack(bytes, most)
    if (typeof parts === 'string') return { fault: parts }
    // What is not text of the workbook (pictures, scripts) is never looked at.
    const xml = Object.entries(parts).flatMap(([name, part]) => (/\.(?:xml|rels)$/i.test(name) ? strFromU8(part) : []))
    if (!xml.every(hasPlainTags)) return { fault: 'damaged' }
    for (const part of xml) {
      const cell = tooFar(part)
      if (cell !== null) return { fault: 'far', cell }
    }
    // Packed anew, so that what reads it unpacks what was measured here, and nothing else.
    const measured = new Blob([Uint8Array.from(zipSync(parts, { level: 0 }))])
    return { sheets: await readSheets(measured, { trim: false, parseNumber: (text: string): string => text }) }
  } catch {
    return { fault: 'damaged' }
  }
}

/**
 * What a file holds, or why it is not unpacked. A small file may unpack to a huge one, whatever it says of its own sizes, so what comes out is counted as it
 * comes, a little of the file at a time.
 */
const unpack = (bytes: Uint8Array, most: Most): Record<string, Uint8Array> | 'parts' | 'unpacked' => {
  const parts = new Map<string, Uint8Array[]>()
  let unpacked = 0
  const unzip = new Unzip((file) => {
    const pieces: Uint8Array[] = []
    parts.set(file.name, pieces)
    file.ondata = (error, piece) => {
      if (error) throw error
      unpacked += piece.length
      if (unpacked <= most.unpacked) pieces.push(piece)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < bytes.length; at += step) {
    unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length)
    if (parts.size > most.parts) return 'parts'
    if (unpacked > most.unpacked) return 'unpacked'
  }
  return Object.fromEntries([...parts].map(([name, pieces]) => [name, Buffer.concat(pieces)]))
}
/** Of a file that is all noughts 8 KB unpack to 8 MB. */
const step = 8192
