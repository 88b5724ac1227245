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

/** The longest tag that is read; the longest that Excel writes, with all its namespaces, has 1,500 characters. */
const longestTag = 4096

/**
 * Does each tag of a part close before the next opens, and soon? No program writes a sheet in which one does not. The reader (saxen 11) takes 90 s to refuse
 * nine million `<`, for it looks for the end of each, and as long for a tag with half a million attributes, each compared with all before it.
 */
export const hasPlainTags = (xml: string): boolean => {
  for (let open = xml.indexOf('<'); open >= 0; ) {
    const close = xml.indexOf('>', open)
    const next = xml.indexOf('<', open + 1)
    if (close < 0 || close - open > longestTag || (next >= 0 && next < close)) return false
    open = next
  }
  return true
}
