import { z } from 'zod'
import { id } from '../fact.ts'

/** What a condition asks of one answer. An answer that is not on the route counts as empty: then none of these holds. */
export type Atom =
  | { answer: string; is: string }
  /** Options by name, or the name of a set of the flow. */
  | { answer: string; one_of: readonly string[] | string }
  /** One of several chosen options. */
  | { answer: string; has: string }
  /** A date at least so many years before today. */
  | { answer: string; older_than: number }
  /** Anything at all. */
  | { has: string }

/** A closed set: nothing else decides where a flow goes. `rule` is the one way out: see rules.ts. */
export type Condition =
  | Atom
  | { rule: string; is: string }
  | { not: Condition }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ answer: id, is: id }),
    z.strictObject({ answer: id, one_of: z.union([z.array(id).min(1), id]) }),
    z.strictObject({ answer: id, has: id }),
    z.strictObject({ answer: id, older_than: z.number().int().positive() }),
    z.strictObject({ has: id }),
    z.strictObject({ rule: id, is: id }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
  ]),
)

/** The id of the answer that an atom reads. */
export const readBy = (atom: Atom): string => ('answer' in atom ? atom.answer : atom.has)

/** Every atom in a condition, those of its rules included. `reads` gives the atoms of a rule, none for a rule that is not known. */
export const atomsOf = (condition: Condition, reads: (rule: string) => readonly Atom[]): Atom[] => {
  if ('not' in condition) return atomsOf(condition.not, reads)
  if ('all' in condition) return condition.all.flatMap((inner) => atomsOf(inner, reads))
  if ('any' in condition) return condition.any.flatMap((inner) => atomsOf(inner, reads))
  if ('rule' in condition) return [...reads(condition.rule)]
  return [condition]
}

/** The rules that a condition names, with the result that it waits for. */
export const rulesIn = (condition: Condition): { rule: string; is: string }[] => {
  if ('not' in condition) return rulesIn(condition.not)
  if ('all' in condition) return condition.all.flatMap(rulesIn)
  if ('any' in condition) return condition.any.flatMap(rulesIn)
  return 'rule' in condition ? [condition] : []
}

/** The sets that a condition names itself; those that its rules read are not among them. */
export const setsIn = (condition: Condition): string[] =>
  atomsOf(condition, () => []).flatMap((atom) => ('one_of' in atom && typeof atom.one_of === 'string' ? [atom.one_of] : []))
