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
const entryTexts = {
  label: text.optional(),
  hint: text.optional(),
  options: z.record(z.string(), text).optional(),
}
export const entryWordsSchema = z.strictObject({
  id,
  ...entryTexts,
  /** Other words by which people look for an option, by its id. They are never shown: who types one of them finds the option. */
  also: z.record(z.string(), z.array(text).min(1)).optional(),
  /** By the ids of the entry's variants: what replaces the words above. */
  variants: z.record(z.string(), z.strictObject(entryTexts)).optional(),
})

export const outcomeWordsSchema = z.strictObject({
  id,
  title: text,
  lead: text,
  /** How a tab and the browser's history tell it from other outcomes, in a few words. Absent: the title says enough. */
  history_title: text.optional(),
})

const actionTexts = {
  title: text,
  /** Who does it, and by when. */
  who: text,
  by: text,
  /** What is done: one short step each. */
  do: z.array(text).min(1),
  /** What to say on the phone. */
  say: text.optional(),
  why: text,
  /** In one line, for the summary at the head of an outcome and for pictures. Absent: the title says enough. */
  short: text.optional(),
  /** What the link that changes an answer says. */
  change: text.optional(),
}
export const actionWordsSchema = z.strictObject({
  id,
  ...actionTexts,
  /** By the ids of the action's variants: what replaces the words above. */
  variants: z.record(z.string(), z.strictObject(actionTexts).partial()).optional(),
})

export const sectionWordsSchema = z.strictObject({ id, title: text })

/** How a condition says that an answer is in a set, after "if": `you work for the police`. */
export const setWordsSchema = z.strictObject({ id, means: text })

/** The same for each result of a rule that a condition waits for. */
export const ruleWordsSchema = z.strictObject({ id, means: z.record(z.string(), text) })

export type SetWords = z.infer<typeof setWordsSchema>
export type RuleWords = z.infer<typeof ruleWordsSchema>
export type SectionWords = z.infer<typeof sectionWordsSchema>
export type QuestionWords = z.infer<typeof questionWordsSchema>
export type EntryWords = z.infer<typeof entryWordsSchema>
export type OutcomeWords = z.infer<typeof outcomeWordsSchema>
export type ActionWords = z.infer<typeof actionWordsSchema>

/** The words of an action in the wording that holds: what a variant leaves out is as usual. */
export const actionWords = (words: FlowWords, { id, variant }: { id: string; variant?: string | undefined }): ActionWords | undefined => {
  const usual = words.actions.get(id)
  return usual && overlay(usual, variant ? usual.variants?.[variant] : undefined)
}

/** The words of an entry in the wording that holds, option by option. */
export const entryWords = (words: FlowWords, id: string, variant?: string): EntryWords | undefined => {
  const usual = words.entries.get(id)
  const other = variant ? usual?.variants?.[variant] : undefined
  return usual && { ...overlay(usual, other), options: { ...usual.options, ...other?.options } }
}

type Loose<T> = { [K in keyof T]?: T[K] | undefined }
const overlay = <W extends object>(usual: W, other: Loose<W> | undefined): W =>
  ({ ...usual, ...Object.fromEntries(Object.entries(other ?? {}).filter(([, said]) => said !== undefined)) }) as W

/** The words of a flow, under its own ids. */
export type FlowWords = {
  questions: ReadonlyMap<string, QuestionWords>
  entries: ReadonlyMap<string, EntryWords>
  outcomes: ReadonlyMap<string, OutcomeWords>
  actions: ReadonlyMap<string, ActionWords>
  sections: ReadonlyMap<string, SectionWords>
  sets: ReadonlyMap<string, SetWords>
  rules: ReadonlyMap<string, RuleWords>
}
