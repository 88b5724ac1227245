import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Axes,
  type Cell,
  counts,
  type FigureKey,
  figureKeys,
  type Keys,
  keyOf,
  type Released,
} from '../../src/domain/register/disclosure/cube.ts'
import { derivedKeys } from '../../src/domain/register/disclosure/derived.ts'
import { protect } from '../../src/domain/register/disclosure/protect.ts'
import type { Solver } from '../../src/domain/register/disclosure/solver.ts'
import { openSolver } from '../../src/processes/disclosure/solver.ts'
import { attack } from './attacker.ts'
import { madeUp, monthsFrom, partners, sectors, tiers } from './made-up-cells.ts'

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

const months = monthsFrom(2024, 15)
const axesTo = (until: string): Axes => ({ begins: months[0] as string, until, sectors, tiers, partners: partners(2) })
const cellsOf = (seed: number): Cell[] => madeUp(seed, { months, people: 1300, many: 2 })
const before = (cells: readonly Cell[], until: string): Cell[] => cells.filter(({ month }) => month <= until)

const small = 5
/** What hiding figures below five alone would release. */
const hidingOnlySmall = (cells: readonly Cell[], axes: Axes): Released[] =>
  figureKeys(axes).map((key) => {
    const value = cells.reduce((sum, cell) => sum + (counts(key, cell) ? cell.people : 0), 0)
    return { ...key, value: value > 0 && value < small ? null : value }
  })

const exact = (found: Awaited<ReturnType<typeof attack>>) => found.filter(({ least, greatest }) => least === greatest)
const narrow = (found: Awaited<ReturnType<typeof attack>>) => found.filter(({ least, greatest }) => least > 1 || greatest < small)

describe.each([1, 2, 3])('made-up register %d', (seed) => {
  test('two releases, one after the other, give away no figure below five to whoever computes in whole people', async () => {
    const cells = cellsOf(seed)
    const [first, second] = ['2024-12', '2025-03']
    const earlier = (await protect(before(cells, first), axesTo(first), [], solver)).figures
    const { figures, hidden } = await protect(cells, axesTo(second), earlier, solver)
    const all = [...earlier, ...figures]
    const found = await attack(cells, all, solver, false)
    expect(found.length).toBeGreaterThan(5)
    expect(exact(found)).toEqual([])
    expect(narrow(found)).toEqual([])
    // Whoever reckons with zero being shown knows more, and still none of them.
    expect(exact(await attack(cells, all, solver, true))).toEqual([])
    // What was shown is shown as it was, and what was hidden is hidden.
    const now = new Map(figures.map((figure) => [keyOf(bare(figure)), figure.value]))
    for (const figure of earlier) if (now.has(keyOf(bare(figure)))) expect(now.get(keyOf(bare(figure)))).toBe(figure.value)
    // Most is shown: nothing may be hidden that need not be.
    expect(hidden.size / figures.filter(({ value }) => value !== 0).length).toBeLessThan(0.35)
  })
})

const bare = ({ from, to, sector, tier, partner }: Released) => ({ from, to, sector, tier, partner })

const givenAway = async (cells: readonly Cell[], untils: readonly string[], keysOf: (axes: Axes) => Keys) => {
  let all: Released[] = []
  for (const until of untils)
    all = [...all, ...(await protect(before(cells, until), axesTo(until), all, solver, keysOf(axesTo(until)))).figures]
  return exact(await attack(cells, all, solver, false)).map(({ key }) => key)
}

test('protecting what is printed alone gives away a sector without its partners, and who took a further course', async () => {
  const printedAlone = (axes: Axes): Keys => ({ printed: figureKeys(axes), derived: [] })
  // Few take a further course.
  const cells = before(cellsOf(1), '2024-12').flatMap((cell, at) => (cell.first ? [cell] : at % 5 ? [] : [{ ...cell, people: 1 }]))
  const given = await givenAway(cells, ['2024-09', '2024-12'], printedAlone)
  expect(given.filter((key) => key.endsWith('partners')).length).toBeGreaterThan(0)
  expect(given.filter((key) => key.endsWith('tiers')).length).toBeGreaterThan(0)
})

test('a row that grows on from release to release gives away what came between two, unless that is protected', async () => {
  // Everything as it was once printed: sectors by course and partners in years that are not over, and since the start.
  const running = ({ until, sectors, tiers, partners }: Axes): FigureKey[] => {
    const none = { sector: null, tier: null, partner: null }
    return [null, '2024-01'].flatMap((from) => [
      ...sectors.flatMap((sector) => [null, ...tiers].map((tier) => ({ ...none, from, to: until, sector, tier }))),
      ...partners.map((partner) => ({ ...none, from, to: until, partner })),
    ])
  }
  const untils = ['2024-06', '2024-09']
  const cells = before(cellsOf(1), '2024-09')
  const asItWas = (axes: Axes): Keys => ({ printed: [...figureKeys(axes), ...running(axes)], derived: [] })
  const differences = (keys: readonly string[]) => keys.filter((key) => key.includes('] - ['))
  expect(differences(await givenAway(cells, untils, asItWas)).length).toBeGreaterThan(0)
  const mended = (axes: Axes): Keys => ({
    printed: asItWas(axes).printed,
    derived: [...derivedKeys(axes), ...running(axes).map((key) => ({ ...key, from: '2024-07', to: '2024-09' }))],
  })
  expect(differences(await givenAway(cells, untils, mended))).toEqual([])
})

test('hiding figures below five alone gives most of them away: the attacker can find', async () => {
  const cells = cellsOf(1)
  const found = await attack(cells, hidingOnlySmall(cells, axesTo('2025-03')), solver, false)
  expect(exact(found).length).toBeGreaterThan(found.length / 2)
})

test('two releases that know nothing of each other give figures away', async () => {
  let given = 0
  for (const seed of [1, 2, 3, 4, 5]) {
    const cells = cellsOf(seed)
    const one = (await protect(before(cells, '2024-12'), axesTo('2024-12'), [], solver)).figures
    const other = (await protect(cells, axesTo('2025-03'), [], solver)).figures
    // Where one hides what the other shows, it is shown.
    const shown = new Map([...one, ...other].filter(({ value }) => value !== null).map((figure) => [keyOf(bare(figure)), figure]))
    const all = [...one, ...other].map((figure) => shown.get(keyOf(bare(figure))) ?? figure)
    given += exact(await attack(cells, all, solver, true)).length
    if (given) break
  }
  expect(given).toBeGreaterThan(0)
})

test('a figure that was released never gets another value: late people count when they come to be known', async () => {
  const cells = cellsOf(1)
  const { figures } = await protect(before(cells, '2024-12'), axesTo('2024-12'), [], solver)
  const [cell] = cells
  const changed = cells.map((one) => (one === cell ? { ...one, people: one.people + 40 } : one))
  await expect(protect(changed, axesTo('2025-03'), figures, solver)).rejects.toThrow('has another value now')
})

test('zero is shown, and nobody is all that there is', async () => {
  const { figures, hidden } = await protect([], axesTo('2024-03'), [], solver)
  expect(figures.every(({ value }) => value === 0)).toBe(true)
  expect(hidden.size).toBe(0)
})
