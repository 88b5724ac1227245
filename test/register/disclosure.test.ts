import { beforeAll, describe, expect, test } from 'vitest'
import { type Axes, type Cell, counts, figureKeys, keyOf, type Released } from '../../src/domain/register/disclosure/cube.ts'
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
