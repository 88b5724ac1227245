import type { Answers } from '../../../domain/flow/answers.ts'
import type { Condition } from '../../../domain/flow/condition.ts'
import { type Entry, type Flow, times } from '../../../domain/flow/flow.ts'
import { outcome, type ReachedAction, route } from '../../../domain/flow/route.ts'
import type { World } from '../../../domain/flow/walk.ts'
import { type Alike, alikeIn, type Group, isIn, type Tag, tagOf } from './organisations.ts'

/** An action as a sheet shows it: for which lanes and organisations, and with which others it must be ticked. */
export type Shown = {
  action: ReachedAction
  /** Lanes that have it, by their place. */
  lanes: readonly number[]
  tag: Tag | null
  /** The organisations that it is for, by the first of those that are alike; those of `also` among them. */
  of: ReadonlySet<string>
  /** Other wordings that some organisations read. */
  also: readonly { action: ReachedAction; tag: Tag }[]
  /** Options one of which must be ticked as well. */
  with: readonly string[]
}

/** What a sheet is drawn from. A lane is a set of answers that leads to the end; `several` the entry of which any number may be ticked. */
export type Chart = {
  lanes: readonly Answers[]
  organisation: Entry
  several: Entry | null
  /** The last question: who is not asked it does not come to the lanes. */
  last: string
  /** Answers to what is known without being asked, as the pack has them. */
  given: Answers
}

export type Asked = {
  groups: readonly Alike[]
  /** What is done in each lane with nothing ticked; what is done in every lane stands in `everywhere`. */
  inLane: readonly (readonly Shown[])[]
  everywhere: readonly Shown[]
  /** What ticking an option adds. */
  ticked: ReadonlyMap<string, readonly Shown[]>
  /** What another answer to something given adds: by the id of the given and its option. */
  elsewhere: readonly { given: string; option: string; shown: readonly Shown[] }[]
}

/** An action in the words of some organisations. */
type Wording = { action: ReachedAction; of: Set<string> }

/** For readers whose wordings have one title: the one that speaks to none of them alone. */
const inUsualWords = ({ variant: _own, ...usual }: ReachedAction): ReachedAction => usual

/** In the order in which they are done: now, today, before the person leaves; in each the most important first. */
const byTime = (flow: Flow) => (a: Shown, b: Shown) => {
  const at = ({ action: { id, when, rank } }: Shown) => [
    when ? times.indexOf(when) : 0,
    rank ?? 0,
    flow.actions.findIndex((one) => one.id === id),
  ]
  const [one, two] = [at(a), at(b)]
  return one.map((value, i) => value - (two[i] ?? 0)).find((difference) => difference !== 0) ?? 0
}

/**
 * Asks the walker, for each lane, each group of organisations and each option, what is to be done: so a sheet cannot say otherwise than the
 * pages, whatever conditions the flow has. What more than half of the lanes have is told once.
 */
export const ask = (
  flow: Flow,
  world: World,
  chart: Chart,
  kinds: ReadonlySet<string>,
  groups: readonly Group[],
  told: (kinds: readonly string[]) => string,
  saysSame: (a: ReachedAction, b: ReachedAction) => boolean,
): Asked => {
  const { lanes, organisation, several, given } = chart
  const conditions = [
    ...flow.questions.flatMap(({ go }) => go.map((way) => way.if)),
    ...flow.actions.flatMap((action) => [action.if, ...(action.variants ?? []).map((variant) => variant.if)]),
  ].filter((one): one is Condition => one !== undefined)
  const reached = (lane: Answers, option: string, ticks: readonly string[], other: Answers = {}): readonly ReachedAction[] => {
    const answers = { ...given, ...lane, [organisation.id]: option, ...(several ? { [several.id]: ticks } : {}), ...other }
    return outcome(flow, answers, world)?.actions ?? []
  }
  const whole = alikeIn(flow, organisation, kinds, conditions)
  // Organisations whose staff do not come to the end with these answers are told at their question.
  const all = whole.filter(({ first }) =>
    route(flow, { ...given, ...lanes[0], [organisation.id]: first }, world).some(({ id }) => id === chart.last),
  )
  const members = groups.map((group) => ({
    group,
    of: new Set(
      all.filter(({ first }) => isIn(flow, world, { ...given, ...lanes[0], [organisation.id]: first }, group)).map(({ first }) => first),
    ),
  }))
  const none: ReadonlySet<string> = new Set()

  /** Actions of every lane and group of organisations, put together: lanes in which the same ones read the same are one row. */
  const gather = (found: (lane: Answers, option: string) => readonly ReachedAction[], withOthers: readonly string[] = []): Shown[] => {
    const rows = new Map<string, { wordings: Wording[]; lanes: number[] }>()
    for (const [n, lane] of lanes.entries()) {
      const here = new Map<string, Wording[]>()
      for (const { first } of all)
        for (const action of found(lane, first)) {
          const wordings = here.get(action.id) ?? []
          here.set(action.id, wordings)
          const same = wordings.find((one) => saysSame(one.action, action))
          if (same) {
            same.of.add(first)
            if (same.action.variant !== action.variant && saysSame(inUsualWords(same.action), action))
              same.action = inUsualWords(same.action)
          } else wordings.push({ action, of: new Set([first]) })
        }
      for (const [id, wordings] of here) {
        const key = [id, ...wordings.map(({ action, of }) => `${action.variant ?? ''}: ${[...of].join(' ')}`)].join('; ')
        const row = rows.get(key) ?? { wordings, lanes: [] }
        rows.set(key, row)
        row.lanes.push(n)
      }
    }
    return [...rows.values()]
      .flatMap(({ wordings, lanes: own }): Shown[] => {
        const [most, ...others] = wordings.toSorted((a, b) => b.of.size - a.of.size)
        if (!most) return []
        const apart = new Set(others.flatMap((one) => [...one.of]))
        const also = others.flatMap(({ action, of }) => {
          const whose = tagOf(of, none, all, members, told)
          return whose ? [{ action, tag: whose }] : []
        })
        return [
          {
            action: most.action,
            lanes: own,
            tag: tagOf(most.of, apart, all, members, told),
            of: new Set([...most.of, ...apart]),
            also,
            with: withOthers,
          },
        ]
      })
      .toSorted(byTime(flow))
  }

  const usual = new Map<Answers, Map<string, readonly ReachedAction[]>>()
  const unticked = (lane: Answers, option: string): readonly ReachedAction[] => {
    const own = usual.get(lane) ?? new Map<string, readonly ReachedAction[]>()
    usual.set(lane, own)
    const actions = own.get(option) ?? reached(lane, option, [])
    own.set(option, actions)
    return actions
  }
  const plain = gather(unticked)
  const common = (row: Shown) => lanes.length > 1 && row.lanes.length > lanes.length / 2
  /** What is there with a tick and not without, or in other words. */
  const added = (lane: Answers, option: string, ticks: readonly string[], other: Answers = {}) => {
    const before = unticked(lane, option)
    return reached(lane, option, ticks, other).filter((action) => !before.some((one) => one.id === action.id && saysSame(one, action)))
  }
  /** Where every other lane has it anyway, it is for all lanes. */
  const inAll = (rows: readonly Shown[]): Shown[] =>
    rows.map((row) => {
      const had = plain.filter(({ action }) => action.id === row.action.id).flatMap((one) => one.lanes)
      const both = new Set([...row.lanes, ...had])
      return both.size === lanes.length && had.length < lanes.length / 2 ? { ...row, lanes: [...both] } : row
    })
  const options = several?.options ?? []
  const ticked = new Map(options.map((option) => [option, inAll(gather((lane, first) => added(lane, first, [option])))]))
  // What only two ticks together bring stands with the option that all such pairs share.
  const met = new Set([...plain, ...[...ticked.values()].flat()].map(({ action }) => action.id))
  const pairs = new Map<string, string[][]>()
  for (const [i, one] of options.entries())
    for (const two of options.slice(i + 1))
      for (const lane of lanes)
        for (const { id } of reached(lane, all[0]?.first ?? '', [one, two]))
          if (!met.has(id)) pairs.set(id, [...(pairs.get(id) ?? []).filter((pair) => pair[0] !== one || pair[1] !== two), [one, two]])
  for (const [id, found] of pairs) {
    const shared = found[0]?.find((option) => found.every((pair) => pair.includes(option))) ?? found[0]?.[0] ?? ''
    const others = found.flatMap((pair) => pair.filter((option) => option !== shared))
    const [other = ''] = others
    const rows = gather((lane, first) => reached(lane, first, [shared, other]).filter((action) => action.id === id), others)
    ticked.set(shared, [...(ticked.get(shared) ?? []), ...rows])
  }
  const last = flow.givens.at(-1)
  return {
    groups: all,
    inLane: lanes.map((_lane, n) => plain.filter((row) => !common(row) && row.lanes.includes(n))),
    everywhere: plain.filter(common),
    ticked,
    elsewhere: (last?.options ?? []).flatMap((option) => {
      const shown = gather((lane, first) => {
        const before = new Set(unticked(lane, first).map(({ id }) => id))
        return reached(lane, first, [], { [last?.id ?? '']: option }).filter(({ id }) => !before.has(id))
      })
      return shown.length ? [{ given: last?.id ?? '', option, shown }] : []
    }),
  }
}
