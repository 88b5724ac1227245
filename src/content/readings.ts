import type { English } from './english.ts'
import { formsOf } from './icu.ts'
import { readBlocks } from './markdown-blocks.ts'

/** A paragraph, heading, label or form of a message as somebody reads it: on one line, without marks of Markdown. */
export type Reading = { text: string; lineAt: (index: number) => number }

/** What stands in for a value, a number to call or a figure, by what is in its braces: `count`, `phone:police-101`. */
export type Fill = (name: string) => string

/** A text as it is read, in order. Words of an interface are messages, in all their forms; everything else may be Markdown. */
export const readingsOf = (said: Pick<English, 'text' | 'path' | 'lineAt'>, fill: Fill): Reading[] =>
  said.path[0] === 'words'
    ? formsOf(said.text, fill).map((text) => ({ text: text.replaceAll('\n', ' '), lineAt: said.lineAt }))
    : blocksOf(said, fill)

const blocksOf = ({ text, lineAt }: Pick<English, 'text' | 'lineAt'>, fill: Fill): Reading[] =>
  readBlocks(text, (words) => `\`${words}\``).blocks.map((block) => {
    const filled = fillBraces(block.text, fill)
    return {
      text: filled.text.replaceAll('\n', ' ').trim(),
      lineAt: (index) => {
        const at = filled.before(index)
        const behind = at - (block.text.lastIndexOf('\n', at - 1) + 1)
        return lineAt(lineStart(text, block.lineAt(at)) + behind)
      },
    }
  })

/** Where line `line` (0-based) of a text begins. */
const lineStart = (text: string, line: number): number => {
  let at = 0
  for (let i = 0; i < line; i += 1) at = text.indexOf('\n', at) + 1
  return at
}

/** A value or reference, and the anchor of a heading. */
const braces = /\{([^{}]*)\}/g

/** The text with its braces filled in, and where a letter of it stood before. */
const fillBraces = (text: string, fill: Fill): { text: string; before: (index: number) => number } => {
  if (!text.includes('{')) return { text, before: (index) => index }
  const shorter: { at: number; by: number }[] = []
  let by = 0
  const filled = text.replace(braces, (whole, name: string, at: number) => {
    const put = name.startsWith('#') ? '' : fill(name)
    shorter.push({ at: at - by, by: whole.length - put.length })
    by += whole.length - put.length
    return put
  })
  return { text: filled, before: (index) => shorter.reduce((sum, s) => (s.at < index ? sum + s.by : sum), index) }
}
