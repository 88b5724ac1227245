import type { PackFiles } from './files.ts'

/** Where a text of the pack stands. `line` is 1-based. */
export type Place = { file: string; line: number }

/** A stretch of a content file that is one text. */
type Stretch = { file: string; text: string; line: number; lineAt(index: number): number }

/**
 * Finds the place of a text as it is printed. By its words, so that it is found whatever was made of it: references filled in, marks of
 * Markdown taken away, a sentence taken out of a paragraph. `letter`: where in it; only texts that hold it count. Null where nothing
 * holds a third of it.
 *
 * The place is looked for when something is wrong with a text, and carried by none that is right: line numbers in what is printed would
 * change a file whenever a line above changes.
 */
export const sourceLocation = (files: PackFiles): ((printed: string, letter?: string) => Place | null) => {
  const stretches = stretchesOf(files)
  const pairs = new Map<Stretch, ReadonlySet<string>>()
  return (printed, letter) => {
    const wanted = pairsIn(printed)
    let best: { stretch: Stretch; shared: number; share: number } | null = null
    for (const stretch of stretches) {
      if (letter !== undefined && !stretch.text.includes(letter)) continue
      const has = pairs.get(stretch) ?? pairsIn(stretch.text)
      pairs.set(stretch, has)
      const shared = [...wanted].filter((pair) => has.has(pair)).length
      // Of two that hold as much of it, the one that says nothing else.
      const share = shared / Math.max(1, has.size)
      if (!best || shared > best.shared || (shared === best.shared && share > best.share)) best = { stretch, shared, share }
    }
    // References filled in, and words put around it, leave at least as much.
    if (!best || (letter === undefined && (best.shared === 0 || best.shared * 3 < wanted.size))) return null
    const { file, line, text, lineAt } = best.stretch
    return { file, line: letter === undefined ? line : lineAt(text.indexOf(letter)) }
  }
}

/** Every two words that follow one another, the ends of the text among them. */
const pairsIn = (text: string): Set<string> => {
  const words = ['', ...(plain(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []), '']
  return new Set(words.length > 2 ? words.slice(1).map((word, i) => `${words[i]} ${word}`) : [])
}

/** Without what is not printed: marks of Markdown and of messages, where a link leads. */
const plain = (text: string): string =>
  text
    .replace(/\]\([^)\]]*\)/g, ' ')
    .replace(/\{[^{}]*\}/g, ' ')
    .replace(/<\/?\w+>/g, '')
    .toLowerCase()

const stretchesOf = ({ allYaml, allMarkdown }: PackFiles): Stretch[] => [
  ...allYaml.flatMap(({ file, strings }) => strings().map((text) => ({ ...text, file }))),
  ...allMarkdown.flatMap(({ file, head, body, lineAt: lineOf }) => [
    ...head.strings().map((text) => ({ ...text, file })),
    ...paragraphsOf(body).map(({ at, text }): Stretch => {
      const lineAt = (index: number) => lineOf(at + index)
      return { file, text, line: lineAt(0), lineAt }
    }),
  ]),
]

const paragraphsOf = (body: string): { at: number; text: string }[] =>
  [...body.matchAll(/\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/g)].map(({ index, 0: text }) => ({ at: index, text }))
