/*
 * A linear model, and whoever solves it. The model is made here; a library solves it, and is given as an argument: this folder does no I/O
 * (processes/disclosure/solver.ts).
 */

export type Column = { lower: number; upper: number; cost: number }
/** The sum of its entries (column, times how many) lies from `lower` to `upper`. */
export type Row = { lower: number; upper: number; entries: readonly (readonly [column: number, times: number])[] }
/** Least cost. */
export type Model = { columns: readonly Column[]; rows: readonly Row[] }

/** A model that is kept while its costs and limits change: the next answer begins where the last one ended. */
export type OpenModel = {
  cost(column: number, cost: number): void
  limits(columns: readonly number[], lower: readonly number[], upper: readonly number[]): void
  /** From now on so many first columns are whole numbers; 0: none. */
  whole(columns: number): void
  /** A value for each column; null: there is none within the limits. `unbounded`: as good as one likes. */
  solve(): Promise<readonly number[] | null | 'unbounded'>
  close(): void
}

export type Solver = (model: Model) => OpenModel
