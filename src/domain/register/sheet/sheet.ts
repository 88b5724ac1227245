import type { Encoding } from './decode.ts'

/** Bytes of a file that is taken, rows and columns of it, and letters of a cell that are looked at. 50,000 people of a county's largest employer fit. */
export const heaviestSheet = 16 * 1024 * 1024
export const mostRows = 60_000
export const mostColumns = 300
export const longestCell = 500

/** How a file was read; null: of a spreadsheet, which says so itself. `loose`: a quotation mark was never closed, so that marks were taken for letters. */
export type SheetRead = { encoding: Encoding | null; separator: string | null; loose: boolean }

/** What a file holds: its cells as text, and at which line of it (or row of a spreadsheet) each row stands. A day of a spreadsheet is ISO 8601. */
export type Sheet = { cells: readonly (readonly string[])[]; lines: readonly number[]; how: SheetRead }

/**
 * Why a file is not read. `type`: neither a spreadsheet of today nor text. `packed`: it unpacks to more than is held. `far`: something stands a
 * long way from the rest. `long`, `wide`: more rows or columns than are taken. `broken`: it cannot be read to its end. `busy`: others are read.
 */
export type SheetFault = 'empty' | 'heavy' | 'type' | 'packed' | 'far' | 'long' | 'wide' | 'broken'

/** Reads CSV or XLSX. `encoding`: chosen by whoever looked at it; null: as it seems. */
export type ReadSheet = (file: Uint8Array, encoding: Encoding | null) => Promise<{ sheet: Sheet } | { fault: SheetFault }>

/** What a file is by its first bytes, whatever its name says: a zip, the older form of Excel, a PDF or a picture, or text. */
export const sheetKind = (file: Uint8Array): 'xlsx' | 'text' | null => {
  const begins = (...bytes: number[]): boolean => bytes.every((byte, at) => file[at] === byte)
  if (begins(0x50, 0x4b, 0x03, 0x04)) return 'xlsx'
  const other = [
    [0xd0, 0xcf, 0x11, 0xe0],
    [0x25, 0x50, 0x44, 0x46],
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x50, 0x4b],
  ]
  return other.some((bytes) => begins(...bytes)) ? null : 'text'
}
