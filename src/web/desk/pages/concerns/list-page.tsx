import type { Listed } from '../../../../commands/concerns/list.ts'
import { pageRows } from '../../../../commands/concerns/read-inbox.ts'
import { type Direction, type Edge, edgeText, type ListOrder, listOrders, type Order, placeIn } from '../../../../domain/concerns/lists.ts'
import { Paging } from '../../components/list.tsx'
import type { Column } from '../../components/rows.tsx'
import type { Member } from '../../context/page.ts'

/** How a list is ordered and where its page begins, as the address has it. */
export const edgeIn = ({ query }: Member): Edge | null => {
  for (const way of ['after', 'before'] as const) {
    const place = placeIn(query(way) ?? '')
    if (place) return { way, place }
  }
  return null
}

/** `due`, `due-down`; null where it says nothing that we know. */
export const orderIn = ({ query }: Member): Order | null => {
  const typed = query('sort') ?? ''
  const by = listOrders.find((one) => typed === one || typed === `${one}-down`)
  return by ? { by, direction: typed === by ? 'up' : 'down' } : null
}
export const orderText = ({ by, direction }: Order): string => (direction === 'up' ? by : `${by}-down`)

/** Where the head of a column leads: to the list in its order, and once it is in it, to the other direction. What came last is the least old. */
export const sortBy = (by: ListOrder, now: Order, href: (order: Order) => string): Column<Listed>['sort'] => {
  const first: Direction = by === 'received' ? 'down' : 'up'
  const other: Direction = now.direction === 'up' ? 'down' : 'up'
  if (now.by !== by) return { href: href({ by, direction: first }) }
  return { href: href({ by, direction: other }), now: now.direction === first ? 'ascending' : 'descending' }
}

/** The rows of a page, of which one more was read than there is room for; and whether the list goes on either way. */
export const pageOf = (read: readonly Listed[], edge: Edge | null): { rows: readonly Listed[]; earlier: boolean; later: boolean } => {
  const more = read.length > pageRows
  const back = edge?.way === 'before'
  const rows = back ? read.slice(-pageRows) : read.slice(0, pageRows)
  return { rows, earlier: back ? more : edge !== null, later: back ? true : more }
}

type ListPagingProps = ReturnType<typeof pageOf> & { member: Member; href: (edge: Edge) => string }

/** Nobody counts the whole: the list goes on from a row, so that nothing is skipped or shown twice while others change it. */
export const ListPaging = ({ member: { t }, rows, earlier, later, href }: ListPagingProps) => {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last || !(earlier || later)) return null
  return (
    <Paging
      t={t}
      said={t('inbox.shown', { count: rows.length })}
      earlier={earlier ? { href: href({ way: 'before', place: first }), text: t('inbox.earlier') } : null}
      later={later ? { href: href({ way: 'after', place: last }), text: t('inbox.later') } : null}
    />
  )
}

/** An address with what is asked of it; what is null or empty is left out. */
export const addressWith = (path: string, asked: Readonly<Record<string, string | null>>, edge: Edge | null = null): string => {
  const all = Object.entries({ ...asked, ...(edge ? { [edge.way]: edgeText(edge.place) } : {}) })
  const query = new URLSearchParams(all.flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()
  return query ? `${path}?${query}` : path
}
