import { beforeAll, describe, expect, test } from 'vitest'
import { contrast } from '../../src/domain/brand/colour.ts'
import { pressFonts } from '../../src/press/run/fonts.ts'
import { holdToGlyphs } from '../../src/press/shared/glyphs.ts'
import { faultsOf, type Parts, partsIn } from '../../src/press/shared/office/package.ts'
import { all, parseXml } from '../../src/press/shared/office/xml.ts'
import type { Output } from '../../src/press/shared/output.ts'
import { wordInks } from '../support/docx.ts'
import { packOfOtherFacts } from '../support/facts.ts'
import { officeFaults, validates } from '../support/office.ts'
import { outputsOfKind } from '../support/outputs.ts'
import { drawn, drawnAnew } from '../support/press.ts'

const outputs = (['handbook', 'guide'] as const)
  .flatMap((kind) => outputsOfKind(packOfOtherFacts(), kind))
  .filter(({ format }) => format === 'docx')

test('there are a handbook and a guide for Word for each tier', () => {
  expect(outputs.map(({ file }) => file).sort()).toEqual([
    'guide-everyone.docx',
    'guide-public-facing.docx',
    'handbook-everyone.docx',
    'handbook-public-facing.docx',
  ])
})

const textOf = (element: ReturnType<typeof all>[number]): string =>
  all(element, 'w:t')
    .map((one) => one.textContent)
    .join('')

/** In `npm test` those of the longer tier: they have every kind of block that the shorter ones have. */
const looked = outputs.filter(({ id }) => process.env.WAYMARK_ALL || !id.includes('-everyone'))

describe.each(looked.map((output): [string, Output] => [output.file, output]))('%s', (_, output) => {
  let file: Uint8Array
  let parts: Parts
  let body: ReturnType<typeof parseXml>
  beforeAll(async () => {
    file = await drawn(output)
    parts = partsIn(file)
    body = parseXml(parts.text('word/document.xml'))
  })
  const styled = (style: string) => all(body, 'w:p').filter((one) => all(one, 'w:pStyle')[0]?.getAttribute('w:val') === style)

  test.runIf(validates)('is valid by the schemas of Office', () => {
    expect(officeFaults(file, 'docx')).toEqual([])
  })

  test('hangs together', () => {
    expect(faultsOf(parts)).toEqual([])
  })

  // All are made by the same code.
  test.runIf(process.env.WAYMARK_ALL && output.kind === 'guide')('is the same at each run', async () => {
    expect(Buffer.compare(Buffer.from(await drawnAnew(output)), Buffer.from(file))).toBe(0)
  })

  test('has one title, a heading for each part, and no heading that skips a level', () => {
    expect(styled('Title').length).toBe(1)
    const parts = (output.data as { parts: readonly { title: string }[] }).parts
    expect(styled('Heading1').map(textOf)).toEqual(expect.arrayContaining(parts.map(({ title }) => title)))
    const levels = all(body, 'w:pStyle').flatMap((one) => /^Heading(\d)$/.exec(one.getAttribute('w:val') ?? '')?.[1] ?? [])
    expect(levels.filter((level, n) => Number(level) > Number(levels[n - 1] ?? 0) + 1)).toEqual([])
    expect(styled('ListBullet').length).toBeGreaterThan(5)
  })

  test('leads from its contents to each heading', () => {
    const marks = new Set(all(body, 'w:bookmarkStart').map((one) => one.getAttribute('w:name')))
    const links = all(body, 'w:hyperlink').flatMap((one) => one.getAttribute('w:anchor') ?? [])
    expect(links.filter((anchor) => !marks.has(anchor))).toEqual([])
    expect(links.length).toBe(styled('Heading1').length + styled('Heading2').length)
  })

  test('describes each picture and table; tables have a row of heads', () => {
    const pictures = all(body, 'wp:docPr')
    expect(pictures.length).toBeGreaterThan(5)
    expect(pictures.filter((one) => !one.getAttribute('descr'))).toEqual([])
    expect(new Set(pictures.map((one) => one.getAttribute('id'))).size).toBe(pictures.length)
    for (const table of all(body, 'w:tbl')) {
      expect(all(table, 'w:tblDescription')[0]?.getAttribute('w:val')).toBeTruthy()
      const [first, ...rest] = all(table, 'w:tr').map((row) => all(row, 'w:tblHeader').length)
      expect([first, rest.every((marked) => !marked)]).toEqual([1, true])
    }
  })

  const weak = (of: Parts) => wordInks(of).filter(({ colour, ground }) => contrast(colour, ground) < 4.5)

  // In `npm test` of the handbook: a guide is written in the same styles.
  test.runIf(process.env.WAYMARK_ALL || output.kind === 'handbook')(
    'has text that can be read (WCAG 2.2, 1.4.3), and in its face every letter',
    () => {
      const inks = wordInks(parts)
      expect(new Set(inks.map(({ ground }) => ground)).size, 'tables and asides have a ground of their own').toBeGreaterThan(1)
      expect(weak(parts)).toEqual([])
      const said = inks.map(({ text }) => text)
      expect(() => holdToGlyphs(output.id, said, pressFonts().slice(0, 1))).not.toThrow()
      const pale = partsIn(file)
      pale.set('word/document.xml', pale.text('word/document.xml').replace(/(<w:shd [^>]*w:fill=")[0-9A-F]{6}/gi, '$1DDDDDD'))
      expect(weak(pale).length, 'white heads on a pale ground are seen').toBeGreaterThan(0)
      pale.set('word/styles.xml', pale.text('word/styles.xml').replace(/(<w:color w:val=")[0-9A-F]{6}/gi, '$1BBBBBB'))
      expect(weak(pale).length).toBeGreaterThan(inks.length / 2)
    },
  )

  test('is in British English, with its title in the head and the demonstration at the foot', () => {
    for (const path of parts.paths().filter((one) => /\.(xml|rels)$/.test(one)))
      expect([path, parts.text(path).includes('en-US')]).toEqual([path, false])
    expect(parts.text('word/styles.xml')).toContain('w:val="en-GB"')
    const of = (pattern: RegExp) =>
      parts
        .paths()
        .filter((path) => pattern.test(path))
        .map((path) => parts.text(path))
    expect(of(/header\d\.xml$/).some((xml) => xml.includes((output.data as { title: string }).title))).toBe(true)
    expect(of(/footer\d\.xml$/).every((xml) => xml.includes('Demonstration'))).toBe(true)
  })
})

test('a guide has every word that is to be said', async () => {
  const guide = outputs.find(({ id }) => id === 'guide-public-facing-word')
  if (!guide) throw new Error('no guide')
  const words = textOf(parseXml(partsIn(await drawn(guide)).text('word/document.xml')).documentElement as Parameters<typeof textOf>[0])
  const said = packOfOtherFacts().course.parts.flatMap(({ slides }) => slides.map(({ notes }) => notes.say))
  expect(said.length).toBeGreaterThan(50)
  expect(said.filter((text) => !/[[*]/.test(text) && !words.includes(text))).toEqual([])
})
