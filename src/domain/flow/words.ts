import { z } from 'zod'
import { id } from '../fact.ts'

const text = z.string().min(1)

/** The words of a question: what stands over the page. */
export const questionWordsSchema = z.strictObject({
  id,
  title: text,
  hint: text.optional(),
  /** What to say where it was not answered. */
  error: text.optional(),
  /** The title in the browser's history, where the question itself says too much. */
  history_title: text.optional(),
})

/** The words of an entry, and of its options by their ids. A choice that stands alone on its page needs no label: the page's title is it. */
export const entryWordsSchema = z.strictObject({
  id,
  label: text.optional(),
  hint: text.optional(),
  options: z.record(z.string(), text).optional(),
})

export const outcomeWordsSchema = z.strictObject({ id, title: text, lead: text })

export const actionWordsSchema = z.strictObject({
  id,
  title: text,
  /** Who does it, and by when. */
  who: text,
  by: text,
  /** What is done: one short step each. */
  do: z.array(text).min(1),
  /** What to say on the phone. */
  say: text.optional(),
  why: text,
  /** In one sentence, for somebody who must go now. */
  short: text.optional(),
  /** What the link that changes an answer says. */
  change: text.optional(),
})

export const sectionWordsSchema = z.strictObject({ id, title: text })

export type SectionWords = z.infer<typeof sectionWordsSchema>
export type QuestionWords = z.infer<typeof questionWordsSchema>
export type EntryWords = z.infer<typeof entryWordsSchema>
export type OutcomeWords = z.infer<typeof outcomeWordsSchema>
export type ActionWords = z.infer<typeof actionWordsSchema>

/** The words of a flow, under its own ids. */
export type FlowWords = {
  questions: ReadonlyMap<string, QuestionWords>
  entries: ReadonlyMap<string, EntryWords>
  outcomes: ReadonlyMap<string, OutcomeWords>
  actions: ReadonlyMap<string, ActionWords>
  sections: ReadonlyMap<string, SectionWords>
}
