import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desktop, useBrowser } from '../support/browser.ts'
import { everyPath } from '../support/every.ts'
import { startWorlds } from '../support/site.ts'
import { allViews, elsewhereInUk, onPathway, ticks, type World } from '../support/views.ts'
import { visit } from '../support/visit.ts'

const browser = useBrowser()
const world = startWorlds()
let page: Page
beforeAll(async () => {
  page = await browser.open(desktop)
})
afterAll(() => page.context().close())

/** The PDF that the browser would print, on the paper that the style sheet asks for, and its pages. */
const print = async (): Promise<{ pdf: Buffer; sheets: number }> => {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const boxes = pdf.toString('latin1').match(/\/MediaBox\s*\[[^\]]*\]/g) ?? []
  // A4 in points, as Chromium rounds it.
  for (const box of boxes) expect(box).toMatch(/\[0 0 59[45][.\d]* 84[12][.\d]*\]/)
  return { pdf, sheets: boxes.length }
}
const sheets = async (): Promise<number> => (await print()).sheets

const open = async (path: string, when: World): Promise<void> => {
  await page.goto((await world(when)).url + path)
  await page.evaluate(() => document.fonts.ready)
}

/** What stands on the paper. */
const printed = async (): Promise<string> => {
  await page.emulateMedia({ media: 'print' })
  const text = await page.locator('body').innerText()
  // Not `screen`: the next sheet would be printed as a screen.
  await page.emulateMedia({ media: null })
  return text
}

const all = Boolean(process.env.WAYMARK_ALL)
/** Those that say most first: where they fit, the others do. With WAYMARK_ALL each is printed. */
const sectors = await (async (): Promise<string[]> => {
  const { url } = await world('evening')
  const paths = everyPath().filter((path) => path.startsWith('/sectors/'))
  const lengths = await Promise.all(paths.map(async (path) => (await (await fetch(url + path)).text()).length))
  return paths.toSorted((a, b) => (lengths[paths.indexOf(b)] ?? 0) - (lengths[paths.indexOf(a)] ?? 0))
})()

const momentary = /Open until|Opens|Closed|Open now|Bank holiday/

describe('a page to keep fits on one sheet of A4', () => {
  test.for(['holiday', 'later', 'adopted'] as const)('/get-help (%s)', async (when, { expect }) => {
    await open('/get-help', when)
    expect(await sheets()).toBe(1)
  })
  test.for(all ? sectors : sectors.slice(0, 4))('%s', async (path, { expect }) => {
    for (const when of all ? (['evening', 'holiday', 'later'] as const) : (['evening'] as const)) {
      await open(path, when)
      expect(await sheets(), when).toBe(1)
      const text = await printed()
      expect(text).toContain('999')
      expect(text).not.toMatch(momentary)
    }
  })
  // Each rule says how it was counted, what is not certain and where it comes from: five of them are more than a sheet.
  test('what is due in a case takes two sheets at most', async () => {
    const view = allViews().find(({ name }) => name === '/pathway/dates, what is due')
    await visit(page, (await world('evening')).url, view?.steps ?? [])
    expect(await sheets()).toBeLessThanOrEqual(2)
    const text = await printed()
    for (const words of ['1 day late', 'Last day: ', 'How it was worked out', 'Where this comes from']) expect(text).toContain(words)
    for (const gone of ['Save these dates', 'Change the dates']) expect(text).not.toContain(gone)
  })
  test('a longer page is seen to take more', async () => {
    await open('/signs', 'evening')
    expect(await sheets()).toBeGreaterThan(1)
  })
})

describe('what to do, on paper: all of it at a glance, then step by step', () => {
  /** What each sheet says, as the PDF has it. */
  const pages = async (): Promise<string[]> => {
    const printed = await print()
    const pdf = await getDocument({ data: new Uint8Array(printed.pdf), verbosity: 0 }).promise
    expect(printed.sheets).toBe(pdf.numPages)
    const texts = Array.from({ length: pdf.numPages }, async (_, at) => {
      const { items } = await (await pdf.getPage(at + 1)).getTextContent()
      return items.map((item) => ('str' in item ? item.str : '')).join(' ')
    })
    return Promise.all(texts)
  }
  const plain = (text: string): string => text.replace(/\s+/g, '')

  const everything = [...ticks.everyone, ...ticks.adult]
  // The shortest and the longest list of each kind, with the cards of another nation.
  test.for([
    ['a child', onPathway('no', 'school', 'yes', []), ''],
    ['a child, with everything ticked', onPathway('no', 'nhs', 'yes', [...ticks.everyone, ...ticks.child]), 'northern-ireland'],
    ['an adult who agrees', onPathway('no', 'nhs', 'no', 'agrees', everything), 'northern-ireland'],
    ['an adult who says no', onPathway('no', 'council', 'no', 'refuses', everything), 'scotland'],
    ['an adult under pressure', onPathway('no', 'council-district', 'no', 'pressured', []), ''],
    ['an adult who may lack capacity', onPathway('no', 'council', 'no', 'capacity', everything), 'northern-ireland'],
  ] as const)('%s', async ([, steps, nation]) => {
    await visit(page, (await world('evening')).url, nation ? [...steps, elsewhereInUk(nation)] : steps)
    const titles = await page.locator('.act > h3').allInnerTexts()
    const [first = '', ...others] = await pages()
    expect(titles.length).toBeGreaterThan(5)
    // The first sheet holds the summary and every title with its number, and no card.
    for (const title of titles) expect(plain(first)).toContain(plain(title))
    expect(plain(first)).toContain(plain('What to do first'))
    expect(first).not.toContain('By when')
    // Each card follows, whole, on one sheet: its heading and its last sentence stand on the same.
    const ends = await page.locator('.act').evaluateAll((cards) => cards.map((card) => card.querySelector('.why')?.textContent ?? ''))
    for (const [at, title] of titles.entries()) {
      const on = others.filter((text) => plain(text).includes(plain(title)))
      expect([title, on.length]).toEqual([title, 1])
      expect(plain(on[0] ?? '')).toContain(plain(ends[at] ?? ''))
    }
    // No sheet is empty, or holds next to nothing but the last.
    for (const text of others.slice(0, -1)) expect(text.length).toBeGreaterThan(600)
    expect(await printed()).toMatch(/\w+day \d+ \w+ 20\d\d/)
  })

  test('it is set in 10 points, and nothing runs off the sheet', async () => {
    await visit(page, (await world('evening')).url, onPathway('no', 'nhs', 'no', 'agrees', everything))
    await page.emulateMedia({ media: 'print' })
    const small = await page
      .locator('.act :is(li, p, dd, dt)')
      .evaluateAll((found) =>
        found
          .filter((e) => e.getClientRects().length && e.textContent?.trim() && Number.parseFloat(getComputedStyle(e).fontSize) < 13.3)
          .map((e) => e.textContent),
      )
    await page.emulateMedia({ media: null })
    expect(small).toEqual([])
  })

  test('danger, and what is told to somebody who must leave, take one sheet', async () => {
    for (const steps of [onPathway('yes'), [...onPathway('no', 'gp', 'yes'), { press: 'I need to leave now' }]]) {
      await visit(page, (await world('evening')).url, steps)
      expect(await sheets()).toBe(1)
    }
  })
})

describe('a page to keep fits on one sheet of A4, and paper says the hours, not what was so at the minute of printing', () => {
  test.for(['open', 'closed', 'evening'] as const)('/get-help (%s)', async (when, { expect }) => {
    await open('/get-help', when)
    expect(await sheets()).toBe(1)
    const [screen, paper] = [await page.locator('main').innerText(), await printed()]
    // The screen does say it, so its absence from the paper means something.
    if (when !== 'evening') expect(screen).toMatch(momentary)
    expect(screen).toContain('Updated')
    expect(paper).not.toMatch(momentary)
    expect(paper).not.toContain('Updated')
    expect(paper).toContain('999')
    expect(paper).toContain('24 hours a day, every day')
    if (when !== 'evening') expect(paper).toMatch(/Monday to Friday 8am to 8pm/)
    // A number that nobody confirms is not printed: paper outlives a doubt.
    else expect(paper).not.toMatch(/Beacon|Not confirmed since/)
    for (const gone of ['Leave this page', 'Your safety', 'Menu']) expect(paper.split('\n')).not.toContain(gone)
    expect(paper).toContain('Demonstration.')
  })
})

test('paper is black on white for who reads dark pages', async () => {
  await open('/get-help', 'evening')
  const colours = () =>
    page.evaluate(() =>
      [document.body, ...document.querySelectorAll('h1, .danger, .svc h3')]
        .map((e) => getComputedStyle(e))
        .map((s) => [s.color, s.backgroundColor]),
    )
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
  const [night] = await colours()
  expect(night).toEqual(['rgb(240, 244, 238)', 'rgb(15, 31, 26)'])
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const [paper, ...rest] = await colours()
  expect(paper).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
  expect(rest.map(([colour]) => colour)).toEqual(rest.map(() => 'rgb(0, 0, 0)'))
  await page.emulateMedia({ media: null, colorScheme: null })
})
