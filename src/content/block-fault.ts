import { blocksOf } from '../domain/page.ts'
import { show } from './findings.ts'

/** How a part of a page begins: as a heading, a list or a paragraph. */
const beginOf = (text: string): string => /^(#+|[-*]|\d+\.) /.exec(text)?.[1] ?? ''

/** Links and anchors, each as it is written. */
const marksOf = (text: string): string[] => (text.match(/\]\([^)\]\s]*\)|\{#[a-z0-9-]+\}/g) ?? []).sort()

/** A translated part of a page begins as its English does, leads where that leads, and is one part. */
export const blockFault = (text: string, english: string): { key: string; found: string; instead: string } | null => {
  const fault = (found: string, instead: string) => ({ key: 'text', found, instead })
  if (blocksOf(text).length !== 1) return fault('an empty line parts the text in two', 'Take the empty line out.')
  const [own, original] = [beginOf(text), beginOf(english)]
  if (own !== original)
    return fault(`${show(text)} does not begin as its English`, original ? `Begin with \`${original} \`.` : `Take \`${own} \` out.`)
  const [links, wanted] = [marksOf(text), marksOf(english)]
  if (links.join() === wanted.join()) return null
  return fault(`the text has ${links.join(', ') || 'no link'}`, `The English has ${wanted.join(', ') || 'none'}: keep these.`)
}
