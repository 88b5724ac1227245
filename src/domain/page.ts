import { z } from 'zod'
import { fact, id } from './fact.ts'

/** Whom a page is written for; decides the reading age it must keep (docs/reference/check.md). */
export const audience = z.enum(['victim', 'public', 'practitioner', 'easy-read'])
export type Audience = z.infer<typeof audience>

/** Head of a Markdown page in `pages/`. */
export const pageHead = z.strictObject({
  title: z.string().min(1),
  /** In the browser's title and history; harmless where the page is one that must not be found there. */
  history_title: z.string().min(1).optional(),
  description: z.string().min(1),
  lead: z.string().min(1).optional(),
  audience,
  /** Does it speak of exploitation? Then the way out stands before its content. */
  exit: z.boolean(),
  drawing: id.optional(),
  ...fact,
})

export type Page = z.infer<typeof pageHead> & { id: string; body: string }

/** The parts of a page's Markdown that have translations of their own: a heading, a paragraph, a list. */
export const blocksOf = (body: string): string[] =>
  body
    .split(/\n[ \t]*\n/)
    .map((block) => block.trim())
    .filter(Boolean)

/** A glossary term. Its name and other names count as one easy word in the reading age. */
export const termSchema = z.strictObject({
  id,
  term: z.string().min(1),
  also: z.array(z.string().min(1)).optional(),
  means: z.string().min(1),
  ...fact,
})

/** A way to report or a kind of support: a heading, words, and services in the order to offer. */
export const waySchema = z.strictObject({
  id,
  title: z.string().min(1),
  text: z.string().min(1),
  services: z.array(id),
  ...fact,
})
export type Way = z.infer<typeof waySchema>
