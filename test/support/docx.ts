/** Reads the colours of a Word file: of each run by its own properties, its paragraph's style and the document's, on what is behind it. */
import type { Element } from '@xmldom/xmldom'
import type { Parts } from '../../src/press/shared/office/package.ts'
import { all, parseXml } from '../../src/press/shared/office/xml.ts'

/** Colours as `#rrggbb`. */
export type WordInk = { text: string; colour: string; ground: string }

export const wordInks = (parts: Parts): WordInk[] => {
  const styles = new Map(all(parseXml(parts.text('word/styles.xml')), 'w:style').map((one) => [one.getAttribute('w:styleId') ?? '', one]))
  const standard = all(parseXml(parts.text('word/styles.xml')), 'w:rPrDefault')[0]
  const paths = parts.paths().filter((path) => /^word\/(?:document|header\d*|footer\d*)\.xml$/.test(path))
  return paths.flatMap((path) =>
    all(parseXml(parts.text(path)), 'w:r').flatMap((run): WordInk[] => {
      const text = all(run, 'w:t')
        .map((one) => one.textContent)
        .join('')
      if (!text.trim()) return []
      const paragraph = above(run, 'w:p')
      const cell = paragraph && above(paragraph, 'w:tc')
      const named = [
        styleOf(styles, all(run, 'w:rStyle')[0]),
        ...basesOf(styles, (paragraph && all(paragraph, 'w:pStyle')[0]?.getAttribute('w:val')) ?? 'Normal'),
      ].filter((one) => one !== undefined)
      const colour = [all(run, 'w:rPr')[0], ...named, standard].map((one) => one && colourOf(one, 'w:color', 'w:val')).find(Boolean)
      const ground = [paragraph && all(paragraph, 'w:pPr')[0], ...named, cell && all(cell, 'w:tcPr')[0]]
        .map((one) => one && colourOf(one, 'w:shd', 'w:fill'))
        .find(Boolean)
      return [{ text, colour: colour ?? '#000000', ground: ground ?? '#ffffff' }]
    }),
  )
}

const above = (element: Element, name: string): Element | undefined => {
  for (let node = element.parentNode; node; node = node.parentNode) if (node.nodeName === name) return node as Element
  return undefined
}
const styleOf = (styles: ReadonlyMap<string, Element>, named: Element | undefined): Element | undefined =>
  styles.get(named?.getAttribute('w:val') ?? '')
const basesOf = (styles: ReadonlyMap<string, Element>, id: string): Element[] => {
  const style = styles.get(id)
  const base = style && all(style, 'w:basedOn')[0]?.getAttribute('w:val')
  return style ? [style, ...(base ? basesOf(styles, base) : [])] : []
}
const colourOf = (within: Element, name: string, attribute: string): string | null => {
  const value = all(within, name)[0]?.getAttribute(attribute)
  return value && /^[0-9A-F]{6}$/i.test(value) ? `#${value.toLowerCase()}` : null
}
