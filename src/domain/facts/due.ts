import { type DueState, dueState } from '../review.ts'
import { type Checked, isInPack } from './checks.ts'
import type { PackFact } from './pack-fact.ts'

/** What is the matter with a fact, besides its day. `denied`: who was asked says that it does not hold. */
export type Doubt = 'denied' | 'doubt' | 'sure-c' | 'sure-none' | 'no-date'

/** A fact on a day: how near its check is, what is doubtful, and what has been recorded that the pack does not have yet. */
export type FactDue<C extends Checked = Checked> = { fact: PackFact; state: DueState; doubts: readonly Doubt[]; waiting: readonly C[] }

/** `checks`: those of this fact, newest first. */
export const factDue = <C extends Checked>(fact: PackFact, checks: readonly C[], today: Temporal.PlainDate): FactDue<C> => {
  const waiting = checks.filter((check) => !isInPack(fact, check, checks))
  const { doubtFrom, sourceDate } = fact
  const newer = sourceDate !== null && sourceDate !== 'unknown' && doubtFrom !== null && sourceDate >= doubtFrom
  const doubted = doubtFrom !== null && doubtFrom <= today.toString() && !newer
  const doubts: [boolean, Doubt][] = [
    [waiting[0] !== undefined && waiting[0].holds !== 'yes', 'denied'],
    [doubted, 'doubt'],
    [fact.sure === 'C', 'sure-c'],
    [fact.sure === '?', 'sure-none'],
    [fact.sourceDate === 'unknown', 'no-date'],
  ]
  return { fact, state: dueState(fact.review, today), doubts: doubts.flatMap(([is, doubt]) => (is ? [doubt] : [])), waiting }
}

/** The ways to look at the facts. */
export const factViews = ['all', 'overdue', 'due', 'doubtful', 'unsure', 'later', 'recorded', 'exported'] as const
export type FactView = (typeof factViews)[number]

const unsure: readonly Doubt[] = ['sure-c', 'sure-none', 'no-date']

export const isInView = ({ state, doubts, waiting }: FactDue, view: FactView): boolean => {
  switch (view) {
    case 'all':
      return true
    case 'doubtful':
      return doubts.some((doubt) => !unsure.includes(doubt))
    case 'unsure':
      return doubts.some((doubt) => unsure.includes(doubt))
    case 'recorded':
      return waiting.some(({ exported }) => !exported)
    case 'exported':
      return waiting.some(({ exported }) => exported)
    default:
      return state === view
  }
}

/** What must not wait first: what somebody denies, then what is doubted, then by the day of its check. */
export const byUrgency = (a: FactDue, b: FactDue): number => {
  const rank = ({ doubts }: FactDue) => (doubts.includes('denied') ? 0 : doubts.includes('doubt') ? 1 : 2)
  return rank(a) - rank(b) || a.fact.review.localeCompare(b.fact.review) || a.fact.name.localeCompare(b.fact.name, 'en')
}
