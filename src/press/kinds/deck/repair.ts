import type { Element } from '@xmldom/xmldom'
import type { Palette } from '../../../domain/brand/palette.ts'
import { fixedZip, type Parts, partsIn } from '../../shared/office/package.ts'
import { appXml, coreXml } from '../../shared/office/properties.ts'
import { all, one, parseXml, remove, xmlText } from '../../shared/office/xml.ts'
import { type Deck, layoutNames } from './deck.ts'
import type { Drawn } from './drawn.ts'
import { renumberCharts } from './repair-charts.ts'
import { mendChart, mendLayout, mendMaster, mendNotes, mendNotesMaster, mendPresentation, mendSlide, mendTheme } from './repair-parts.ts'

/**
 * Puts right what pptxgenjs 4.0.1 leaves wrong (docs/decisions: decks), and makes the file the same at each run. Throws where the
 * library writes something else than it did: a new version of it is to be looked at.
 */
export const repaired = (made: Buffer, deck: Deck, drawn: readonly Drawn[], palette: Palette): Buffer => {
  const parts = partsIn(made)
  renumberCharts(parts)
  const mend = (path: string, how: (document: ReturnType<typeof parseXml>) => void): void => {
    const text = parts.text(path)
    const document = parseXml(text)
    how(document)
    parts.set(path, xmlText(document))
  }
  // The library's own first layout, which no slide uses.
  dropDefaultLayout(parts, mend)
  layoutNames.forEach((name, n) => {
    mend(`ppt/slideLayouts/slideLayout${n + 2}.xml`, (document) => mendLayout(document, name, deck))
  })
  drawn.forEach((slide, n) => {
    mend(`ppt/slides/slide${n + 1}.xml`, (document) => mendSlide(document, slide, deck, n + 1))
    mend(`ppt/notesSlides/notesSlide${n + 1}.xml`, (document) => mendNotes(document, slide, deck))
  })
  mend('ppt/slideMasters/slideMaster1.xml', (document) => mendMaster(document, deck))
  mend('ppt/notesMasters/notesMaster1.xml', (document) => mendNotesMaster(document, deck))
  mend('ppt/presentation.xml', mendPresentation)
  mend('ppt/theme/theme1.xml', (document) => mendTheme(document, deck.author, palette))
  for (const path of parts.paths().filter((one) => /^ppt\/charts\/chart\d+\.xml$/.test(one)))
    mend(path, (document) => mendChart(document, deck))
  for (const path of parts.paths().filter((one) => one.startsWith('ppt/embeddings/')))
    parts.set(path, fixedWorkbook(parts.bytes(path), deck))
  // A master of notes has a theme of its own (ECMA-376 part 1, 14.2.7: a theme part belongs to one master).
  parts.set('ppt/theme/theme2.xml', parts.text('ppt/theme/theme1.xml'))
  mend('ppt/notesMasters/_rels/notesMaster1.xml.rels', (document) => {
    for (const relation of all(document, 'Relationship')) relation.setAttribute('Target', '../theme/theme2.xml')
  })
  parts.set('docProps/core.xml', coreXml(deck))
  parts.set('docProps/app.xml', appXml(deck))
  mend('[Content_Types].xml', (document) => {
    const types = one(document, 'Types')
    for (const override of all(document, 'Override')) if (!parts.has((override.getAttribute('PartName') ?? '').slice(1))) remove(override)
    const extensions = new Set(parts.paths().map((path) => path.replace(/^.*\./, '')))
    for (const standard of all(document, 'Default')) if (!extensions.has(standard.getAttribute('Extension') ?? '')) remove(standard)
    const named = one(document, 'Override').cloneNode() as Element
    named.setAttribute('PartName', '/ppt/theme/theme2.xml')
    named.setAttribute('ContentType', 'application/vnd.openxmlformats-officedocument.theme+xml')
    types.appendChild(named)
  })
  parts.verify()
  return parts.zip()
}

const dropDefaultLayout = (parts: Parts, mend: (path: string, how: (document: ReturnType<typeof parseXml>) => void) => void): void => {
  const path = 'ppt/slideLayouts/slideLayout1.xml'
  parts.remove(path)
  parts.remove('ppt/slideLayouts/_rels/slideLayout1.xml.rels')
  let dropped = ''
  mend('ppt/slideMasters/_rels/slideMaster1.xml.rels', (document) => {
    for (const relation of all(document, 'Relationship'))
      if (relation.getAttribute('Target')?.endsWith('/slideLayout1.xml')) {
        dropped = relation.getAttribute('Id') ?? ''
        remove(relation)
      }
  })
  mend('ppt/slideMasters/slideMaster1.xml', (document) => {
    for (const layout of all(document, 'p:sldLayoutId')) if (layout.getAttribute('r:id') === dropped) remove(layout)
  })
}

/** The workbook behind a chart, without the hour at which it was made. */
const fixedWorkbook = (file: Uint8Array, deck: Deck): Uint8Array => {
  const parts = partsIn(file)
  if (parts.has('docProps/core.xml')) parts.set('docProps/core.xml', coreXml(deck))
  return fixedZip(parts)
}
