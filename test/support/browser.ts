import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'

/** A window in which a page is looked at. */
export type Look = {
  name: string
  viewport: { width: number; height: number }
  forcedColours?: boolean
  /** Without script the server's pages are all there is. */
  script?: boolean
}

export const phone: Look = { name: '390 px', viewport: { width: 390, height: 844 } }
export const desktop: Look = { name: '1280 px', viewport: { width: 1280, height: 1024 } }
/** 1280 x 1024 at 400 % (WCAG 2.2, 1.4.10). */
export const zoomed: Look = { name: '320 x 256 px', viewport: { width: 320, height: 256 } }
export const forcedColours: Look = { name: 'forced colours', viewport: { width: 1280, height: 1024 }, forcedColours: true }

/** Connects a test file to the run's browser. */
export const useBrowser = (): { open(look: Look): Promise<Page>; context(look: Look): Promise<BrowserContext> } => {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'))
  })
  afterAll(() => browser?.close())
  const context = async ({ viewport, forcedColours: forced, script = true }: Look): Promise<BrowserContext> => {
    if (!browser) throw new Error('the browser is not connected yet')
    const made = await browser.newContext({
      viewport,
      javaScriptEnabled: script,
      forcedColors: forced ? 'active' : 'none',
      reducedMotion: 'reduce',
    })
    made.setDefaultTimeout(10_000)
    return made
  }
  return { context, open: async (look) => (await context(look)).newPage() }
}

/** Puts the page in another window without asking for it again, and its beginning in sight. */
export const turnTo = async (page: Page, { viewport, forcedColours: forced }: Look): Promise<void> => {
  await page.setViewportSize(viewport)
  await page.emulateMedia({ forcedColors: forced ? 'active' : 'none' })
  await page.evaluate(() => window.scrollTo(0, 0))
}
