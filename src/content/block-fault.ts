import { blocksOf } from '../domain/page.ts'
import { show } from './findings.ts'

/** How a part of a page begins: as a heading, a list or a paragraph. */
const beginOf = (text: string): string => /^(#+|[-*]|\d+\.) /.exec(text)?.[1] ?? ''

/** Links and anchors, each as it is written. */
const marksOf = (text: string): string[] => (text.match(/\]\([^)\]\s]*\)|\{#[a-z0-9-]+\}/g) ?? []).sort()

/** A translated part of a page begins as its English does, leads where that leads, and is one part. */
export const blockFault = (text: string, english: string): { key: string; found: string; instead: string } | null => {
  const fault = (found: string, instead: string) => ({ key: 'text', found, instead })
  if (blocksOf(text).length !== 1) return fault('an empty line splits the text in two', 'Remove the empty line.')
  const [own, original] = [beginOf(text), beginOf(english)]
  if (own !== original)
    return fault(
      `${show(text)} does not start like its English`,
      original ? `Start with \`${original} \`.` : `Remove \`${own} \` from the start.`,
    )
  const [links, wanted] = [marksOf(text), marksOf(english)]
  if (links.join() === wanted.join()) return null
  return fault(
    `the text has ${links.join(', ') || 'no link'}`,
    `Use the same links and anchors as the English: ${wanted.join(', ') || 'none'}.`,
  )
}
