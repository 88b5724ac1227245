import { type DefaultTreeAdapterTypes, parse } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

/** Every element of a document, in order. */
export const elementsOf = (html: string): Element[] => under(parse(html))

export const under = (node: Node): Element[] => {
  const own = 'tagName' in node ? [node] : []
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap(under) : [])]
}

export const attribute = (element: Element, name: string): string | null => element.attrs.find((a) => a.name === name)?.value ?? null

export const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''

/** Text with white space as a reader sees it. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()
