import { hash, randomBytes } from 'node:crypto'

/*
 * Whoever tries codes is slowed, in memory alone. By the network that they come from: after three wrong ones the next are taken one after
 * the other, some seconds apart. And all together: while many wrong ones come, each asking waits a moment, and none is refused for it. The
 * wait comes before the code is looked at, so a right one takes as long as a wrong one.
 */

export type Turn = { done(wrong: boolean): void }

/** `crowded`: too many of this network wait already. */
export type Slowing = { turn(network: string | null): Promise<Turn | 'crowded'> }

export const slowLimits = {
  // Together no longer than 12 seconds: a server lets go of a connection that is silent for 15 (http/server.ts).
  /** Of a network: wrong ones that cost nothing; ms between two askings after one, two, three more; how many may wait; ms after which one is forgotten. */
  network: { free: 3, gaps: [500, 1500, 2500], waiting: 4, forgotten: 60_000, most: 10 },
  /** Of all: wrong ones that cost nothing, ms for each more, ms at most, how many may wait at once: the next go on at once. */
  all: { free: 30, each: 10, longest: 2000, waiting: 300, forgotten: 1000, most: 1000 },
}

/** Networks are counted in so many places, by a hash that nobody can foresee: whatever comes, counting takes no more memory than this. */
const places = 2 ** 16

type Time = { now(): number; sleep(ms: number): Promise<void> }
const real: Time = { now: () => performance.now(), sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref()) }

export const openSlowing = (time: Time = real, { network: ofNetwork, all } = slowLimits): Slowing => {
  const salt = randomBytes(16).toString('hex')
  const placeOf = (network: string): number => hash('sha256', `${salt} ${network}`, 'buffer').readUInt32LE() % places
  const wrong = { near: counts(places, ofNetwork, time), all: counts(1, all, time) }
  const open = new Map<number, number>()
  const rows = new Map<number, { waiting: number; last: Promise<void> }>()
  let delayed = 0

  const begin = (place: number): void => void open.set(place, (open.get(place) ?? 0) + 1)
  /** Waits in the row of a network, where there is one; false: too many wait. Those that need not wait are counted before anybody else is asked. */
  const inRow = async (place: number): Promise<boolean> => {
    // Those that are being looked at count as wrong until they are known: or the first hundred at once would be free.
    const tried = wrong.near.of(place) + (open.get(place) ?? 0)
    const row = rows.get(place) ?? { waiting: 0, last: Promise.resolve() }
    if (tried < ofNetwork.free && !row.waiting) {
      begin(place)
      return true
    }
    if (row.waiting >= ofNetwork.waiting) return false
    const gap = ofNetwork.gaps[Math.min(ofNetwork.gaps.length - 1, Math.max(0, Math.floor(tried - ofNetwork.free)))] ?? 0
    row.waiting += 1
    row.last = row.last.then(() => time.sleep(gap))
    rows.set(place, row)
    await row.last
    row.waiting -= 1
    if (!row.waiting) rows.delete(place)
    begin(place)
    return true
  }
  const withAll = async (): Promise<void> => {
    const ms = Math.min(all.longest, Math.max(0, wrong.all.of(0) - all.free) * all.each)
    if (ms < 1 || delayed >= all.waiting) return
    delayed += 1
    await time.sleep(ms)
    delayed -= 1
  }
  return {
    turn: async (network) => {
      const place = network === null ? null : placeOf(network)
      if (place !== null && !(await inRow(place))) return 'crowded'
      await withAll()
      return {
        done: (isWrong) => {
          if (place !== null) {
            const left = (open.get(place) ?? 1) - 1
            if (left) open.set(place, left)
            else open.delete(place)
            if (isWrong) wrong.near.add(place)
          }
          if (isWrong) wrong.all.add(0)
        },
      }
    },
  }
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
