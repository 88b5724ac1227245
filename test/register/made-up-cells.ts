import type { Cell } from '../../src/domain/register/disclosure/cube.ts'

/** A generator of numbers from 0 to 1 that gives the same each time (mulberry32). */
const random = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const sectors = ['councils', 'health', 'police-justice', 'fire', 'education', 'housing', 'voluntary', 'business']
export const tiers = ['one', 'two', 'three']
const partnersOf = (sector: string, many: number): string[] => Array.from({ length: many }, (_, at) => `${sector}-${at}`)

export const partners = (many: number): string[] => sectors.flatMap((sector) => partnersOf(sector, many))

/** People of so many months, in clumps: a course is of one partner, in one month. */
export const madeUp = (
  seed: number,
  { months, people, many = 3 }: { months: readonly string[]; people: number; many?: number },
): Cell[] => {
  const next = random(seed)
  const pick = <Value>(from: readonly Value[]): Value => from[Math.floor(next() ** 1.6 * from.length)] as Value
  const cells = new Map<string, Cell>()
  for (let left = people; left > 0; ) {
    const sector = pick(sectors)
    const [month, tier] = [months[Math.floor(next() * months.length)] as string, pick(tiers)]
    const partner = next() < 0.25 ? null : pick(partnersOf(sector, many))
    const size = Math.min(left, next() < 0.35 ? 1 + Math.floor(next() * 3) : 4 + Math.floor(next() * 26))
    left -= size
    for (const first of [true, false]) {
      const share = first ? Math.ceil(size * 0.8) : size - Math.ceil(size * 0.8)
      const key = [month, sector, tier, partner, first].join()
      const cell = cells.get(key) ?? { month, sector, tier, partner, first, people: 0 }
      if (share) cells.set(key, { ...cell, people: cell.people + share })
    }
  }
  return [...cells.values()]
}

export const monthsFrom = (year: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`)
