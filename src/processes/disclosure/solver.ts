import { setImmediate as turn } from 'node:timers/promises'
import highsModule, { type Highs } from 'highs'
import type { Solver } from '../../domain/register/disclosure/solver.ts'

// Its types are written for CommonJS, where the loader would be `module.exports.default`; its module for `import` exports the loader itself.
const loadHighs = highsModule as unknown as () => Promise<Highs>

let loading: Promise<Highs> | undefined

/** HiGHS (MIT), compiled to WebAssembly: loaded with the first model, in this process. An answer takes milliseconds; others are served between two. */
export const openSolver = async (): Promise<Solver> => {
  loading ??= loadHighs()
  const highs = await loading
  const { modelStatus, variableType } = highs.constants
  return ({ columns, rows }) => {
    const starts = [0]
    const [indices, values]: [number[], number[]] = [[], []]
    for (const { entries } of rows) {
      for (const [column, times] of entries) {
        indices.push(column)
        values.push(times)
      }
      starts.push(indices.length)
    }
    const model = highs.createModel()
    model.options.set({ output_flag: false, presolve: 'choose', mip_rel_gap: 0.2 })
    model.passModel({
      numCols: columns.length,
      numRows: rows.length,
      colCost: columns.map(({ cost }) => cost),
      colLower: columns.map(({ lower }) => lower),
      colUpper: columns.map(({ upper }) => upper),
      rowLower: rows.map(({ lower }) => lower),
      rowUpper: rows.map(({ upper }) => upper),
      matrix: { format: 'csr', numRows: rows.length, numCols: columns.length, starts, indices, values },
    } as never)
    let wholes = 0
    return {
      cost: (column, cost) => void model.changeColCost(column, cost),
      limits: (which, lower, upper) =>
        which.forEach((column, at) => {
          model.changeColBounds(column, lower[at] ?? 0, upper[at] ?? 0)
        }),
      whole: (count) => {
        if (count === wholes) return
        wholes = count
        if (count) model.changeColsIntegrality({ kind: 'range', from: 0, to: count - 1 } as never, Array(count).fill(variableType.integer))
        else model.clearIntegrality()
      },
      solve: async () => {
        await turn()
        model.run()
        const status = model.getModelStatus()
        if (status === modelStatus.optimal) return Array.from(model.getSolution().colValue)
        if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible) return 'unbounded'
        if (status === modelStatus.infeasible) return null
        throw new Error(`the solver ended with status ${status}`)
      },
      close: () => model.dispose(),
    }
  }
}
