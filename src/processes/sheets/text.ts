import Papa from 'papaparse'
import { decoded, type Encoding, encodingOf, separatorOf } from '../../domain/register/sheet/decode.ts'
import { mostColumns, mostRows, type Sheet, type SheetFault } from '../../domain/register/sheet/sheet.ts'

/** Reads a text of cells with something between them, whichever program wrote it. */
export const readText = (file: Uint8Array, chosen: Encoding | null): { sheet: Sheet } | { fault: SheetFault } => {
  const encoding = chosen ?? encodingOf(file)
  // A file that was put together from two may end its lines in two ways; the parser looks for one.
  const text = decoded(file, encoding).replace(/\r\n?/g, '\n')
  const { separator, from } = separatorOf(text)
  const body = from ? text.slice(from) : text
  const first = parse(body, separator, '"')
  // One mark that is never closed swallows all that follows: marks are then letters like others.
  const read = first.unclosed ? parse(body, separator, '\0') : first
  if (read.fault) return { fault: read.fault }
  const { cells, lines } = read
  const firstLine = from ? 1 : 0
  return { sheet: { cells, lines: lines.map((line) => line + firstLine), how: { encoding, separator, loose: first.unclosed } } }
}

type Parsed = { cells: string[][]; lines: number[]; unclosed: boolean; fault: SheetFault | null }

const parse = (text: string, delimiter: string, quoteChar: string): Parsed => {
  const made: Parsed = { cells: [], lines: [], unclosed: false, fault: null }
  let line = 1
  Papa.parse<string[]>(text, {
    ...{ delimiter, quoteChar, skipEmptyLines: false },
    step: ({ data, errors }, parser) => {
      if (errors.some(({ code }) => code === 'MissingQuotes')) made.unclosed = true
      if (data.some((cell) => cell !== '')) {
        made.cells.push(data)
        made.lines.push(line)
      }
      // A cell in quotation marks may have lines of its own.
      line++
      for (const cell of data) if (cell.includes('\n')) line += cell.split('\n').length - 1
      if (data.length > mostColumns) made.fault = 'wide'
      else if (made.cells.length > mostRows) made.fault = 'long'
      if (made.fault || made.unclosed) parser.abort()
    },
  })
  return made
}
