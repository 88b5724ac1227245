import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

/** Elements that run within a line of text, so that white space beside them shows. All else is a block or laid out by flex. */
const inline = new Set(['a', 'abbr', 'b', 'br', 'code', 'em', 'i', 'small', 'span', 'strong'])

/** Elements whose white space is content. */
const preformatted = new Set(['pre', 'textarea'])

/** So that no text looks like a tag. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const sortedWords = (words: string) => words.split(/\s+/).filter(Boolean).sort().join(' ')

function startTag({ tagName, attrs }: DefaultTreeAdapterTypes.Element): string {
  const pairs = attrs.map(({ name, value }) => ` ${name}=${JSON.stringify(name === 'class' ? sortedWords(value) : value)}`)
  return `<${tagName}${pairs.sort().join('')}>`
}

/**
 * HTML in a form that is the same for two fragments that a browser treats alike, to compare in tests: attributes and class names
 * sorted, white space collapsed as CSS does (of several in a row the first stays; none at the ends of a block). One line for each
 * tag of a block and each run of text.
 */
export function canonicalHtml(html: string): string {
  const pieces: string[] = []
  let collapses = true // whether white space would not show here: at the start of a block, or after other white space
  let space: number | undefined // the piece that is white space with nothing shown after it

  const addText = (text: string) => {
    const words = text.replace(/\s+/g, ' ')
    const shown = collapses ? words.trimStart() : words
    if (shown === '') return
    if (shown !== ' ') pieces.push(escaped(shown.trimEnd()))
    collapses = shown.endsWith(' ')
    space = collapses ? pieces.push(' ') - 1 : undefined
  }
  const addTag = (tag: string, isInline: boolean) => {
    if (isInline) return pieces.push(tag)
    if (space !== undefined) pieces[space] = ''
    space = undefined
    collapses = true
    return pieces.push('\n', tag, '\n')
  }
  const visit = (node: DefaultTreeAdapterTypes.ChildNode) => {
    if ('value' in node) addText(node.value)
    if (!('tagName' in node)) return
    const isInline = inline.has(node.tagName)
    addTag(startTag(node), isInline)
    if (preformatted.has(node.tagName)) pieces.push(JSON.stringify(node.childNodes.map((child) => 'value' in child && child.value)))
    else node.childNodes.forEach(visit)
    addTag(`</${node.tagName}>`, isInline)
  }
  parseFragment(html).childNodes.forEach(visit)
  addTag('', false)
  return pieces.join('').replace(/\n+/g, '\n').trim()
}
