/** An element of a strictly read XML document, in the order of the document. `text` is its own and its descendants'. */
export type XmlElement = { name: string; attributes: ReadonlyMap<string, string>; text: string; path: string }

const nameOf = '[A-Za-z_][\\w.:-]*'
const token = new RegExp(
  `<\\?xml [^?]*\\?>|</(${nameOf})\\s*>|<(${nameOf})((?:\\s+${nameOf}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>|([^<]+)`,
  'y',
)
const attribute = new RegExp(`(${nameOf})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g')
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));|&/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    const letter = decimal
      ? String.fromCodePoint(Number(decimal))
      : hex
        ? String.fromCodePoint(Number.parseInt(hex, 16))
        : name
          ? named[name]
          : undefined
    if (letter === undefined) throw new Error(`${whole} is no entity`)
    return letter
  })

/** Reads well-formed XML (1.0, without DTD, comments and CDATA, which we do not write) and throws on anything else. */
export const elementsOfXml = (xml: string): XmlElement[] => {
  if (!xml.startsWith('<?xml version="1.0" encoding="utf-8"?>')) throw new Error('no XML declaration')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the letters that XML 1.0 s.2.2 leaves out.
  if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(xml)) throw new Error('a letter that XML does not allow')
  const all: XmlElement[] = []
  const open: XmlElement[] = []
  const once = (name: string, found: ReadonlyMap<string, string>): void => {
    if (found.has(name)) throw new Error(`the attribute ${name} stands twice`)
  }
  token.lastIndex = 0
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex
    const match = token.exec(xml)
    if (!match) throw new Error(`not well-formed at ${xml.slice(at, at + 40)}`)
    const [, closed, opened, written = '', empty, text] = match
    if (text !== undefined) {
      const plain = unescaped(text)
      if (!open.length && plain.trim()) throw new Error('text outside the root')
      for (const element of open) element.text += plain
    } else if (closed !== undefined) {
      if (open.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing`)
    } else if (opened !== undefined) {
      if (!open.length && all.length) throw new Error('two roots')
      const attributes = new Map<string, string>()
      for (const [, name = '', double, single] of written.matchAll(attribute)) {
        once(name, attributes)
        attributes.set(name, unescaped(double ?? single ?? ''))
      }
      const element = { name: opened, attributes, text: '', path: [...open.map((e) => e.name), opened].join('/') }
      all.push(element)
      if (!empty) open.push(element)
    } else if (at !== 0) throw new Error('a second declaration')
  }
  if (open.length || !all.length) throw new Error('not closed')
  return all
}
