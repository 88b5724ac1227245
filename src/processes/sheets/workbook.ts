import { mostColumns, mostRows, type Sheet, type SheetFault } from '../../domain/register/sheet/sheet.ts'
import { openSpreadsheet } from './spreadsheet.ts'

/** 50,000 people unpack to 18 MB, ten times as much as they are packed. */
const mostUnpacked = 100_000_000
/** How many times as large as it is a file may become. */
const mostGrowth = 60

/** Reads the first sheet of an .xlsx that has people in it. */
export const readWorkbook = async (file: Uint8Array): Promise<{ sheet: Sheet } | { fault: SheetFault }> => {
  const opened = await openSpreadsheet(file, {
    unpacked: Math.min(mostUnpacked, Math.max(file.length * mostGrowth, 2_000_000)),
    parts: 500,
  })
  if ('fault' in opened) return { fault: opened.fault === 'far' ? 'far' : opened.fault === 'damaged' ? 'broken' : 'packed' }
  const sheets = opened.sheets.map(({ data }) => {
    const rows = data.map((row, at) => ({ line: at + 1, row })).filter(({ row }) => row.some((cell) => cell !== null && cell !== ''))
    return rows
  })
  const rows = sheets.find((one) => one.length > 1) ?? sheets.find((one) => one.length) ?? []
  if (!rows.length) return { fault: 'empty' }
  if (rows.length > mostRows) return { fault: 'long' }
  if (rows.some(({ row }) => row.length > mostColumns && row.slice(mostColumns).some((cell) => cell !== null))) return { fault: 'wide' }
  return {
    sheet: {
      cells: rows.map(({ row }) => row.slice(0, mostColumns).map(textOf)),
      lines: rows.map(({ line }) => line),
      how: { encoding: null, separator: null, loose: false },
    },
  }
}

const textOf = (cell: unknown): string => {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return cell === null || cell === undefined ? '' : String(cell)
}
