import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Indicator } from '../../src/domain/signs/signs.ts'
import type { Locale } from '../../src/web/context/types.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { tabTo } from '../support/keys.ts'
import { startSite } from '../support/site.ts'

const browser = useBrowser()
let url = ''
let locale: Locale
beforeAll(async () => {
  const served = await startSite({ now: '2026-11-28T21:10:00+00:00' })
  url = served.url
  locale = served.locale
  return served.close
})

const pressOn = async (page: Page, selector: string): Promise<void> => {
  await tabTo(page, selector)
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

const continues = 'main form button'
const heading = (page: Page): Promise<string> => page.locator('h1').innerText()
const checkedSigns = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLInputElement>('input[name="sign"]:checked')].map((input) => input.value))

describe('the check, by keyboard only and without script', () => {
  let page: Page
  const addresses: string[] = []
  let said: Awaited<ReturnType<typeof goThrough>>
  // One walk: each test goes on from where the one before has come to.
  beforeAll(async () => {
    page = await browser.open({ ...phone, script: false })
    page.on('framenavigated', (frame) => addresses.push(frame.url()))
    await page.goto(`${url}/signs`)
    said = await goThrough()
    return () => page.context().close()
  })

  /** The second place in the list, its first sign, and one sign about a child from the closed list below. */
  const goThrough = async (): Promise<{ first: Indicator; child: Indicator; titles: string[] }> => {
    const titles: string[] = []
    const sector = locale.pack.sectors[1]
    const first = locale.pack.indicators.find((sign) => sign.id === sector?.indicators[0])
    const child = locale.pack.indicators.find(
      (sign) => sign.applies_to === 'child' && !sector?.indicators.includes(sign.id) && !sign.sectors.includes(sector?.id ?? ''),
    )
    if (!first || !child) throw new Error('the pack has nothing to choose')
    await pressOn(page, 'main a[href="/signs/check"]')
    titles.push(await page.title())
    await tabTo(page, 'input[name="place"]')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await pressOn(page, continues)
    titles.push(await page.title())
    expect(await heading(page)).toBe('What did you see or hear?')
    await tabTo(page, `#sign-${first.id}`)
    await page.keyboard.press('Space')
    await tabTo(page, 'summary')
    await page.keyboard.press('Enter')
    await tabTo(page, `#sign-${child.id}`)
    await page.keyboard.press('Space')
    // Chromium notes for its history what a form holds once a second. Nobody is faster than that.
    await page.waitForTimeout(1100)
    await pressOn(page, continues)
    titles.push(await page.title())
    return { first, child, titles }
  }

  test('leads to an answer in words, with nothing in any address', async () => {
    const { first, child, titles } = said
    const main = await page.locator('main').innerText()
    expect(await heading(page)).toBe(locale.t('check.answer'))
    // Tabs and a screen reader tell the steps apart, and an urgent answer from another; no title counts.
    const urgent = [first, child].some((sign) => sign.urgent) ? 'yes' : 'no'
    expect(new Set(titles).size).toBe(3)
    expect(titles[2]).toContain(locale.t('check.history-answer', { urgent }))
    expect(locale.t('check.history-answer', { urgent: 'yes' })).not.toBe(locale.t('check.history-answer', { urgent: 'no' }))
    for (const words of [
      first.text,
      child.text,
      locale.pack.sectors[1]?.name ?? '',
      locale.t('check.about-child'),
      locale.t('check.proves'),
    ])
      expect(main).toContain(words)
    // It never scores.
    expect(main).not.toMatch(/\d+ (of|out of|signs?\b)|score|likely|probab|%/i)
    expect(new Set(addresses)).toEqual(new Set([`${url}/signs`, `${url}/signs/check`]))
  })

  test("the browser's Back shows each step before, without an error", async () => {
    const { first, child } = said
    await page.goBack()
    expect(await heading(page)).toBe('What did you see or hear?')
    expect(await checkedSigns(page)).toEqual([first.id, child.id])
    await page.goBack()
    expect(await heading(page)).toBe('Where are you, or where were you?')
    await page.goForward()
    await page.goForward()
    expect(await heading(page)).toBe(locale.t('check.answer'))
  })

  test('"Change what you saw" keeps what was chosen', async () => {
    const { first, child } = said
    await pressOn(page, 'button[name="change"]')
    expect(await heading(page)).toBe('What did you see or hear?')
    expect(await checkedSigns(page)).toEqual([first.id, child.id])
    await tabTo(page, `#sign-${first.id}`)
    await page.keyboard.press('Space')
    await pressOn(page, continues)
    const answer = await page.locator('#said').locator('..').innerText()
    expect(answer).toContain(child.text)
    expect(answer).not.toContain(first.text)
  })

  test('a field that was tampered with is refused with a sentence, and the numbers to ring', async () => {
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('input[name="so-far"]')
      if (field) field.value = `${field.value.slice(0, 30)}${field.value[30] === 'A' ? 'B' : 'A'}${field.value.slice(31)}`
    })
    await tabTo(page, 'button[name="change"]')
    const [answer] = await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    expect(answer?.status()).toBe(400)
    const main = await page.locator('main').innerText()
    expect(main).toContain('We could not read your last answer.')
    expect(main).toContain('999')
  })

  test('a step left empty says what to do, and its message leads to the question', async () => {
    await page.goto(`${url}/signs/check`)
    await pressOn(page, continues)
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Select a place')
    await tabTo(page, '.govuk-error-summary a')
    await page.keyboard.press('Enter')
    expect(
      await page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.querySelector(':target')?.getAttribute('name')),
    ).toBe('place')
  })
})

describe('at the front desk of a hotel, on a small phone', () => {
  const answerTo = async (sign: string): Promise<Page> => {
    const page = await browser.open({ ...phone, viewport: { width: 360, height: 640 } })
    await page.goto(`${url}/signs/check`)
    await page.locator('input[value="hotel"]').check()
    await Promise.all([page.waitForNavigation(), page.locator(continues).click()])
    // It is there without opening the other signs.
    await page.locator(`#sign-${sign}`).check()
    await Promise.all([page.waitForNavigation(), page.locator(continues).click()])
    return page
  }
  const endOf = async (page: Page, number: string): Promise<number> => {
    const box = await page.locator(`main a[href="tel:${number}"]`).first().boundingBox()
    return box ? box.y + box.height : Number.POSITIVE_INFINITY
  }

  test('a calm child with an older person is urgent and about a child', async () => {
    const page = await answerTo('child-with-older-person')
    const box = await page.locator('section[aria-labelledby="urgent"]').innerText()
    for (const words of ['999', 'The child may look calm', 'Tell children’s services', '101']) expect(box).toContain(words)
    expect(await endOf(page, '999')).toBeLessThan(560)
    await page.context().close()
  })
  test('what is not urgent still has 999 and 101 in its first view', async () => {
    const page = await answerTo('room-booked-by-other')
    for (const number of ['999', '101']) expect(await endOf(page, number), number).toBeLessThan(560)
    await page.context().close()
  })
})

describe('what is wrong with a form', () => {
  test.for([
    ['/signs/check', continues, 'input[name="place"]'],
    ['/search', continues, '#q'],
    ['/training/check', continues, '#what-is-it'],
  ] as const)('has the focus, and leads into the field: %s', async ([path, button, field], { expect }) => {
    const page = await browser.open(phone)
    await page.goto(url + path)
    await Promise.all([page.waitForNavigation(), page.locator(button).click()])
    const summary = page.locator('.govuk-error-summary')
    await expect.poll(() => summary.evaluate((e) => e === document.activeElement)).toBe(true)
    const [entries, address] = await page.evaluate(() => [history.length, location.href])
    await summary.locator('a').first().click()
    expect(await page.evaluate((wanted) => document.activeElement?.matches(wanted), field)).toBe(true)
    // A step within the page makes no entry: the way out could not take its place.
    expect(await page.evaluate(() => [history.length, location.href])).toEqual([entries, address])
    await page.context().close()
  })
})
