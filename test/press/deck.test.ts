import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Pack } from '../../src/content/pack.ts'
import { contrast } from '../../src/domain/brand/colour.ts'
import { compose } from '../../src/press/kinds/deck/compose.ts'
import { deckOf } from '../../src/press/kinds/deck/course-deck.ts'
import type { Deck, DeckSlide } from '../../src/press/kinds/deck/deck.ts'
import { TooMuchText } from '../../src/press/kinds/deck/drawn.ts'
import { page } from '../../src/press/kinds/deck/layouts.ts'
import { metricsOf } from '../../src/press/kinds/deck/metrics.ts'
import { pptxOf } from '../../src/press/kinds/deck/pptx.ts'
import { holdToGlyphs } from '../../src/press/shared/glyphs.ts'
import { faultsOf, partsIn } from '../../src/press/shared/office/package.ts'
import { packOfOtherFacts } from '../support/facts.ts'
import { officeFaults, validates } from '../support/office.ts'
import { edition } from '../support/outputs.ts'
import { type ReadDeck, readDeck } from '../support/pptx.ts'

const font = (weight: string): Buffer => {
  const folder = fileURLToPath(new URL(`../../node_modules/@expo-google-fonts/atkinson-hyperlegible-next/${weight}`, import.meta.url))
  return readFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith('.ttf')) ?? ''))
}
const metrics = metricsOf({ regular: font('400Regular'), bold: font('700Bold') })
const tier = (pack: Pack, id: string) => {
  const found = pack.course.tiers.find((one) => one.id === id)
  if (!found) throw new Error(`no tier ${id}`)
  return found
}

/** A deck of one slide of the given kind, in the frame of the real one. */
const deckWith = (slide: Partial<DeckSlide>): Deck => ({
  ...deckOf(packOfOtherFacts(), tier(packOfOtherFacts(), 'everyone'), edition),
  slides: [{ id: 'part/slide', title: 'A title', notes: [{ kind: 'text', text: 'Say this.' }], ...slide } as DeckSlide],
})

/** Texts that need more room than their box has, by the measures of their letters, and boxes that leave the slide. */
const outsideIn = (deck: ReadDeck): string[] =>
  deck.slides.flatMap(({ path, texts, tables }) => [
    ...texts.flatMap(({ name, box, paragraphs }) => {
      const high = paragraphs.reduce(
        (sum, { text, size, bold, indent, above, leading }) =>
          sum + above / 72 + metrics.lines(text, size, bold, box.w - indent) * metrics.line(size) * leading,
        0,
      )
      const within = box.x >= 0 && box.y >= 0 && box.x + box.w <= page.w + 0.001 && box.y + box.h <= page.h + 0.001
      return high <= box.h + 0.01 && within ? [] : [`${path}: ${name}, ${high.toFixed(2)} of ${box.h.toFixed(2)} inches`]
    }),
    ...tables.flatMap(({ rows, widths, bottom }) => [
      ...rows.flatMap(({ height, cells }) =>
        cells.flatMap(({ text, size }, n) =>
          metrics.lines(text, size, false, (widths[n] ?? 0) - 0.28) * metrics.line(size) <= height ? [] : [`${path}: ${text}`],
        ),
      ),
      ...(bottom <= 6.81 ? [] : [`${path}: table ends at ${bottom}`]),
    ]),
  ])

/** What stands out too little: text, that of tables and charts too (1.4.3), and the bars of charts (1.4.11). */
const weakIn = (deck: ReadDeck): string[] =>
  deck.slides.flatMap(({ path, texts, tables, chartInks }) => {
    const inks = [
      ...texts.flatMap(({ name, colours, ground }) => colours.map((colour) => ({ name, colour, ground, least: 4.5 }))),
      ...tables.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) =>
          cells.flatMap(({ text, colours, ground }) => colours.map((colour) => ({ name: text, colour, ground, least: 4.5 }))),
        ),
      ),
      ...chartInks.map(({ colour, ground, letters }) => ({ name: 'chart', colour, ground, least: letters ? 4.5 : 3 })),
    ]
    return inks
      .filter(({ colour, ground, least }) => contrast(colour, ground) < least)
      .map(({ name, colour, ground }) => `${path}: ${name} ${colour} on ${ground}`)
  })

/** In `npm test` the longer tier alone: it has every kind of slide that the shorter one has, and all decks are made by the same code. */
const tiers = packOfOtherFacts().course.tiers.flatMap(({ id }) => (process.env.WAYMARK_ALL || id !== 'everyone' ? [id] : []))

describe.each(tiers)('the deck of %s', (id) => {
  let file: Buffer
  let deck: ReadDeck
  let wanted: Deck
  beforeAll(async () => {
    wanted = deckOf(packOfOtherFacts(), tier(packOfOtherFacts(), id), edition)
    file = await pptxOf(wanted, metrics)
    deck = readDeck(file)
  }, 60_000)

  test.runIf(validates)('is valid by the schemas of Office', () => {
    expect(officeFaults(file, 'pptx')).toEqual([])
  })

  test('hangs together', () => {
    expect(faultsOf(deck.parts)).toEqual([])
  })

  // In `npm test` a deck of one slide is: “a chart is a chart” below.
  test.runIf(process.env.WAYMARK_ALL)('is the same at each run', async () => {
    expect(Buffer.compare(await pptxOf(wanted, metrics), file)).toBe(0)
  })

  test('has one title on each slide, alone in the deck', () => {
    expect(deck.slides.length).toBe(wanted.slides.length)
    const titles = deck.slides.map((slide) => slide.titles)
    expect(titles.filter((of) => of.length !== 1 || !of[0])).toEqual([])
    expect(new Set(titles.flat()).size).toBe(titles.length)
  })

  test('reads the title first, then text, then pictures', () => {
    for (const slide of deck.slides)
      expect([slide.path, slide.texts.find(({ paragraphs }) => paragraphs.length)?.kind]).toEqual([slide.path, 'title'])
  })

  test('has notes under each slide: the time, then what to say or to listen for', () => {
    for (const { path, notes } of deck.slides) expect([path, notes.length > 2, /^Time: /.test(notes[0] ?? '')]).toEqual([path, true, true])
    const said = packOfOtherFacts().course.parts.flatMap(({ slides }) => slides.map(({ notes }) => notes.say))
    const all = deck.slides.flatMap(({ notes }) => notes)
    const own = said.filter((text) => all.includes(text))
    expect(own.length).toBeGreaterThan(20)
  })

  test('begins each slide when the one before it ends, and ends within the minutes of the tier', () => {
    const hidden = new Set(wanted.slides.flatMap((slide, n) => (slide.hidden ? [n] : [])))
    const seconds = (time: string): number => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
    const times = deck.slides
      .filter((_, n) => !hidden.has(n))
      .map(({ notes }) => [...(notes[0] ?? '').matchAll(/\d+:\d\d/g)].map(([time]) => seconds(time)))
    expect(times.map(([begins]) => begins)).toEqual([0, ...times.slice(0, -1).map(([, ends]) => ends)])
    expect(times.at(-1)?.[1]).toBeLessThanOrEqual(tier(packOfOtherFacts(), id).minutes * 60)
  })

  test('leads to "Get help" where numbers are shown, by a code and in letters', () => {
    const address = 'waymark.example.org/get-help'
    const leading = deck.slides.filter(({ texts }) => JSON.stringify(texts).includes(address))
    expect(leading.length).toBeGreaterThan(0)
    for (const { pictures } of leading) expect(pictures).toEqual([expect.stringContaining(address)])
  })

  test('hides the case that may take the place of another, and says how to show it', () => {
    const hidden = deck.slides.filter(({ path }) => /<p:sld [^>]*show="0"/.test(deck.parts.text(path)))
    expect(hidden.map(({ titles }) => titles[0])).toEqual(wanted.slides.filter((slide) => slide.hidden).map(({ title }) => title))
    expect(hidden).toHaveLength(2)
    const [first] = hidden.map((slide) => deck.slides.indexOf(slide) + 1)
    const told = deck.slides.filter(({ notes }) =>
      notes.some((note) => note.startsWith(`Slides ${first} and ${(first ?? 0) + 1} are hidden`)),
    )
    expect(told.map((slide) => deck.slides.indexOf(slide) + 1)).toEqual([(first ?? 0) - 2])
  })

  test('describes each picture, table and chart, and names the rows of tables', () => {
    const described = deck.slides.flatMap(({ pictures, charts, tables }) => [
      ...pictures,
      ...charts,
      ...tables.map((one) => one.description),
    ])
    expect(described.length).toBeGreaterThan(5)
    expect(described.filter((text) => !text?.trim())).toEqual([])
    expect(deck.slides.flatMap(({ tables }) => tables).every(({ firstRow }) => firstRow)).toBe(true)
  })

  test('is in British English throughout', () => {
    for (const path of deck.parts.paths().filter((one) => /\.(xml|rels)$/.test(one)))
      expect([path, deck.parts.text(path).includes('en-US')]).toEqual([path, false])
    const languages = deck.slides.flatMap(({ texts }) => texts.flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.languages)))
    expect(new Set(languages)).toEqual(new Set(['en-GB']))
  })

  test('has no text outside its box, and no box outside its slide', () => {
    expect(outsideIn(deck)).toEqual([])
  })

  test('has text that can be read: 4.5 to 1 or better (WCAG 2.2, 1.4.3), 16 points or more, and 12 at the foot and where it names a source or an address', () => {
    expect(weakIn(deck)).toEqual([])
    const small = new Set(['Footer', 'Slide number', 'Source', 'Address'])
    const sizesOf = (of: ReadDeck['slides'][number]['texts']) => of.flatMap(({ paragraphs }) => paragraphs.map(({ size }) => size))
    expect(Math.min(...deck.slides.flatMap(({ texts }) => sizesOf(texts)))).toBeGreaterThanOrEqual(12)
    const sizes = deck.slides.flatMap(({ texts, tables }) => [
      ...sizesOf(texts.filter(({ name }) => !small.has(name))),
      ...tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ size }) => size))),
    ])
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16)
  })

  test('has in its face every letter that is shown or said', () => {
    const said = deck.slides.flatMap(({ texts, tables, notes, pictures, charts }) => [
      ...texts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
      ...tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text))),
      ...[...notes, ...pictures, ...charts].map(String),
    ])
    expect(said.join('').length).toBeGreaterThan(5000)
    for (const weight of ['400Regular', '700Bold']) expect(() => holdToGlyphs(id, said, [font(weight)])).not.toThrow()
  })

  test('has places for a title and for text on its master, and in each layout the places that slides fill', () => {
    const master = deck.parts.text('ppt/slideMasters/slideMaster1.xml')
    for (const kind of ['title', 'body', 'ftr', 'sldNum']) expect(master).toContain(`type="${kind}"`)
    for (const path of deck.layouts) expect(deck.parts.text(path)).toContain('type="title"')
    const orphans = deck.slides.flatMap(({ path, texts }) =>
      texts.filter(({ box }) => Number.isNaN(box.x)).map(({ name }) => `${path}: ${name}`),
    )
    expect(orphans).toEqual([])
  })
})

test('a chart is a chart, with its numbers behind it, and valid', async () => {
  const deck = deckWith({
    show: 'chart',
    alt: 'Two bars',
    name: 'Counted',
    bars: [
      { label: 'One', value: 12 },
      { label: 'Two', value: 3456 },
    ],
    unit: 'Each column: things',
    below: 'How to read it.',
    source: 'Source.',
  })
  const file = await pptxOf(deck, metrics)
  if (validates) expect(officeFaults(file, 'pptx')).toEqual([])
  const read = readDeck(file)
  expect(faultsOf(read.parts)).toEqual([])
  expect(read.slides[0]?.charts).toEqual(['Two bars'])
  const chart = read.parts.text('ppt/charts/chart1.xml')
  expect([...chart.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => value)).toEqual(expect.arrayContaining(['One', '12', '3456']))
  expect(read.parts.paths().some((path) => path.endsWith('.xlsx'))).toBe(true)
  expect(Buffer.compare(await pptxOf(deck, metrics), file)).toBe(0)
  expect(read.slides[0]?.chartInks.map(({ letters }) => letters)).toEqual(expect.arrayContaining([true, false]))
  expect(weakIn(read)).toEqual([])
})

test('a text that is too large for its box or its cell, and a box that leaves its slide, are seen', async () => {
  const changed = async (slide: Partial<DeckSlide>, from: RegExp, to: string) => {
    const parts = partsIn(await pptxOf(deckWith(slide), metrics))
    const path = 'ppt/slides/slide1.xml'
    expect(parts.text(path)).toMatch(from)
    parts.set(path, parts.text(path).replace(from, to))
    return outsideIn(readDeck(parts.zip())).join('\n')
  }
  const points = { show: 'points', points: ['One point of a few words.'] } as const
  const words = { alt: 'Words', named: false, head: ['Head'], rows: [['Cell of words']], widths: [1] }
  const table = { show: 'table', above: ['Above'], below: null, table: words } as const
  expect(await changed(points, /lang="en-GB"\/>(?=<a:t>One point)/, 'lang="en-GB" sz="24000"/>')).toMatch(/Text, [\d.]+ of [\d.]+ inches/)
  expect(await changed(table, /<a:tr h="\d+">(?!.*<a:tr )/s, '<a:tr h="100000">')).toContain('Cell of words')
  expect(await changed(table, /<a:off x="[1-9]\d*"/, '<a:off x="12000000"')).toContain('Above')
})

test('what is pale is seen: on a slide, in a table, in a chart', async () => {
  const pale = async (slide: Partial<DeckSlide>, colours: Partial<Deck['palette']>) => {
    const deck = deckWith(slide)
    return weakIn(readDeck(await pptxOf({ ...deck, palette: { ...deck.palette, ...colours } }, metrics))).join('\n')
  }
  const table = { alt: 'Words', named: false, head: ['Head'], rows: [['Cell']], widths: [1] }
  expect(await pale({ show: 'points', points: ['One.'] }, { ink: '#bbbbbb' })).toContain('#bbbbbb')
  expect(await pale({ show: 'table', above: [], below: null, table }, { deep: '#dddddd' })).toContain('Head #ffffff on #dddddd')
  expect(await pale({ show: 'table', above: [], below: null, table }, { ink: '#bbbbbb' })).toContain('Cell #bbbbbb')
  const bars = [{ label: 'One', value: 12 }]
  const chart = { show: 'chart', alt: 'A bar', name: 'Counted', bars, unit: 'Things', below: 'Read.', source: 'Source.' } as const
  expect(await pale({ ...chart, bars: [...bars, ...bars] }, { deep: '#dddddd' })).toContain('chart #dddddd')
  const parts = partsIn(await pptxOf(deckWith(chart), metrics))
  parts.set('ppt/charts/chart1.xml', parts.text('ppt/charts/chart1.xml').replaceAll('val="000000"', 'val="BBBBBB"'))
  expect(weakIn(readDeck(parts.zip())).join()).toContain('chart #bbbbbb')
})

test('words of any kind stand as they are', async () => {
  const odd = 'Tom & "Jerry" <b>\u0007 ]]> é'
  const read = readDeck(await pptxOf(deckWith({ show: 'points', points: [odd] }), metrics))
  expect(read.slides[0]?.texts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))).toContain(odd.replace('\u0007', ''))
})

test.each([
  ['a list', { show: 'points', points: [Array(10_000).fill('word').join(' ')] }],
  ['a title', { show: 'points', title: Array(100).fill('word').join(' '), points: ['One.'] }],
  [
    'a table',
    {
      show: 'table',
      above: [],
      below: null,
      table: { alt: 'Words', named: false, head: ['A'], rows: [[Array(900).fill('word').join(' ')]], widths: [1] },
    },
  ],
] as const)('%s with more words than a slide holds is refused by the name of its slide', async (_, slide) => {
  const made = pptxOf(deckWith(slide as Partial<DeckSlide>), metrics)
  await expect(made).rejects.toThrow(TooMuchText)
  await expect(made).rejects.toThrow('part/slide')
})

test('a relationship to nowhere, an id that none has, and a part without a type are seen', async () => {
  const parts = partsIn(await pptxOf(deckWith({ show: 'points', points: ['One.'] }), metrics))
  expect(faultsOf(parts)).toEqual([])
  parts.set('ppt/slides/slide1.xml', parts.text('ppt/slides/slide1.xml').replace('</p:sld>', '<p:x r:id="rId99"/></p:sld>'))
  parts.remove('ppt/theme/theme2.xml')
  parts.set('ppt/odd.bin', 'x')
  const faults = faultsOf(parts).join('\n')
  for (const said of ['slide1.xml rId99', 'theme2.xml', 'no content type: ppt/odd.bin']) expect(faults).toContain(said)
})

test('the first notes say where downloads are, in full; a question may ask for no hands, all others ask for them', () => {
  const pack = packOfOtherFacts()
  const { slides } = deckOf(pack, tier(pack, 'everyone'), { ...edition, origin: 'https://waymark.example' })
  const notes = slides.map((slide) => slide.notes.map(({ text }) => text).join('\n'))
  expect(notes[0]).toContain('waymark.example/resources')
  const hands = slides.flatMap((slide, n) =>
    slide.show === 'choice' && !slide.answered ? [notes[n]?.includes('Ask for a show of hands')] : [],
  )
  expect(hands).toEqual([...Array(3).fill(true), false])
})

test('a slide is called by the file in which an editor finds it', () => {
  const ids = deckOf(packOfOtherFacts(), tier(packOfOtherFacts(), 'everyone'), edition).slides.map(({ id }) => id)
  expect(ids).toContain('training/basic/signs.yaml, slide in-a-person')
})

test.runIf(validates)('what Office would refuse is seen', async () => {
  const parts = partsIn(await pptxOf(deckWith({ show: 'points', points: ['One.'] }), metrics))
  parts.set('ppt/slides/slide1.xml', parts.text('ppt/slides/slide1.xml').replace('<p:cSld>', '<p:cSld><p:odd/>'))
  expect(officeFaults(parts.zip(), 'pptx').length).toBeGreaterThan(0)
})

test('a question and its answer have every box in the same place', () => {
  for (const { id } of packOfOtherFacts().course.tiers) {
    const deck = deckOf(packOfOtherFacts(), tier(packOfOtherFacts(), id), edition)
    const drawn = compose(deck, metrics)
    const asked = deck.slides.flatMap((slide, n) => (slide.show === 'choice' && !slide.answered ? [n] : []))
    expect(asked.length).toBeGreaterThan(0)
    const boxes = (n: number) => [
      ...(drawn[n]?.behind ?? []),
      ...(drawn[n]?.things ?? []).filter((thing) => !(thing.as === 'words' && thing.name === 'Tick')),
    ]
    const placed = (n: number) => boxes(n).map(({ x, y, w, h }) => [x, y, w, h])
    for (const n of asked) expect(placed(n + 1)).toEqual(placed(n))
  }
})

test('the numbers in a picture are in it, and as many as its answers', () => {
  const { slides } = deckOf(packOfOtherFacts(), tier(packOfOtherFacts(), 'everyone'), edition)
  const drawn = compose({ ...deckOf(packOfOtherFacts(), tier(packOfOtherFacts(), 'everyone'), edition), slides }, metrics)
  const spots = slides.flatMap((slide, n) => (slide.show === 'spot' || slide.show === 'spotted' ? [{ slide, at: drawn[n] }] : []))
  expect(spots.length).toBeGreaterThan(3)
  for (const { slide, at } of spots) {
    const picture = at?.behind.find((thing) => thing.as === 'picture')
    const discs = (at?.things ?? []).filter((thing) => thing.as === 'words' && thing.shape === 'ellipse' && thing.w > 0.5)
    expect(discs).toHaveLength(slide.spots.length)
    for (const { x, w } of discs) expect(x + w).toBeLessThanOrEqual((picture?.x ?? 0) + (picture?.w ?? 0))
  }
})

test('a deck of a demonstration names no partnership and no police as its author', async () => {
  const deck = deckOf(packOfOtherFacts(), tier(packOfOtherFacts(), 'everyone'), edition)
  const { parts } = readDeck(await pptxOf({ ...deck, slides: deck.slides.slice(0, 1) }, metrics))
  const said = [...parts.paths().filter((path) => path.startsWith('docProps/')), 'ppt/theme/theme1.xml']
    .map((path) => parts.text(path))
    .join('')
  expect(packOfOtherFacts().partnership.adopted).toBeFalsy()
  expect(said).not.toContain(packOfOtherFacts().partnership.name)
  expect(said).not.toMatch(/partnership|police/i)
})

test.each([
  [
    'a board',
    {
      show: 'danger',
      board: { number: '999', label: '', hours: '', danger: true },
      text: Array(200).fill('word').join(' '),
      points: ['One.'],
      below: null,
    },
  ],
  [
    'a bubble',
    {
      show: 'talk',
      bubbles: [{ x: 50, y: 50, when: 'First', text: Array(90).fill('word').join(' ') }],
      drawing: 'table',
      alt: 'Two people.',
    },
  ],
  ['a sign', { show: 'beside', lines: [Array(90).fill('word').join(' ')], drawing: 'flat', alt: 'A room.' }],
  ['a stop', { show: 'roads', danger: '999', lanes: [{ title: 'A child', note: '', stops: [Array(900).fill('word').join(' ')] }] }],
] as const)('%s with more words than it holds is refused', async (_, slide) => {
  await expect(pptxOf(deckWith(slide as unknown as Partial<DeckSlide>), metrics)).rejects.toThrow(TooMuchText)
})
