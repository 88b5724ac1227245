import { z } from 'zod'
import { id } from '../fact.ts'

/** What search words may lead to; each is a list of `search.yaml` whose ids are those of the thing itself. */
export const searchKinds = ['pages', 'sectors', 'types', 'services', 'report', 'support', 'campaigns', 'languages'] as const
export type SearchKind = (typeof searchKinds)[number]

/** Words that lead to one thing, or that belong together. */
export const searchWordsSchema = z.strictObject({ id, words: z.array(z.string().min(1)).min(1) })
export type SearchWords = z.infer<typeof searchWordsSchema>

/** A pack's search words: those of each kind, phrases that bring a page before all else, those of someone who may be in danger, and those that say nothing. */
export type SearchLists = Readonly<Record<SearchKind | 'first' | 'urgent' | 'ignore', readonly SearchWords[]>>
