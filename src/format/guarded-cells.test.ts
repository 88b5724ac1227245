import { strFromU8, unzipSync } from 'fflate'
import readSheets from 'read-excel-file/universal'
import { expect, test } from 'vitest'
import { csvOf, xlsxOf } from './guarded-cells.ts'

const nasty = ['=1+1', '+44 1992', '-2', '@SUM(A1)', '\tx', '\r=x', '=HYPERLINK("http://x","y")', '＝1+1', '＋1', '－1', '＠SUM(A1)']

test('in CSV no text begins with what a spreadsheet takes for a formula, and a number stays one', () => {
  const [, ...lines] = csvOf([['Name', 'People'], ...nasty.map((text) => [text, -3])]).split('\r\n')
  const firsts = csvOf(nasty.map((text) => [text]))
    .replace('\u{feff}', '')
    .match(/(?:^|\r\n)"?./gu)
  expect(firsts?.every((first) => first.endsWith("'"))).toBe(true)
  expect(lines.filter((line) => line.endsWith(',-3'))).toHaveLength(nasty.length)
  // Where a program separates columns by another sign, what stands behind one is a cell too.
  expect(csvOf([['Ann;=1+1', 'Ben\t@x', 'Cass; =2', 'Dee;"=3', 'a;b', 'x\n=4']])).toBe(
    `\u{feff}Ann;'=1+1,Ben\t'@x,Cass; '=2,"Dee;""'=3",a;b,"x\n'=4"\r\n`,
  )
  expect(csvOf([['a "b", c', 1, null]])).toBe('\u{feff}"a ""b"", c",1,\r\n')
})

test('in XLSX a text is text whatever it begins with: there is no formula', async () => {
  const bytes = await xlsxOf([{ name: 'a/b', rows: [['Name', 'People'], ...nasty.map((text) => [text, 3]), ['bell \u0007', null]] }])
  const sheet = Object.entries(unzipSync(bytes)).find(([name]) => /worksheets\/sheet1\.xml$/.test(name))
  expect(strFromU8(sheet?.[1] ?? new Uint8Array())).not.toContain('<f>')
  const [{ data = [], sheet: name = '' } = {}] = await readSheets(new Blob([Uint8Array.from(bytes)]), { trim: false })
  expect(name).toBe('a b')
  expect(data.slice(1, 3)).toEqual([
    ['=1+1', 3],
    ['+44 1992', 3],
  ])
})
