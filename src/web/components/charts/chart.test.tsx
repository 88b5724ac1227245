import { expect, test } from 'vitest'
import { Chart, type ChartRow } from './chart.tsx'
import { RowBar } from './row-bar.tsx'
import { ticksTo } from './scale.ts'

const words = { table: 'The same as a table', hidden: 'hidden', hiddenKey: 'Number not shown', unfinished: 'Month not over' }
const drawn = (rows: readonly ChartRow[], series: readonly [string, ...string[]] = ['People']): string =>
  (<Chart name="months" title="People each month" desc="Most in May" heads={['Month', ...series]} rows={rows} words={words} />).toString()

test.each([
  [0, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [412, [0, 200, 400, 600]],
  [1_342, [0, 500, 1000, 1500]],
])('steps to %d are round, whole, and reach it', (greatest, ticks) => {
  expect(ticksTo(greatest)).toEqual(ticks)
})

test('a figure that is not shown is a box of one height, and never in the drawing or the table', () => {
  const one = drawn([
    { label: 'May', values: [null] },
    { label: 'June', values: [300] },
  ])
  expect(one.match(/class="c-none"[^>]*height="20"/g)).toHaveLength(1)
  expect(one).toContain('<span class="not-shown">hidden</span>')
  expect(one).toContain('role="img" aria-labelledby="months-title months-desc"')
})

test('each row of the drawing stands in the table, and zero is 0', () => {
  const one = drawn(
    [
      { label: 'May', values: [4, 0] },
      { label: 'June', values: [1200, 7] },
    ],
    ['Tier 1', 'Tier 2'],
  )
  const table = one.slice(one.indexOf('<tbody>'))
  expect(table.match(/<td class="figures">[\d,]+/g)?.map((cell) => cell.replace('<td class="figures">', ''))).toEqual([
    '4',
    '0',
    '1,200',
    '7',
  ])
})

test('nothing in a chart needs a style of its own: the policy refuses it', () => {
  expect(drawn([{ label: 'May', values: [null] }])).not.toMatch(/\sstyle=|<style/)
})

test('the bar of a figure that is not shown says nothing by its length', () => {
  expect((<RowBar share={null} said="hidden" />).toString()).toBe(
    '<span class="row-bar hatched"><span class="govuk-visually-hidden">hidden</span></span>',
  )
  expect((<RowBar share={0.5} said="50%" />).toString()).toMatch(/width="50".*50%/)
})
