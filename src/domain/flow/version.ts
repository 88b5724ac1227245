import type { Answers } from './answers.ts'
import type { Flow } from './flow.ts'

/** Answers as they travel or lie in a file: with the flow and the version that asked for them. */
export type KeptAnswers = { flow: string; version: number; answers: Answers }

export const keep = (flow: Flow, answers: Answers): KeptAnswers => ({ flow: flow.head.id, version: flow.head.version, answers })

/**
 * Answers that were kept. `other-version`: they are of this flow but answered other questions, so they are not read; `not-answers`: anything
 * else. What each answer is worth is judged where it is looked up (answers.ts).
 */
export const readKept = (flow: Flow, kept: unknown): Answers | 'other-version' | 'not-answers' => {
  if (!isRecord(kept) || kept.flow !== flow.head.id || !isRecord(kept.answers)) return 'not-answers'
  return kept.version === flow.head.version ? (kept.answers as Answers) : 'other-version'
}

const isRecord = (value: unknown): value is Record<string, unknown> => !!value && typeof value === 'object' && !Array.isArray(value)
