import { type DefaultTreeAdapterTypes, parse } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

let last: { html: string; elements: Element[] } | undefined

/** Every element of a document, in order. What asks several things of one document reads it once. */
export const elementsOf = (html: string): readonly Element[] => {
  if (last?.html !== html) last = { html, elements: under(parse(html)) }
  return last.elements
}

export const under = (node: Node): Element[] => {
  const found: Element[] = []
  const go = (at: Node): void => {
    if ('tagName' in at) found.push(at)
    if ('childNodes' in at) for (const child of at.childNodes) go(child)
  }
  go(node)
  return found
}

export const attribute = (element: Element, name: string): string | null => element.attrs.find((a) => a.name === name)?.value ?? null

export const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''

/** Text with white space as a reader sees it. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()
