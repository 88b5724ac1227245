import type { Item, Part } from './part.ts'
import type { Slide } from './slide.ts'

/** Signs and kinds of exploitation by id, the pathway by its steps: a course shows their words, so they are taught. */
export type Wording = {
  signs: ReadonlyMap<string, string>
  kinds: ReadonlyMap<string, string>
  /** What a slide of the pathway says, from its flow. */
  pathway: (slide: Extract<Slide, { type: 'pathway' }>) => unknown
}

/**
 * What a learner is taught, as one text: words on slides, what is said, what is asked and answered, what is read, the
 * check. Left out is what teaches nothing: minutes, drawings, dates. Numbers to call and figures stand in it by their
 * ids where the parts have them so: the course teaches where to look a number up, so a new number is no new lesson.
 */
export const taughtText = (parts: readonly Part[], wording: Wording): string =>
  JSON.stringify(
    parts.map((part) => [part.id, part.title, part.slides.map((slide) => slideText(slide, wording)), (part.check ?? []).map(itemText)]),
  )

/** Version of what is taught: twelve figures of the hash of its text. `hash` gives hexadecimal SHA-256. */
export const taughtVersion = (parts: readonly Part[], wording: Wording, hash: (text: string) => string): string =>
  hash(taughtText(parts, wording)).slice(0, 12)

const untaught = new Set(['minutes', 'do', 'prepare', 'care', 'drawing', 'alt', 'teaches', 'checks', 'x', 'y'])

const slideText = (slide: Slide, { signs, kinds, pathway }: Wording): unknown => [
  ordered(slide),
  'signs' in slide ? slide.signs.map((id) => signs.get(id) ?? id) : [],
  'kinds' in slide ? slide.kinds.map((id) => kinds.get(id) ?? id) : [],
  ...(slide.type === 'tiles' ? [slide.tiles.flatMap(({ kind }) => (kind ? [kinds.get(kind) ?? kind] : []))] : []),
  ...(slide.type === 'pathway' ? [pathway(slide)] : []),
]

const itemText = ({ id, question, choices }: Item): unknown => [id, question, choices.map((c) => [c.text, c.right ?? false, c.why])]

/** The same values in one order of names, so that an editor may write them in any. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered)
  if (!value || typeof value !== 'object') return value
  return Object.entries(value)
    .filter(([key]) => !untaught.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, ordered(inner)])
}
