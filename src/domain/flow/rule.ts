import type { Answers } from './answers.ts'
import type { Atom } from './condition.ts'

/**
 * What data cannot say: a named pure function. It sees nothing but the atoms that it lists, so that all routes can still be
 * walked, and it shows for each of its results a sample of answers that give it.
 */
export type Rule = {
  reads: Readonly<Record<string, Atom>>
  decide: (holds: Readonly<Record<string, boolean>>) => string
  samples: Readonly<Record<string, Answers>>
}
export type Rules = Readonly<Record<string, Rule>>
