import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { loadAssets } from '../../src/web/assets/assets.ts'
import { safetyHeaders } from '../../src/web/http/headers.ts'
import { bringAxe, contrastFaults, runAxe } from '../support/axe.ts'
import { desktop, forcedColours, type Look, largeTexts, turnTo, useBrowser, zoomed } from '../support/browser.ts'
import { codesShown, deskSpecimens } from '../support/desk-specimen.tsx'
import { outOfSight, smallTargets } from '../support/geometry.ts'
import { htmlFaults } from '../support/html-faults.ts'
import { realPack } from '../support/real-pack.ts'
import { keyboardFaults } from './probes/keyboard.ts'

/* How signed-in pages look, before there are pages: every component in every state, in every window and theme (test/support/desk-specimen.tsx). */

const phone: Look = { name: 'phone', viewport: { width: 390, height: 664 } }
/** The lists are tables, and have least room. */
const tablet: Look = { name: 'tablet', viewport: { width: 768, height: 1024 } }
const all = Boolean(process.env.WAYMARK_ALL)
const night = (look: Look): Look => ({ ...look, name: `${look.name}, dark`, dark: true })

const assets = loadAssets(inject('assets'), realPack().brand)
const specimens = deskSpecimens(assets)
const browser = useBrowser()
let page: Page
const said: string[] = []

beforeAll(async () => {
  page = await browser.open(phone)
  page.on('console', (line) => said.push(line.text()))
  await bringAxe(page)
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    const asset = assets.all.find(({ path }) => path === pathname)
    return asset
      ? route.fulfill({ body: asset.bytes, contentType: asset.type })
      : route.fulfill({ body: specimens[pathname.slice(1)] ?? '', contentType: 'text/html; charset=utf-8', headers: safetyHeaders })
  })
})
afterAll(() => page.context().close())

const show = async (name: string, look: Look): Promise<void> => {
  await page.goto(`https://desk.test/${name}`)
  await page.evaluate(() => document.fonts.ready)
  await turnTo(page, look)
}

const geometry = (): Promise<string[]> => page.evaluate(`[...(${outOfSight})(), ...(${smallTargets})()]`)

/** WCAG 2.2, 1.4.12, its four distances. */
const spaced = async (): Promise<string[]> => {
  await page.evaluate(() => {
    const sheet = document.styleSheets[0] as CSSStyleSheet
    sheet.insertRule(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }',
      sheet.cssRules.length,
    )
    sheet.insertRule('p { margin-block-end: 2em !important }', sheet.cssRules.length)
  })
  return page.evaluate(`(${outOfSight})()`)
}

/** Those that are laid out otherwise on a phone; the others are narrower there, and no more. */
const narrow = new Set(['home', 'people'])

describe.each(Object.keys(specimens))('%s', (name) => {
  test('axe finds nothing, contrast of 7:1 by day and by night, nothing out of sight, targets of 24 px', async () => {
    await show(name, phone)
    const faults: Record<string, string[]> = {}
    const looks = narrow.has(name) ? [phone, desktop] : [desktop]
    for (const look of looks) {
      await turnTo(page, look)
      const { faults: found, passed } = await runAxe(page)
      expect(passed).toBeGreaterThan(15)
      faults[look.name] = [...found, ...(await geometry())]
      // Colours do not hang on the layout: by night in one of them, in forced colours of a list alone. With WAYMARK_ALL in each.
      if (!all && look !== looks[0]) continue
      await turnTo(page, night(look))
      faults[night(look).name] = await contrastFaults(page)
    }
    for (const look of [...(narrow.has(name) ? [] : [phone]), tablet, zoomed, forcedColours, ...largeTexts.slice(0, 1)]) {
      await turnTo(page, look)
      faults[look.name] = [
        ...(await geometry()),
        ...(look.forcedColours && (all || name === 'people') ? (await runAxe(page, true)).faults : []),
      ]
    }
    await turnTo(page, zoomed)
    faults.spaced = await spaced()
    expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length))).toEqual({})
  })
})

test.each(Object.entries(specimens))('the HTML of %s is valid', async (_, html) => expect(await htmlFaults(html)).toEqual([]))

test.each(['home', 'people', 'forms'])(
  'by keyboard each thing on %s is reached in order on a phone, with a ring, and nothing lies over it',
  async (name) => {
    await show(name, phone)
    expect(await keyboardFaults(page)).toEqual([])
  },
)

test('a pale text, a wide part, a small button would be seen', async () => {
  await show('home', phone)
  await page.evaluate(() => {
    for (const e of document.querySelectorAll<HTMLElement>('.small')) e.style.color = '#888888'
    for (const e of document.querySelectorAll<HTMLElement>('.needs')) e.style.minInlineSize = '30rem'
    for (const e of document.querySelectorAll<HTMLElement>('.ladder a'))
      e.style.cssText = 'display: inline-block; min-block-size: 0; font-size: 12px'
  })
  expect(await contrastFaults(page)).not.toEqual([])
  const faults = await geometry()
  expect(faults.some((fault) => fault.startsWith('outside the window'))).toBe(true)
  expect(faults.some((fault) => /^\d+ x \d+ px/.test(fault))).toBe(true)
})

test('on a phone all places are reached without script: three and "More" under the thumb, which leads to all of them', async () => {
  await show('people', phone)
  const visible = page.locator('.places a:visible')
  expect(await visible.count()).toBe(4)
  await visible.last().click()
  expect(await page.locator('#all a:visible').count()).toBe(7)
  expect(await page.locator('#all').evaluate((e) => e.getBoundingClientRect().bottom <= window.innerHeight + 1)).toBe(true)
})

test('what is wrong with a form is in the title, takes the focus, and leads to a field that is described by it', async () => {
  await show('forms', phone)
  expect(await page.title()).toMatch(/^Error: Everything else/)
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('govuk-error-summary')
  expect(await page.locator('main > :first-child').getAttribute('class')).toBe('govuk-error-summary')
  for (const [line, field] of [
    ['Choose what the person may do', '#may'],
    ['Choose for how long', '#until'],
  ] as const) {
    await page.getByRole('link', { name: line }).click()
    expect(await page.locator(field).evaluate((e) => e === document.activeElement)).toBe(true)
    const described = await page.locator(field).evaluate((e) => {
      const said = (of: Element | null) => document.getElementById(of?.getAttribute('aria-describedby')?.split(' ')[0] ?? '')?.textContent
      return [said(e), said(e.closest('fieldset'))]
    })
    expect(described).toEqual([`Error: ${line}`, `Error: ${line}`])
    // Of a checkbox it is said by itself, of radios by their group.
    expect(await page.locator(`${field}[aria-invalid=true], [role=radiogroup][aria-invalid=true]:has(${field})`).count()).toBe(1)
  }
  await show('people', phone)
  expect(await page.title()).toMatch(/^People/)
  expect(await page.locator('script').count()).toBe(0)
})

test('each value of a list is heard with its label, where its head has no room and where it has', async () => {
  await show('people', phone)
  const heard = () => page.locator('table.rows').ariaSnapshot()
  expect(await heard()).toContain('cell "Organisation County council"')
  expect(await heard()).not.toContain('columnheader')
  await turnTo(page, desktop)
  expect(await heard()).toContain('columnheader "Organisation"')
  expect(await heard()).toContain('cell "County council"')
})

test('a list folds where its own letters have little room, and a long address breaks: nothing is wider than the window', async () => {
  await show('people', phone)
  const folded = () => page.locator('table.rows thead').isHidden()
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  for (const [look, expected] of [
    [{ name: '320', viewport: { width: 320, height: 640 } }, true],
    [{ ...desktop, name: 'large text in a wide window', text: 32 }, true],
    ...largeTexts.map((look) => [look, true] as const),
    [desktop, false],
  ] as const) {
    await turnTo(page, look)
    expect([look.name, await folded(), await wide()]).toEqual([look.name, expected, 0])
  }
})

test('on paper recovery codes are alone', async () => {
  await show('codes', desktop)
  await page.emulateMedia({ media: 'print' })
  expect((await page.evaluate(() => document.body.innerText)).trim().split(/\n+/)).toEqual([...codesShown])
  await page.emulateMedia({ media: null })
})

test('the policy of safety forbids nothing of it, and its stylesheet weighs 20 KB at most', () => {
  // The page of all components has several messages that take the focus; a page of the desk has one.
  expect(said.filter((line) => !line.startsWith('Autofocus processing was blocked'))).toEqual([])
  const css = assets.all.find(({ path }) => path === assets.url('desk.css'))
  expect(brotliCompressSync(css?.bytes ?? Buffer.alloc(0)).length).toBeLessThan(20 * 1024)
  expect(readFileSync(join(inject('assets'), 'desk.css'), 'utf8')).not.toMatch(/var\(--govuk/)
})
