import { type Axes, type Cell, counts, type FigureKey, figureKeys, type Keys, keyOf, type Released } from './cube.ts'
import { derivedKeys } from './derived.ts'
import type { Column, OpenModel, Row, Solver } from './solver.ts'

/*
 * Which figures are not shown, so that nobody finds one of fewer than five people by subtraction, within this release and with all before it.
 * For each such figure two other registers are found that agree with all that is shown: one in which it is 1, and one in which it is 5 or
 * more. What differs in them is hidden too. Figures that nobody prints, and that two that are printed give, are protected like them
 * (derived.ts). The least is hidden by linear programming over changes of cells (Fischetti and Salazar-González 2000 for the idea; what was
 * tried: docs/decisions/0057-released-figures.md). What the solver answers is not believed: each of these other registers is checked in whole
 * numbers.
 */

/** Fewer people than this are not shown. Zero is: nobody is in it. */
export const threshold = 5

/** Why a figure is not shown. Told to whoever releases alone: to everybody else both are the same. */
export type Hidden = 'small' | 'gives-away'

export type Protected = {
  figures: Released[]
  /** Why, by key; only of what this release has. */
  hidden: ReadonlyMap<string, Hidden>
}

/** Whoever has the solver: `protect` in a process of its own (processes/disclosure). */
export type Protector = (cells: readonly Cell[], axes: Axes, earlier: readonly Released[]) => Promise<Protected>

/** `printed`: now or before. What is not printed costs nothing to change, and nobody knows that it is not 0. */
type Form = { key: FigureKey; value: number; cells: readonly number[]; fixed: boolean; printed: boolean }

/** Figures of a release, protected together with `earlier`: all that was ever released. What was shown stays so, and what was hidden stays hidden. */
export const protect = async (
  cells: readonly Cell[],
  axes: Axes,
  earlier: readonly Released[],
  solver: Solver,
  /** A test gives others, to show that it needs these. */
  { printed: own, derived }: Keys = { printed: figureKeys(axes), derived: derivedKeys(axes) },
): Promise<Protected> => {
  const before = new Map(earlier.map((figure) => [keyOf(figure), figure]))
  const printed = byName([...own, ...earlier])
  const formOf = (key: FigureKey): Form => {
    const counted = cells.flatMap((cell, at) => (cell.people > 0 && counts(key, cell) ? [at] : []))
    const value = counted.reduce((sum, at) => sum + (cells[at]?.people ?? 0), 0)
    const name = keyOf(key)
    const shown = before.get(name)
    if (shown && shown.value !== null && shown.value !== value) throw new Error(`a figure that was released has another value now: ${name}`)
    return { key, value, cells: counted, fixed: shown !== undefined && shown.value !== null, printed: printed.has(name) }
  }
  // Of what is not printed, the small alone: the others may be known.
  const unprinted = [...byName(derived)].flatMap(([name, key]) => (printed.has(name) ? [] : [formOf(key)]))
  const forms = [...[...printed.values()].map(formOf), ...unprinted.filter(({ value }) => isSmall(value))]
  const hidden = new Set<number>()
  forms.forEach(({ key, value, fixed }, at) => {
    if (!fixed && (isSmall(value) || before.get(keyOf(key))?.value === null)) hidden.add(at)
  })
  await hideMore(
    forms,
    cells.map(({ people }) => people),
    hidden,
    solver,
  )
  const ownNames = new Set(own.map(keyOf))
  const why = new Map<string, Hidden>()
  const figures = forms.flatMap(({ key, value }, at) => {
    if (!ownNames.has(keyOf(key))) return []
    if (hidden.has(at)) why.set(keyOf(key), isSmall(value) ? 'small' : 'gives-away')
    return [{ ...key, value: hidden.has(at) ? null : value }]
  })
  return { figures, hidden: why }
}

/** Each once, and the key alone. */
const byName = (keys: readonly FigureKey[]): Map<string, FigureKey> =>
  new Map(
    keys.map(({ from, to, sector, tier, partner }) => {
      const key = { from, to, sector, tier, partner }
      return [keyOf(key), key]
    }),
  )

const isSmall = (value: number): boolean => value > 0 && value < threshold

/** Hides what it takes, until each figure below the threshold could be another one. */
const hideMore = async (forms: readonly Form[], people: readonly number[], hidden: Set<number>, solver: Solver): Promise<void> => {
  // Forms of nobody are shown as 0, and say that each of their cells is: no change of those is thought of.
  const places = forms.flatMap(({ value }, at) => (value > 0 ? [at] : []))
  const model = modelOf(
    places.map((at) => forms[at] as Form),
    people,
  )
  const opened = solver(model)
  try {
    const search = new Search({ forms, places, people, hidden, opened })
    const targets = places.filter((at) => hidden.has(at) && isSmall((forms[at] as Form).value))
    for (const at of targets) search.isHidden(at)
    for (const at of [...hidden]) search.isHidden(at)
    for (const target of targets) {
      const { value } = forms[target] as Form
      await search.move(target, { least: threshold - value })
      if (value > 1) await search.move(target, { most: 1 - value })
    }
  } finally {
    opened.close()
  }
}

/** A change of a cell costs next to nothing, and yet something: few change then, and hardly ever by a part of a person. */
const slight = 0.001

/** What is asked for most is hidden last: how many people in all, then the county's years. */
const weightOf = ({ from, to, sector, tier, partner }: FigureKey): number => {
  if (sector !== null || partner !== null || from === to) return 1
  return from === null && tier === null ? 40 : 8
}

/** By how much a figure that is not shown can shrink. */
const shrinksTo = ({ value, printed }: Pick<Form, 'value' | 'printed'>): number => (printed ? value - 1 : value)

/** Columns: how much each cell grows, and how much it shrinks; then the same of each form. A row for each form says that it is the sum of its cells. */
const modelOf = (forms: readonly Form[], people: readonly number[]): { columns: Column[]; rows: Row[] } => {
  const first = 2 * people.length
  return {
    columns: [
      ...people.flatMap((count): Column[] => [
        { lower: 0, upper: count ? Number.POSITIVE_INFINITY : 0, cost: slight },
        { lower: 0, upper: count, cost: slight },
      ]),
      ...forms.flatMap(({ key, value, fixed, printed }): Column[] => {
        const cost = Math.log2(2 + value) * weightOf(key)
        // Anybody knows that a figure that is not shown is not 0: 0 is shown. The other register keeps to that where it can.
        return [
          { lower: 0, upper: fixed ? 0 : Number.POSITIVE_INFINITY, cost },
          { lower: 0, upper: fixed ? 0 : shrinksTo({ value, printed }), cost },
        ]
      }),
    ],
    rows: forms.map(({ cells: counted }, at) => ({
      lower: 0,
      upper: 0,
      entries: [...counted, first / 2 + at].flatMap((pair, nth) => {
        const sign = nth < counted.length ? 1 : -1
        return [[2 * pair, sign] as const, [2 * pair + 1, -sign] as const]
      }),
    })),
  }
}

/** How many people more each cell has, from its two columns. */
const changesOf = (solved: readonly number[], cells: number): number[] =>
  Array.from({ length: cells }, (_, at) => (solved[2 * at] ?? 0) - (solved[2 * at + 1] ?? 0))
const isWhole = (by: number): boolean => Math.abs(by - Math.round(by)) < 1e-6
/** So many answers in parts of people, before whole numbers are asked for. */
const tries = 6

type Wanted = { least: number } | { most: number }
type Parts = { forms: readonly Form[]; places: readonly number[]; people: readonly number[]; hidden: Set<number>; opened: OpenModel }

/** Looks for other registers that agree with what is shown, and hides what differs in them. */
class Search {
  readonly #parts: Parts
  readonly #at: ReadonlyMap<number, number>
  constructor(parts: Parts) {
    this.#parts = parts
    this.#at = new Map(parts.places.map((place, at) => [place, at]))
  }

  /** From now on its change costs nothing. */
  isHidden(form: number): void {
    const { opened, hidden } = this.#parts
    hidden.add(form)
    const [grows, shrinks] = this.#columns(form)
    opened.cost(grows, 0)
    opened.cost(shrinks, 0)
  }

  async move(target: number, wanted: Wanted): Promise<void> {
    const { forms, hidden } = this.#parts
    const change = (await this.#found(target, wanted)) ?? (await this.#loosely(() => this.#found(target, wanted)))
    if (!change) throw new Error('no other register agrees with what is shown: nothing is released')
    forms.forEach((form, at) => {
      if (!hidden.has(at) && moved(form, change)) this.isHidden(at)
    })
  }

  /** A change of cells in whole numbers: of itself, or because it is asked for. */
  async #found(target: number, wanted: Wanted): Promise<readonly number[] | null> {
    const { opened, people } = this.#parts
    const [grows, shrinks] = this.#columns(target)
    const form = this.#parts.forms[target] as Form
    const limits =
      'least' in wanted
        ? [
            [wanted.least, Number.POSITIVE_INFINITY],
            [0, 0],
          ]
        : [
            [0, 0],
            [-wanted.most, form.value],
          ]
    this.#limit([grows, shrinks], limits as [number, number][])
    const dear = new Set<number>()
    try {
      // Parts of people are seldom the cheapest twice: cells that changed by a part are made dear, before whole numbers are asked for, which takes long.
      for (let tried = 0; tried <= tries; tried++) {
        opened.whole(tried === tries ? 2 * people.length : 0)
        const solved = await opened.solve()
        if (!solved || solved === 'unbounded') return null
        const changes = changesOf(solved, people.length)
        const parts = changes.flatMap((by, at) => (isWhole(by) ? [] : [at]))
        if (!parts.length && this.#agrees(changes.map(Math.round), target, wanted)) return changes.map(Math.round)
        for (const at of parts) dear.add(at)
        this.#cellsCost(dear, 1)
      }
      return null
    } finally {
      opened.whole(0)
      this.#cellsCost(dear, slight)
      this.#limit(
        [grows, shrinks],
        [
          [0, Number.POSITIVE_INFINITY],
          [0, shrinksTo(form)],
        ],
      )
    }
  }

  #cellsCost(cells: Iterable<number>, cost: number): void {
    for (const at of cells) for (const column of [2 * at, 2 * at + 1]) this.#parts.opened.cost(column, cost)
  }

  /** Where it can only be if a figure that is not shown were 0. */
  async #loosely<Value>(work: () => Promise<Value>): Promise<Value> {
    const { places, forms } = this.#parts
    const free = places.filter((place) => !(forms[place] as Form).fixed)
    const columns = free.map((place) => this.#columns(place)[1])
    const values = free.map((place) => (forms[place] as Form).value)
    const zero = columns.map(() => 0)
    this.#parts.opened.limits(columns, zero, values)
    try {
      return await work()
    } finally {
      this.#parts.opened.limits(
        columns,
        zero,
        free.map((place) => shrinksTo(forms[place] as Form)),
      )
    }
  }

  /** In whole numbers, whatever the solver says: nobody is less than none, what was shown is as it was, and the figure is what it was to be. */
  #agrees(change: readonly number[], target: number, wanted: Wanted): boolean {
    const { forms, people } = this.#parts
    if (change.some((by, at) => by + (people[at] ?? 0) < 0 || (by !== 0 && people[at] === 0))) return false
    if (forms.some((form) => form.fixed && moved(form, change))) return false
    const by = changeOf(forms[target] as Form, change)
    return 'least' in wanted ? by >= wanted.least : by <= wanted.most
  }

  #columns(form: number): [number, number] {
    const first = 2 * (this.#parts.people.length + (this.#at.get(form) ?? 0))
    return [first, first + 1]
  }

  #limit(columns: readonly number[], limits: readonly [number, number][]): void {
    this.#parts.opened.limits(
      columns,
      limits.map(([lower]) => lower),
      limits.map(([, upper]) => upper),
    )
  }
}

const changeOf = ({ cells }: Form, change: readonly number[]): number => cells.reduce((sum, at) => sum + (change[at] ?? 0), 0)
const moved = (form: Form, change: readonly number[]): boolean => changeOf(form, change) !== 0
