import { z } from 'zod'
import { id, isoDate } from '../fact.ts'

/** The typefaces that pages are set in. */
export const faces = ['atkinson', 'noto', 'arabic', 'ethiopic'] as const

/** A language of the site besides English. */
export const languageSchema = z.strictObject({
  /** Shortest tag (BCP 47), as in its addresses: `/ar/get-help`. */
  id,
  /** Its own name, in its own script. */
  name: z.string().min(1),
  /** Its English name: what a caller says to be given an interpreter, unless `say` has other names. */
  english: z.string().min(1),
  /** Where readers of one page speak one of several languages: the English name of each, for a caller says one of them alone. */
  say: z.array(z.string().min(1)).min(2).optional(),
  /** BCP 47 tag for dates and times; its digits are 0 to 9 and its calendar the Gregorian one. */
  locale: z.string().min(2),
  direction: z.enum(['ltr', 'rtl']),
  /** Which face its pages are set in: one face a page, never mixed inside a word. */
  face: z.enum(faces),
  /** Offered only by a pack that names it in `languages`: needed in some areas and not in all. */
  optional: z.literal(true).optional(),
})
export type Language = z.infer<typeof languageSchema>

/** The languages that a pack offers, in the order of languages.yaml: those that it names, else all that are not optional. */
export const offeredLanguages = (all: readonly Language[], named: readonly string[] | undefined): Language[] =>
  all.filter(({ id, optional }) => (named ? named.includes(id) : !optional))

/** Sets of which the pack may publish drafts. A set is named after its page and stands in a file of that name: `words/ar/your-safety.yaml`. */
export const draftSets = ['your-safety'] as const
/** Rights and consent: a wrong word can cost a person their protection, so nobody reads them before a person has checked them. */
export const reviewedSets = ['your-rights', 'what-happens-next', 'nrm-explained'] as const
/** Of "get help" a draft is better than nothing. */
export const textSets = ['get-help', ...draftSets, ...reviewedSets] as const

/** Groups of words that are around every page, or on the paper of "get help". */
const around = ['site', 'nav', 'service', 'services', 'draft', 'leaflet']

/** The set of a text follows from its English, not from the file it stands in: a right in the file of "get help" is still a right. */
export const setOf = (textId: string): string => {
  const [group = '', page = ''] = textId.split('.')
  const own = group === 'page' ? page : group
  return around.includes(own) ? 'get-help' : own
}

const hash = z.string().regex(/^[0-9a-f]{8}$/, 'the hash of the English: eight characters from 0 to 9 and a to f')

/** One translated text. `of` names the English it was made from; `reviewed.of` the English that the reviewer had before them. */
export const translationSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9_-]+)+$/, 'the id of the English text, such as get-help.danger'),
  text: z.string().min(1),
  of: hash,
  reviewed: z.strictObject({ by: z.string().min(1), date: isoDate, of: hash }).optional(),
})
export type Translation = z.infer<typeof translationSchema>

/** reviewed: by a person, of today's English. drafted: of today's English, by nobody checked. needs-review: the English has changed since. */
export type TranslationState = 'reviewed' | 'drafted' | 'needs-review'

/** A changed English makes both a draft and a review old, by itself. */
export const translationState = (translation: Translation, english: string): TranslationState =>
  translation.of !== english ? 'needs-review' : translation.reviewed?.of === english ? 'reviewed' : 'drafted'

/**
 * May readers see a text of this set in this state? `drafts`: the sets of which the pack shows drafts. A text made from another English
 * than today's is withdrawn: it may say what is no longer so. What is in none of the two lists of sets above is shown only when
 * reviewed, so no setting can publish rights, nor a set that nobody thought of.
 */
export const mayPublish = (set: string, state: TranslationState, drafts: readonly string[]): boolean =>
  state === 'reviewed' || (state === 'drafted' && mayDraft(set, drafts))

/** May readers see drafts of this set, and where one is withdrawn the English in its place? Of rights they see a page whole and reviewed, or not at all. */
export const mayDraft = (set: string, drafts: readonly string[]): boolean =>
  set === 'get-help' || (draftSets.some((known) => known === set) && drafts.includes(set))
