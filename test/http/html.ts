import { type DefaultTreeAdapterMap, parse } from 'parse5'

export type Element = DefaultTreeAdapterMap['element']
type Node = DefaultTreeAdapterMap['node']

/** Every element below a node, in the order of the document. */
const below = (node: Node): Element[] =>
  'childNodes' in node ? node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...below(child)] : [])) : []

export const elementsOf = (html: string): Element[] => below(parse(html))
export const inside = (element: Element): Element[] => below(element)

export const attribute = (element: Element, name: string): string | undefined => element.attrs.find((a) => a.name === name)?.value
export const hasClass = (element: Element, name: string): boolean => (attribute(element, 'class') ?? '').split(/\s+/).includes(name)

/** An element's text with white space, no-break spaces too, as single spaces. */
export const textOf = (node: Node): string => rawText(node).replace(/\s+/g, ' ').trim()

const rawText = (node: Node): string => {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(rawText).join('') : ''
}

export const one = (elements: readonly Element[], what: string, is: (element: Element) => boolean): Element => {
  const found = elements.filter(is)
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} elements are ${what}, not one`)
  return found[0]
}

/** Metadata of a page by name or property. */
export const metaOf = (elements: readonly Element[], name: string): string | undefined => {
  const meta = elements.find((e) => e.tagName === 'meta' && (attribute(e, 'name') === name || attribute(e, 'property') === name))
  return meta && attribute(meta, 'content')
}
