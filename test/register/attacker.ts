import { type Cell, counts, keyOf, type Released } from '../../src/domain/register/disclosure/cube.ts'
import type { Solver } from '../../src/domain/register/disclosure/solver.ts'

export type Found = { key: string; true: number; least: number; greatest: number }

/**
 * Somebody who has all that was ever released, knows which cells are empty, and computes in whole people: the least and the greatest that each
 * hidden figure below five can be. `knowing`: they also reckon with zero being shown, so that nothing that is hidden is zero.
 */
export const attack = async (cells: readonly Cell[], released: readonly Released[], solver: Solver, knowing: boolean): Promise<Found[]> => {
  const figures = [...new Map(released.map((figure) => [keyOf({ ...pick(figure) }), figure])).entries()].map(([key, figure]) => {
    const of = cells.flatMap((cell, at) => (counts(figure, cell) ? [at] : []))
    return { key, value: figure.value, of, true: of.reduce((sum, at) => sum + (cells[at]?.people ?? 0), 0) }
  })
  const model = solver({
    columns: cells.map(() => ({ lower: 0, upper: 1e6, cost: 0 })),
    rows: figures
      .filter(({ of }) => of.length)
      .map(({ value, of }) => ({
        lower: value ?? (knowing ? 1 : 0),
        upper: value ?? 1e7,
        entries: of.map((at) => [at, 1] as const),
      })),
  })
  model.whole(cells.length)
  const found: Found[] = []
  const extreme = async (of: readonly number[], sign: 1 | -1): Promise<number> => {
    for (const at of of) model.cost(at, sign)
    const solved = await model.solve()
    for (const at of of) model.cost(at, 0)
    if (!solved || solved === 'unbounded') throw new Error('what was released agrees with no register')
    return Math.round(of.reduce((sum, at) => sum + (solved[at] ?? 0), 0))
  }
  for (const { key, value, of, true: is } of figures) {
    if (value !== null || is >= 5) continue
    found.push({ key, true: is, least: await extreme(of, 1), greatest: await extreme(of, -1) })
  }
  model.close()
  return found
}

const pick = ({ from, to, sector, tier, partner }: Released) => ({ from, to, sector, tier, partner })
