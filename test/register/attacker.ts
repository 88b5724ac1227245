import { type Cell, counts, type FigureKey, keyOf, type Released } from '../../src/domain/register/disclosure/cube.ts'
import type { Solver } from '../../src/domain/register/disclosure/solver.ts'

export type Found = { key: string; true: number; least: number; greatest: number }

type Figure = { key: string; value: number | null; of: readonly number[] }

/** All tiers together less the people, in each row that has both. */
const furthers = (cells: readonly Cell[], keys: readonly FigureKey[]): Figure[] => {
  const names = new Set(keys.map(keyOf))
  const tiers = [...new Set(cells.map(({ tier }) => tier))]
  return keys
    .filter((key) => key.tier === null && tiers.every((tier) => names.has(keyOf({ ...key, tier }))))
    .map((key) => ({
      key: `${keyOf(key)} - tiers`,
      value: null,
      of: cells.flatMap((cell, at) => (!cell.first && tiers.some((tier) => counts({ ...key, tier }, cell)) ? [at] : [])),
    }))
}

/** The same row of two releases, and what is in the one alone: cells, by a name. */
const differences = (cells: readonly Cell[], keys: readonly FigureKey[]): Figure[] => {
  const rows = Map.groupBy(keys, ({ from, sector, tier, partner }) => JSON.stringify([from, sector, tier, partner]))
  return [...rows.values()].flatMap((row) =>
    row.flatMap((more) =>
      row
        .filter(({ to }) => to < more.to)
        .map((less) => ({
          key: `${keyOf(more)} - ${keyOf(less)}`,
          value: null,
          of: cells.flatMap((cell, at) => (counts(more, cell) && !counts(less, cell) ? [at] : [])),
        })),
    ),
  )
}

/** A sector, or the county, minus its partners, in each period that has partners. */
const rests = (cells: readonly Cell[], keys: readonly FigureKey[]): Figure[] => {
  const periods = new Set(keys.filter(({ partner }) => partner !== null).map(({ from, to }) => JSON.stringify([from, to])))
  return keys
    .filter(({ from, to, tier, partner }) => tier === null && partner === null && periods.has(JSON.stringify([from, to])))
    .map((key) => ({
      key: `${keyOf(key)} - partners`,
      value: null,
      of: cells.flatMap((cell, at) => (cell.partner === null && counts(key, cell) ? [at] : [])),
    }))
}

/**
 * Somebody who has all that was ever released, knows which cells are empty, and computes in whole people: the least and the greatest that each
 * hidden figure below five can be, and each difference of two that is below five. `knowing`: they also reckon with zero being shown, so that nothing that is hidden is zero.
 */
export const attack = async (cells: readonly Cell[], released: readonly Released[], solver: Solver, knowing: boolean): Promise<Found[]> => {
  const keys = [...new Map(released.map((figure) => [keyOf(figure), figure])).values()]
  const figures = keys.map((figure): Figure => {
    const of = cells.flatMap((cell, at) => (counts(figure, cell) ? [at] : []))
    return { key: keyOf(figure), value: figure.value, of }
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
  for (const { key, value, of } of [...figures, ...differences(cells, keys), ...rests(cells, keys), ...furthers(cells, keys)]) {
    const is = of.reduce((sum, at) => sum + (cells[at]?.people ?? 0), 0)
    if (value !== null || is < 1 || is >= 5) continue
    found.push({ key, true: is, least: await extreme(of, 1), greatest: await extreme(of, -1) })
  }
  model.close()
  return found
}
