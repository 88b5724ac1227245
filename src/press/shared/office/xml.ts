import { DOMParser, type Document, type Element, type Node, XMLSerializer } from '@xmldom/xmldom'

/** Prefixes that our own pieces of XML may use. */
const namespaces = {
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  p: 'http://schemas.openxmlformats.org/presentationml/2006/main',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
} as const

const fail = (level: string, message: string): never => {
  throw new Error(`XML ${level}: ${message}`)
}

/** Throws where the text is not well formed. */
export const parseXml = (text: string): Document => new DOMParser({ onError: fail }).parseFromString(text.trimStart(), 'text/xml')

export const xmlText = (document: Document): string => {
  const text = new XMLSerializer().serializeToString(document)
  return text.startsWith('<?xml') ? text : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`
}

/** All elements of a name with its prefix, in the order of the document. */
export const all = (within: Document | Element, name: string): Element[] => [...within.getElementsByTagName(name)]

/** The first of them. Throws where there is none: the library writes something else than it did. */
export const one = (within: Document | Element, name: string): Element => {
  const found = within.getElementsByTagName(name)[0]
  if (!found) throw new Error(`no element ${name} where one was`)
  return found
}

export const children = (of: Element): Element[] => [...of.childNodes].filter((node): node is Element => node.nodeType === 1)

export const remove = (node: Node): void => {
  node.parentNode?.removeChild(node)
}

/** Nodes made of a piece of XML, for this document. */
export const piece = (document: Document, xml: string): Node[] => {
  const declared = Object.entries(namespaces).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  const root = parseXml(`<root ${declared.join(' ')}>${xml}</root>`).documentElement
  return root ? [...root.childNodes].map((node) => document.importNode(node, true)) : []
}

/** Puts a piece of XML in the place of what an element holds. */
export const fillWith = (element: Element, xml: string): void => {
  for (const node of [...element.childNodes]) element.removeChild(node)
  for (const node of piece(owner(element), xml)) element.appendChild(node)
}

export const append = (element: Element, xml: string): void => {
  for (const node of piece(owner(element), xml)) element.appendChild(node)
}

const owner = (element: Element): Document => {
  if (!element.ownerDocument) throw new Error('an element without a document')
  return element.ownerDocument
}

/** Text as it stands in XML, in an attribute too. Control characters have no place there. */
export const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0, 2.2 Characters.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
