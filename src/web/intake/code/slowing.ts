import { hash, randomBytes } from 'node:crypto'
import { widerNetwork } from '../../http/network.ts'

/*
 * Whoever tries codes is slowed, in memory alone. By the network that they come from: after three wrong ones the next are taken one after
 * the other, some seconds apart. By the larger network that it is a part of: some 65,000 networks of IPv6 may be one person's (RFC 6177). All
 * that cannot be told apart are slowed as one. And all together: while many wrong ones come, each asking waits a moment, and none is refused
 * for it. The wait comes before the code is looked at, so a right one takes as long as a wrong one.
 */

export type Turn = { done(wrong: boolean): void }

/** `crowded`: too many of this network wait already. */
export type Slowing = { turn(network: string | null): Promise<Turn | 'crowded'> }

/** Wrong ones that cost nothing; ms between two askings after one, two, three more; how many may wait; ms after which a wrong one is forgotten. */
type RowLimits = { free: number; gaps: readonly number[]; waiting: number; forgotten: number; most: number }

const network: RowLimits = { free: 3, gaps: [500, 1500, 2500], waiting: 4, forgotten: 60_000, most: 10 }

export const slowLimits = {
  // Together no longer than 12 seconds: a server lets go of a connection that is silent for 15 (http/server.ts).
  network,
  /** Many people may share one: more is free, and it goes on faster. */
  wider: { free: 30, gaps: [1000], waiting: 10, forgotten: 2000, most: 100 } satisfies RowLimits,
  /** Nobody is refused here, or whoever tries many would refuse everybody: those who find no room in the row wait as long as the last in it. */
  unknown: network,
  /** Of all: wrong ones that cost nothing, ms for each more, ms at most. Whoever waits takes a timer; how many can is the gate's to say (http/gate.ts). */
  all: { free: 30, each: 10, longest: 2000, forgotten: 1000, most: 1000 },
}

/** Networks are counted in so many places, by a hash that nobody can foresee: whatever comes, counting takes no more memory than this. */
const places = 2 ** 16

type Time = { now(): number; sleep(ms: number): Promise<void> }
const real: Time = { now: () => performance.now(), sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref()) }

export const openSlowing = (time: Time = real, limits = slowLimits): Slowing => {
  const salt = randomBytes(16).toString('hex')
  const placeOf = (name: string): number => hash('sha256', `${salt} ${name}`, 'buffer').readUInt32LE() % places
  const near = openRows(limits.network, places, time)
  const wider = openRows(limits.wider, places, time)
  const unknown = openRows(limits.unknown, 1, time)
  const { all } = limits
  const wrongOfAll = counts(1, all, time)
  let looking = 0

  /** Where one of this network is counted. */
  const rowsOf = (name: string | null): Place[] => {
    if (name === null) return [unknown.at(0)]
    const larger = widerNetwork(name)
    return [near.at(placeOf(name)), ...(larger === null ? [] : [wider.at(placeOf(larger))])]
  }
  return {
    turn: async (name) => {
      const rows = rowsOf(name)
      if (name !== null && rows.some((row) => row.isFull())) return 'crowded'
      await Promise.all(rows.map((row) => row.begin()))
      // Those that are being looked at, or wait to be, count as wrong until they are known: or all that come at once would be free.
      const ms = Math.min(all.longest, Math.max(0, wrongOfAll.of(0) + looking - all.free) * all.each)
      looking += 1
      if (ms >= 1) await time.sleep(ms)
      return {
        done: (isWrong) => {
          looking -= 1
          for (const row of rows) row.end(isWrong)
          if (isWrong) wrongOfAll.add(0)
        },
      }
    },
  }
}

type Place = { isFull(): boolean; begin(): Promise<void>; end(wrong: boolean): void }

/** A row for each place where many wrong ones came from: one after the other. */
const openRows = ({ gaps, waiting, free, ...limits }: RowLimits, size: number, time: Time) => {
  const wrong = counts(size, limits, time)
  const open = new Map<number, number>()
  const rows = new Map<number, { waiting: number; last: Promise<void> }>()
  const at = (place: number): Place => {
    const tried = (): number => wrong.of(place) + (open.get(place) ?? 0)
    const isFree = (): boolean => tried() < free && !rows.has(place)
    const isFull = (): boolean => !isFree() && (rows.get(place)?.waiting ?? 0) >= waiting
    const count = (): void => void open.set(place, (open.get(place) ?? 0) + 1)
    const gap = (): number => gaps[Math.min(gaps.length - 1, Math.max(0, Math.floor(tried() - free)))] ?? 0
    return {
      isFull,
      begin: async () => {
        // Those that need not wait, or wait outside the row, are counted before anybody else is asked.
        if (isFree()) return count()
        if (isFull()) {
          count()
          return time.sleep(waiting * Math.max(...gaps))
        }
        const row = rows.get(place) ?? { waiting: 0, last: Promise.resolve() }
        const ms = gap()
        row.waiting += 1
        row.last = row.last.then(() => time.sleep(ms))
        rows.set(place, row)
        await row.last
        row.waiting -= 1
        if (!row.waiting) rows.delete(place)
        count()
      },
      end: (isWrong) => {
        const left = (open.get(place) ?? 1) - 1
        if (left) open.set(place, left)
        else open.delete(place)
        if (isWrong) wrong.add(place)
      },
    }
  }
  return { at }
}

/** How many there have been of late at each place: one is forgotten every so many ms. */
const counts = (size: number, { forgotten, most }: { forgotten: number; most: number }, { now }: Time) => {
  const [count, at] = [new Float32Array(size), new Float64Array(size)]
  const of = (place: number): number => Math.max(0, (count[place] ?? 0) - (now() - (at[place] ?? 0)) / forgotten)
  const add = (place: number): void => {
    count[place] = Math.min(most, of(place) + 1)
    at[place] = now()
  }
  return { of, add }
}
