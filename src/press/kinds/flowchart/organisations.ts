import type { Answers } from '../../../domain/flow/answers.ts'
import { atomsOf, type Condition } from '../../../domain/flow/condition.ts'
import { type Entry, entriesOf, type Flow } from '../../../domain/flow/flow.ts'
import { lookIn, type World, walk } from '../../../domain/flow/walk.ts'

/** Organisations that the flow treats alike, by the first of them; `kinds` are those of the flow's own list, without the names that a pack adds. */
export type Alike = { first: string; kinds: readonly string[]; named: readonly string[] }

/** How a group of organisations is told on paper: by shape as well as by words, so that it is seen in black and white too. */
export type Tag = { text: string; shape: 'filled' | 'outline' | 'double' }

/** A group with a name of its own: what puts an organisation into it, and how its members and all others are called. */
export type Group = { if: Condition; in: Tag; out: Tag }

export const organisationsIn = (flow: Flow): Entry | undefined => entriesOf(flow).find((entry) => entry.options_from === 'organisations')

/** Those that may occur in a nation: not those that may refer in other nations only, such as a Health and Social Care Trust in England. */
export const inNation = (flow: Flow, entry: Entry, nation: string): Entry => {
  const refers = [...flow.sets].filter(([id]) => id.startsWith('may-refer-in-'))
  const onlyElsewhere = (option: string) => {
    const where = refers.filter(([, of]) => of.includes(option))
    return where.length > 0 && !where.some(([id]) => id === `may-refer-in-${nation}`)
  }
  return { ...entry, options: (entry.options ?? []).filter((option) => !onlyElsewhere(option)) }
}

/** The organisations of a flow in as few groups as its conditions need: some hundreds of names are about a dozen groups. */
export const alikeIn = (flow: Flow, entry: Entry, kinds: ReadonlySet<string>, conditions: readonly Condition[]): Alike[] => {
  const own = conditions.flatMap((condition) => atomsOf(condition, () => [])).filter((atom) => 'answer' in atom && atom.answer === entry.id)
  const sets = [...flow.sets.values()]
  const literal = own.flatMap((atom) =>
    'is' in atom ? [[atom.is]] : 'one_of' in atom && typeof atom.one_of !== 'string' ? [atom.one_of] : [],
  )
  const sign = (option: string) => [...sets, ...literal].map((of) => (of.includes(option) ? '1' : '0')).join('')
  return [...Map.groupBy(entry.options ?? [], sign).values()].map((options) => ({
    first: options[0] ?? '',
    kinds: options.filter((option) => kinds.has(option)),
    named: options.filter((option) => !kinds.has(option)),
  }))
}

/** Is an organisation in a group, given the other answers? */
export const isIn = (flow: Flow, world: World, answers: Answers, group: Pick<Group, 'if'>): boolean =>
  walk(flow, lookIn(answers), world).holds(group.if)

/**
 * The name of some of all: null where they are all. `apart` are told elsewhere, so a group may have them or not. Where no group is just
 * these, the kinds are told one by one.
 */
export const tagOf = (
  some: ReadonlySet<string>,
  apart: ReadonlySet<string>,
  all: readonly Alike[],
  members: readonly { group: Group; of: ReadonlySet<string> }[],
  told: (kinds: readonly string[]) => string,
): Tag | null => {
  const judged = all.filter(({ first }) => !apart.has(first))
  if (judged.every(({ first }) => some.has(first))) return null
  const same = (holds: (first: string) => boolean) => judged.every(({ first }) => some.has(first) === holds(first))
  for (const { group, of } of members) {
    if (same((first) => of.has(first))) return group.in
    if (same((first) => !of.has(first))) return group.out
  }
  const mine = all.filter(({ first }) => some.has(first))
  const known = mine.flatMap(({ kinds }) => kinds)
  return { text: told(known.length ? known : mine.flatMap(({ named }) => named)), shape: 'outline' }
}
