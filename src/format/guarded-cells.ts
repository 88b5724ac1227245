import type { Cell } from 'write-excel-file/node'

/*
 * Tables as files for a spreadsheet program. A text in them may come from anybody, so none is ever taken for a formula (OWASP, CSV Injection).
 */

export type CellValue = string | number | null

/** What a spreadsheet would take for a formula: in East Asian settings the full-width signs too. */
const formula = /^[=+\-@\t\r＝＋－＠]/
/** The same behind what a program with other settings takes for the end of a cell: the comma is quoted, these are not, or not by all. */
const behind = /([;\t\r\n](?:[^\S\t\r\n]*"[^\S\t\r\n]*|[^\S\t\r\n]*))(?=[=+\-@＝＋－＠])/g

const csvCell = (value: CellValue): string => {
  const guarded = typeof value === 'string' ? value.replace(behind, "$1'") : value
  const text = typeof guarded === 'string' && formula.test(guarded) ? `'${guarded}` : String(guarded ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as RFC 4180 has them, with the mark by which Excel knows UTF-8. */
export const csvOf = (rows: readonly (readonly CellValue[])[]): string =>
  `\u{feff}${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`

/** A sheet: its first row is its head. `widths` in letters, a column each. */
export type Sheet = { name: string; rows: readonly (readonly CellValue[])[]; widths?: readonly number[] }

/** Sheets as XLSX. A text is a cell of text, and a number one of a number: there is no cell of a formula. */
export const xlsxOf = async (sheets: readonly Sheet[]): Promise<Buffer> => {
  // Whoever writes CSV alone does without it.
  const { default: writeSheets } = await import('write-excel-file/node')
  return writeSheets(
    sheets.map(({ name, rows, widths }) => ({
      // What Excel takes as the name of a sheet: 31 letters, none of []:*?/\.
      sheet: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
      data: rows.map((row, at) => row.map((value) => xlsxCell(value, at === 0))),
      ...(widths ? { columns: widths.map((width) => ({ width })) } : {}),
      stickyRowsCount: 1,
    })),
  ).toBuffer()
}

const xlsxCell = (value: CellValue, head: boolean): Cell => {
  if (value === null || value === '') return null
  const look = head ? { fontWeight: 'bold' as const } : {}
  return typeof value === 'number'
    ? { value, type: Number, ...look }
    : { value: withoutControls(value), type: String, format: '@', ...look }
}

/** XML has no place for them. */
const withoutControls = (text: string): string => [...text].filter((letter) => !/[^\P{Cc}\t\n\r]/u.test(letter)).join('')
