import type { Parts } from '../../shared/office/package.ts'
import { all, parseXml, xmlText } from '../../shared/office/xml.ts'

/** The library counts charts over all files that it has made in this process: here they begin at one. */
export const renumberCharts = (parts: Parts): void => {
  const numbers = parts
    .paths()
    .flatMap((path) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(path)?.[1] ?? [])
    .sort((a, b) => Number(a) - Number(b))
  const named = (path: string): string =>
    path.replace(/(chart|Microsoft_Excel_Worksheet)(\d+)(?=\.xml|\.xlsx)/, (whole, name: string, number: string) =>
      numbers.includes(number) ? `${name}${numbers.indexOf(number) + 1}` : whole,
    )
  for (const path of parts.paths().filter((one) => one.endsWith('.rels') || one === '[Content_Types].xml')) {
    const document = parseXml(parts.text(path))
    for (const [element, attribute] of [
      ...all(document, 'Relationship').map((e) => [e, 'Target'] as const),
      ...all(document, 'Override').map((e) => [e, 'PartName'] as const),
    ])
      element.setAttribute(attribute, named(element.getAttribute(attribute) ?? ''))
    parts.set(path, xmlText(document))
  }
  // From the lowest on: a new number is never one that is still to be moved.
  for (const path of parts
    .paths()
    .filter((one) => /^ppt\/(charts|embeddings)\//.test(one))
    .sort((a, b) => numberIn(a) - numberIn(b))) {
    const to = named(path)
    if (to === path) continue
    const bytes = parts.bytes(path)
    parts.remove(path)
    parts.set(to, bytes)
  }
}

const numberIn = (path: string): number => Number(/(?<!\d)(\d+)\.\w+(?:\.rels)?$/.exec(path)?.[1])
