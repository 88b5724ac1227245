import { concernStates } from './concern.ts'

/** How a list is ordered: by danger, child and promise (what waits), by promise alone, or by arrival. */
export const listOrders = ['urgent', 'due', 'received'] as const
export type ListOrder = (typeof listOrders)[number]
export const directions = ['up', 'down'] as const
export type Direction = (typeof directions)[number]
export type Order = { by: ListOrder; direction: Direction }

/** The order in which what waits is dealt with; of what is over, the newest first. */
export const urgentFirst: Order = { by: 'urgent', direction: 'up' }
export const newestFirst: Order = { by: 'received', direction: 'down' }

/** Where a row stands in every order. `due`: null where nothing is promised, which comes after all that is. */
export type Place = { rank: number; due: Temporal.Instant | null; received: Temporal.Instant; number: number }

/** Compares two rows as the database orders them. */
export const compare =
  ({ by, direction }: Order) =>
  (one: Place, two: Place): number => {
    const byTime = (a: Temporal.Instant | null, b: Temporal.Instant | null): number =>
      a && b ? Temporal.Instant.compare(a, b) : Number(a === null) - Number(b === null)
    const first = {
      urgent: () => one.rank - two.rank || byTime(one.due, two.due),
      due: () => byTime(one.due, two.due),
      received: () => byTime(one.received, two.received),
    }[by]()
    return (first || one.number - two.number) * (direction === 'up' ? 1 : -1)
  }

/** Where a page begins or ends, as an address carries it: nothing of a concern but its times and its number. */
export type Edge = { way: 'after' | 'before'; place: Place }

export const edgeText = ({ rank, due, received, number }: Place): string =>
  [rank, due?.epochMilliseconds ?? 'none', received.epochMilliseconds, number].join('.')

/** Null for what is no place: then the list begins at its beginning. */
export const placeIn = (typed: string): Place | null => {
  const [, rank, due, received, number] = /^([0-2])\.(\d{1,14}|none)\.(\d{1,14})\.(\d{1,9})$/.exec(typed) ?? []
  if (rank === undefined || due === undefined) return null
  const instant = (text: string): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(Number(text))
  return { rank: Number(rank), due: due === 'none' ? null : instant(due), received: instant(received ?? '0'), number: Number(number) }
}

/** What a list says of where a concern stands, and can be asked for: of those that are open, also what waits in them. */
export const foundStates = [...concernStates, 'added', 'offered'] as const
export type FoundState = (typeof foundStates)[number]

/** What is asked of a list: each left out where null. Days are whole, both ends belong. */
export type Sought = {
  town: string | null
  sector: string | null
  sign: string | null
  owner: string | null
  state: FoundState | null
  from: Temporal.Instant | null
  /** Before this instant. */
  until: Temporal.Instant | null
}

export const nothingSought: Sought = { town: null, sector: null, sign: null, owner: null, state: null, from: null, until: null }

/** A badge says no more than this: to count everything takes longer than the page. */
export const badgeMost = 99
