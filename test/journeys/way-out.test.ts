import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { desktop, type Look, phone, useBrowser } from '../support/browser.ts'
import { startSite } from '../support/site.ts'

const browser = useBrowser()
let url = ''
let target = ''
let leaveOneMore = ''
beforeAll(async () => {
  const served = await startSite()
  url = served.url
  target = served.locale.pack.partnership.exit
  leaveOneMore = served.locale.t('site.leave-one-more')
  return served.close
})

/** A window in which a stand-in answers for the other host, when it is let; and what it was asked. */
const leaving = async (
  size: Look,
): Promise<{ page: Page; context: BrowserContext; arrive: () => void; asked: Record<string, string>[] }> => {
  const context = await browser.context(size)
  const asked: Record<string, string>[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  await context.route(`${new URL(target).origin}/**`, async (route) => {
    asked.push(route.request().headers())
    await promise
    await route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title><h1>Elsewhere</h1>' })
  })
  const page = await context.newPage()
  for (const path of ['/', '/signs', '/get-help']) await page.goto(url + path)
  return { page, context, arrive: resolve, asked }
}

type Shown = { text: string; title: string; covered: boolean }

/** What can be seen: words that are shown, and what lies on top in the middle and the corners. Runs in the page. */
const look = (): Shown => {
  const { innerWidth: w, innerHeight: h } = window
  const points = [
    [w / 2, h / 2],
    [1, 1],
    [w - 2, 1],
    [1, h - 2],
    [w - 2, h - 2],
  ] as const
  return {
    text: document.body.innerText.trim(),
    title: document.title,
    covered: points.every(([x, y]) => document.elementFromPoint(x, y)?.matches('.govuk-exit-this-page-overlay')),
  }
}

/**
 * What is seen when the event that leaves has been dealt with, and again when that has been painted. The page says it by
 * itself: no question reaches it any more while it is on its way to another host.
 */
const watch = async (page: Page): Promise<Shown[]> => {
  const seen: Shown[] = []
  await page.exposeFunction('seen', (shown: Shown) => seen.push(shown))
  await page.evaluate(`
    const look = ${look}
    const leaving = () => document.querySelector('.govuk-exit-this-page-overlay')
    const say = () => leaving() && window.seen(look())
    for (const type of ['click', 'keyup']) {
      window.addEventListener(type, () => { say(); requestAnimationFrame(() => requestAnimationFrame(say)) })
    }`)
  return seen
}

const blank: Shown = { text: 'Leaving this page.', title: '', covered: true }

const out = '.govuk-exit-this-page__button'

describe('the way out, with script', () => {
  const goneForGood = async (page: Page): Promise<void> => {
    expect(page.url()).toBe(target)
    await page.goBack()
    expect(page.url()).toBe(`${url}/signs`)
    expect(await page.locator('h1').isVisible()).toBe(true)
    await page.goForward()
    expect(page.url()).toBe(target)
    await page.goBack()
    await page.goBack()
    expect(page.url()).toBe(`${url}/`)
  }

  test.for([phone, desktop])('$name: the page is blank at once, and Back leads past it', async (size, { expect }) => {
    const { page, context, arrive, asked } = await leaving(size)
    const seen = await watch(page)
    const pressed = page.locator(out).click()
    // The other page is asked for, but has not come yet.
    await vi.waitFor(() => expect([asked.length, seen.length]).toEqual([1, 2]))
    expect(seen).toEqual([blank, blank])
    arrive()
    await pressed
    await page.waitForURL(target)
    expect(asked[0]).not.toHaveProperty('referer')
    await goneForGood(page)
    await context.close()
  })

  test('Shift pressed three times does the same, and says how far it is', async () => {
    const { page, context, arrive, asked } = await leaving(desktop)
    const seen = await watch(page)
    await page.keyboard.press('Shift')
    await page.keyboard.press('Shift')
    expect(await page.locator('.govuk-exit-this-page [role="status"]').textContent()).toBe(leaveOneMore)
    expect(await page.locator('.govuk-exit-this-page__indicator-light--on').count()).toBe(2)
    const pressed = page.keyboard.press('Shift')
    await vi.waitFor(() => expect([asked.length, seen.length]).toEqual([1, 2]))
    expect(seen).toEqual([blank, blank])
    arrive()
    await pressed
    await page.waitForURL(target)
    await goneForGood(page)
    await context.close()
  })

  test('Shift used for capitals or for going back by Tab does nothing', async () => {
    const { page, context } = await leaving(desktop)
    for (const key of ['Shift+Tab', 'Shift+A', 'Shift+Tab', 'Shift+Tab']) await page.keyboard.press(key)
    expect((await page.evaluate(look)).covered).toBe(false)
    expect(page.url()).toBe(`${url}/get-help`)
    await context.close()
  })
})

test('without script the way out is a plain link to another host, and Back returns', async () => {
  const { page, context, arrive, asked } = await leaving({ ...phone, script: false })
  arrive()
  const href = (await page.locator(out).getAttribute('href')) ?? ''
  expect(new URL(href).protocol).toBe('https:')
  expect(new URL(href).host).not.toBe(new URL(url).host)
  await page.locator(out).click()
  await page.waitForURL(target)
  expect(asked[0]).not.toHaveProperty('referer')
  await page.goBack()
  expect(page.url()).toBe(`${url}/get-help`)
  expect(await page.locator('h1').isVisible()).toBe(true)
  await context.close()
})
