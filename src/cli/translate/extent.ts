/** Bound of the table that a sheet is read into, in cells. A whole column that somebody has coloured still fits. */
const most = 20_000_000

const reference = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const place = /^([A-Z]{0,3})(\d{1,7})$/

/**
 * The cell at which a part of a workbook (its XML, unpacked) grows too large to be read; null where it does not. A reader makes a table as
 * long and as wide as the farthest cell, so that one cell at XFD1048576 in a file of 20 KB would take all the memory there is.
 */
export const tooFar = (xml: string): string | null => {
  let [rows, columns] = [0, 0]
  for (const [, double, single] of xml.matchAll(reference)) {
    const cell = double ?? single ?? ''
    const [, letters, digits] = place.exec(cell) ?? []
    if (letters === undefined || digits === undefined) return cell.replace(/[^\w&#;]/g, '').slice(0, 20)
    rows = Math.max(rows, Number(digits))
    columns = Math.max(columns, columnOf(letters))
    if (rows * columns > most) return cell
  }
  return null
}

/** `A` is 1, `XFD` 16,384. */
const columnOf = (letters: string): number => [...letters].reduce((so, letter) => so * 26 + letter.charCodeAt(0) - 64, 0)
