import { buffer } from 'node:stream/consumers'
import type { Encoding } from '../../domain/register/sheet/decode.ts'
import { heaviestSheet, longestCell, type Sheet, type SheetFault, sheetKind } from '../../domain/register/sheet/sheet.ts'

/* A program of its own (read-sheet.ts): a file comes in, its cells go out as JSON. */

const read = async (file: Uint8Array, encoding: Encoding | null): Promise<{ sheet: Sheet } | { fault: SheetFault }> => {
  if (!file.length) return { fault: 'empty' }
  if (file.length > heaviestSheet) return { fault: 'heavy' }
  const kind = sheetKind(file)
  if (kind === null) return { fault: 'type' }
  // Only what reads this kind is loaded.
  const made =
    kind === 'xlsx' ? await (await import('./workbook.ts')).readWorkbook(file) : (await import('./text.ts')).readText(file, encoding)
  if ('fault' in made) return made
  const cells = made.sheet.cells.map((row) =>
    row.map((cell) => (cell.length > longestCell ? cell.slice(0, longestCell) : cell).toWellFormed()),
  )
  return cells.length ? { sheet: { ...made.sheet, cells } } : { fault: 'empty' }
}

const encoding = (process.argv[2] || null) as Encoding | null
process.stdout.write(JSON.stringify(await read(await buffer(process.stdin), encoding)))
