// biome-ignore-all lint/a11y/noRedundantRoles: they are lost where a table is laid out as something else (see Rows).
import type { Child } from 'hono/jsx'

export type Column<Row> = {
  id: string
  label: string
  cell(row: Row): Child
  /** Figures: to the right, so that they can be compared. */
  figures?: boolean | undefined
  /** It says what a row is; where no column does, the first one. */
  head?: boolean | undefined
  /** Where a click on its head leads, and how the list is ordered by it now. */
  sort?: { href: string; now?: 'ascending' | 'descending' | undefined } | undefined
}

export type Group<Row> = { heading?: string | undefined; rows: readonly Row[] }

type RowsProps<Row> = {
  caption: string
  /** One is what a row is, with its link: the first, if no other says so (`head`). */
  columns: readonly [Column<Row>, ...Column<Row>[]]
  groups: readonly Group<Row>[]
  /** Lower rows where there is a fine pointer. */
  tight?: boolean | undefined
  /** Lists with an order of their own where each row is a block. Of `people` it is two lines, and the last column a `RowMore`. */
  look?: 'inbox' | 'people' | undefined
}

/**
 * A list as a table. Where it has little room, as on a phone or with large letters, each row is a short block, its link first, then each value
 * beside its label: `display` takes a table's roles away, so they are written out; its head is not shown, so labels are read out with values. A heading of a group spans no columns: axe (4.14) takes those beside it for
 * columns without data.
 */
export const Rows = <Row,>({ caption, columns, groups, tight, look }: RowsProps<Row>) => (
  <div class="room">
    <table role="table" class={['rows fold', tight ? 'tight' : null, look].filter(Boolean).join(' ')}>
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <Head column={column} />
          ))}
        </tr>
      </thead>
      {groups.map(({ heading, rows }) => (
        <tbody role="rowgroup">
          {heading ? (
            <tr role="row" class="group">
              <th role="rowheader" scope="rowgroup">
                {heading}
              </th>
              {columns.slice(1).map(() => (
                <td role="cell" />
              ))}
            </tr>
          ) : null}
          {rows.map((row) => (
            <tr role="row">
              {columns.map((column, at) => (
                <Cell column={column} row={row} first={columns.some(({ head }) => head) ? column.head === true : at === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  </div>
)

const Head = <Row,>({ column: { label, figures, sort } }: { column: Column<Row> }) => (
  <th role="columnheader" scope="col" class={figures ? 'figures' : undefined} aria-sort={sort?.now}>
    {sort ? <a href={sort.href}>{label}</a> : label}
  </th>
)

const Cell = <Row,>({ column: { label, cell, figures }, row, first }: { column: Column<Row>; row: Row; first: boolean }) => {
  const kind = figures ? 'figures' : undefined
  if (first)
    return (
      <th role="rowheader" scope="row" class={kind}>
        <div class="value">{cell(row)}</div>
      </th>
    )
  return (
    <td role="cell" class={kind}>
      <span class="label">{label}</span>
      <div class="value">{cell(row)}</div>
    </td>
  )
}
