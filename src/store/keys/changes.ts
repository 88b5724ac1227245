import type { Changed } from './change-ring.ts'
import type { Fault } from './fault.ts'
import { newReceiving, withCopies } from './receiving.ts'
import type { Holder, Receiving } from './ring.ts'

export const added = async ({ holders, keys, opened }: Changed, one: Holder): Promise<Changed | Fault> =>
  holders.some(({ id }) => id === one.id)
    ? { fault: 'holder-exists' }
    : { holders: [...holders, one], keys: await withCopies(keys, opened, one), opened }

/** The last key gets its day; a new one comes after it. */
export const rotated = async (
  { holders, keys, opened }: Changed,
  now: Temporal.Instant,
  destroyAfter: Temporal.PlainDate | null,
): Promise<Changed> => {
  const next = await newReceiving(holders, now)
  const day = destroyAfter?.toString() ?? null
  const before = keys.map((row, i): Receiving => (i === keys.length - 1 ? { ...row, destroyAfter: day } : row))
  return { holders, keys: [...before, next.row], opened: [...opened, next.opened] }
}

/** And a new key, so that a copy of the file and the old passphrase open nothing that comes after. */
export const removed = (
  { holders, keys, opened }: Changed,
  id: string,
  now: Temporal.Instant,
  destroyAfter: Temporal.PlainDate | null,
): Promise<Changed> | Fault => {
  const others = holders.filter((one) => one.id !== id)
  if (others.length === holders.length) return { fault: 'no-holder' }
  if (others.length === 0) return { fault: 'last-holder' }
  const without = keys.map((row) => ({ ...row, copies: row.copies.filter((copy) => copy.holder !== id) }))
  return rotated({ holders: others, keys: without, opened }, now, destroyAfter)
}

export const rewrapped = (ring: Changed, id: string, wrapped: Holder['wrapped']): Changed => ({
  ...ring,
  holders: ring.holders.map((one) => (one.id === id ? { ...one, wrapped } : one)),
})

const kept = ({ holders, keys, opened }: Changed, stays: readonly boolean[]): Changed => ({
  holders,
  keys: keys.filter((_, i) => stays[i]),
  opened: opened.filter((_, i) => stays[i]),
})

export const destroyed = (ring: Changed, keyId: string): Changed | Fault => {
  if (ring.keys.at(-1)?.id === keyId) return { fault: 'in-use' }
  const stays = ring.keys.map(({ id }) => id !== keyId)
  return stays.includes(false) ? kept(ring, stays) : { fault: 'no-key' }
}

/** Null where no day has passed. The last key has none. */
export const destroyedBefore = (ring: Changed, today: Temporal.PlainDate): Changed | null => {
  const stays = ring.keys.map(
    ({ destroyAfter }) => destroyAfter === null || Temporal.PlainDate.compare(Temporal.PlainDate.from(destroyAfter), today) >= 0,
  )
  return stays.includes(false) ? kept(ring, stays) : null
}
